"""What a reader's browser shows of a built site."""
