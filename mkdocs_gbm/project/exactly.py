"""The exact gear, asked from outside: the site's pipeline runs in a process of its own, and MkDocs never meets ours."""

import os
import pickle
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from mkdocs_gbm.assess import Page, Report
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.options import Options
from mkdocs_gbm.project.judgement import Judgement, Problem
from mkdocs_gbm.project.project import Project
from mkdocs_gbm.project.settings_file import Opaque

_PACKAGE = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Request:
    """What the site's own pipeline is asked."""

    config_file: str
    root: str
    """The folder that paths are told from."""
    options: Options
    today: date
    pages: tuple[str, ...] = ()
    """The pages that are wanted, relative to `docs_dir`; without any, the whole verdict is."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Texts that stand in place of those of some pages, by the pages' absolute paths."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the site's own pipeline gave."""

    report: Report | None = None
    pages: Mapping[str, Page] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    failure: tuple[str, str, str] | None = None
    """Where, what and the remedy, when MkDocs could not go through with it."""


def judged(project: Project, today: date, texts: Mapping[str, str] | None = None) -> Judgement:
    """Have a site judged by way of its own pipeline.

    Args:
        project: The project.
        today: The day to judge for.
        texts: Texts that stand in place of those of some pages, by the pages' absolute paths.

    Raises:
        ConfigurationError: If MkDocs cannot go through with it.
    """
    answer = _asked(project, today, (), texts)
    if answer.report is None:
        raise ConfigurationError(str(project.root), "the build ended without a verdict", "see what 'mkdocs build' says")
    return Judgement(answer.report, answer.problems)


def read(project: Project, today: date, uris: Iterable[str]) -> Mapping[str, Page]:
    """Have pages read by way of a site's own pipeline.

    Args:
        project: The site.
        today: The day that is judged for.
        uris: The pages, relative to `docs_dir`.

    Raises:
        ConfigurationError: If MkDocs cannot go through with it.
    """
    return _asked(project, today, tuple(uris)).pages


def _asked(project: Project, today: date, uris: tuple[str, ...], texts: Mapping[str, str] | None = None) -> Answer:
    with TemporaryDirectory(prefix="gbm-") as folder:
        file = project.config_file or _written_down(project, Path(folder, "mkdocs.yml"))
        request = Request(str(file), str(project.root), project.options, today, uris, texts or {})
        answer = _answer(request, Path(folder, "answer"), project.runs_in)
    if answer.failure:
        raise ConfigurationError(*answer.failure)
    return answer


def _answer(request: Request, file: Path, folder: Path) -> Answer:
    paths = [str(_PACKAGE), *map(os.path.abspath, filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep)))]
    finished = subprocess.run(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-P", "-m", "mkdocs_gbm.site.exact", str(file)],
        input=pickle.dumps(request),
        capture_output=True,
        check=False,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
    )
    if file.is_file():
        answer: Answer = pickle.loads(file.read_bytes())  # noqa: S301 - written by the process that we started
        return answer
    last = finished.stderr.decode("utf-8", errors="replace").strip().rpartition("\n")[2]
    problem = last or f"MkDocs ended with {finished.returncode}"
    return Answer(failure=(request.config_file, problem, "see what 'mkdocs build' says"))


class _Dumper(yaml.SafeDumper):
    """Writes what only MkDocs can make as it was read."""


_Dumper.add_representer(Opaque, lambda dumper, value: dumper.represent_scalar(value.tag, value.value))


def _written_down(project: Project, file: Path) -> Path:
    file.write_text(yaml.dump(dict(project.values), Dumper=_Dumper, allow_unicode=True), encoding="utf-8")
    return file
