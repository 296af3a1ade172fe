"""Backend architecture documentation that knows what it lacks."""

__version__ = "0.1.0"
