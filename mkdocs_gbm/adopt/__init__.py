"""Existing documentation, adopted: which pages hold which topic, under which names, and what that would cover."""
