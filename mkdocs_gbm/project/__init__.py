"""A project's documentation, found and read without a build: its configuration, its pages, the verdict on them."""
