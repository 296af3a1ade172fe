"""JSON Schemas of what people write and of what is published, made from the code's own types."""
