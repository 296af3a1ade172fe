"""The coverage page: the report as HTML that needs no script and no network."""

from mkdocs_gbm.output.coverage.page import TocEntry, coverage_html, toc
from mkdocs_gbm.output.coverage.view import Surroundings

__all__ = ["Surroundings", "TocEntry", "coverage_html", "toc"]
