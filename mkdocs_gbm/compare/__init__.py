"""What a change did to the documentation: two verdicts, side by side."""
