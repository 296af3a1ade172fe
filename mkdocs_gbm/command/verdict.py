"""The verdict that a command is about, with a word to who waits for it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from os import environ
from threading import Event, Thread

import click

from mkdocs_gbm.assess import Report
from mkdocs_gbm.collector import uncollected
from mkdocs_gbm.neutral import neutral
from mkdocs_gbm.project.judge import judge, judge_all
from mkdocs_gbm.project.judgement import Judgement
from mkdocs_gbm.project.persona_hint import persona_hint
from mkdocs_gbm.project.project import Project

_PATIENCE = 1.0
"""Seconds after which somebody at a terminal is told what they wait for, and told again."""
_CLEAR_LINE = "\r\x1b[K"


def verdict(project: Project) -> Judgement:
    """Return the verdict on a project; tell a terminal how long it takes, if that is more than a second.

    Files that cannot be read are told at once, on a line each.
    """
    with waiting("judging the documentation"), uncollected():
        judged = judge_all(project)
    for problem in judged.problems:
        click.echo(neutral(f"gbm: {problem}"), err=True)
    if hint := persona_hint(judged.report, lambda path: (project.root / path).is_file()):
        click.echo(neutral(f"gbm: note: {hint}"), err=True)
    return judged


def whole_verdict(project: Project) -> Report:
    """Return the verdict on a project where a part of it will not do; see `verdict`.

    Raises:
        ConfigurationError: If a page cannot be read.
    """
    with waiting("judging the documentation"), uncollected():
        return judge(project)


@contextmanager
def waiting(doing: str) -> Iterator[None]:
    """Tell a terminal what it waits for, if that takes more than a second."""
    if not sys.stderr.isatty() or environ.get("TERM") == "dumb":
        yield
        return
    done = Event()
    teller = Thread(target=_tell, args=(doing, done), daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _tell(doing: str, done: Event) -> None:
    seconds = 0
    while not done.wait(_PATIENCE):
        seconds += 1
        sys.stderr.write(f"{_CLEAR_LINE}{doing} \u2026 {seconds} s")
        sys.stderr.flush()
    if seconds:
        sys.stderr.write(_CLEAR_LINE)
        sys.stderr.flush()
