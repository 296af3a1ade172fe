"""The coverage page: the report as HTML that needs no script and no network."""

from mkdocs_gbm.output.coverage.page import TocEntry, coverage_html, toc
from mkdocs_gbm.output.coverage.view import Link, Surroundings

__all__ = ["Link", "Surroundings", "TocEntry", "coverage_html", "toc"]
