"""Pages begun and mended for their authors: what is added to a text, and where. Nothing here writes a file."""
