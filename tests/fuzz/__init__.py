"""Readers, the page fixer and the configuration, on what Hypothesis makes up: `CONTRIBUTING.md` tells how long."""
