"""`gbm check --against`: what a change did, in place of the verdict."""

from collections.abc import Sequence
from pathlib import Path

import click

from mkdocs_gbm import clock
from mkdocs_gbm.command.outputs import Output, write
from mkdocs_gbm.command.places import told_from
from mkdocs_gbm.command.saying import say
from mkdocs_gbm.command.verdict import waiting
from mkdocs_gbm.compare.comparison import Comparison
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.output.changes import FORMATS, seen_from
from mkdocs_gbm.project.compare_with import compare_with
from mkdocs_gbm.project.project import Project


def tell_changes(project: Project, name: str, form: str, files: Sequence[tuple[Output, Path]]) -> Comparison:
    """Compare, print and write; return what was told.

    Args:
        project: The documentation.
        name: The branch, tag or hash to compare with.
        form: How it is printed.
        files: What it is written into as well.

    Raises:
        ConfigurationError: If a format tells no changes, or the past is not to be had.
    """
    for asked in (form, *(output.form for output, _ in files)):
        if asked not in FORMATS:
            raise ConfigurationError(f"--against {name}", f"'{asked}' tells no changes", f"use {', '.join(FORMATS)}")
    with waiting("judging the documentation, twice"):
        comparison = compare_with(project, name, clock.today())
    for output, path in files:
        write(path, click.unstyle(_rendered(comparison, output.form, project)))
    say(_rendered(comparison, form, project))
    return comparison


def _rendered(comparison: Comparison, form: str, project: Project) -> str:
    told = comparison if form == "json" else seen_from(comparison, told_from(project, form))
    return FORMATS[form](told)
