"""What `gbm adopt --write` writes; it is taken back where the site then is not as it was predicted."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from mkdocs_gbm.adopt import configuration
from mkdocs_gbm.adopt.site import Site
from mkdocs_gbm.assess import Report
from mkdocs_gbm.assess.baseline import dump
from mkdocs_gbm.assess.report import ComponentVerdict
from mkdocs_gbm.author import pages
from mkdocs_gbm.author.within import within
from mkdocs_gbm.command.common import WRONG_USE
from mkdocs_gbm.command.saying import tell
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.files import write_atomically
from mkdocs_gbm.output.text import summary
from mkdocs_gbm.project.find import NAMES, find_project
from mkdocs_gbm.project.judge import judge


def told_from(site: Site, path: Path) -> str:
    """Return a path as it is told: relative to the project where it is below it."""
    path = Path(os.path.normpath(path))
    return path.relative_to(site.root).as_posix() if path.is_relative_to(site.root) else str(path)


def take_up(site: Site, options: Mapping[str, Any], predicted: Report | None, *, excuses: bool) -> None:
    """Write options and a baseline, and tell the verdict.

    Args:
        site: The documentation that is adopted.
        options: The plugin's options that are to be added.
        predicted: The verdict that was predicted; none where there is nothing to add.
        excuses: Whether the gaps of today are to be excused.

    Raises:
        ConfigurationError: If the site cannot be judged with the options, or less than half of what was predicted is
            documented.
    """
    file = site.config_file or site.root / NAMES[0]
    home = site.docs_dir / pages.HOME[0]
    written = _configured(site, options, file) if predicted else ""
    with _taken_back([within(file, site.root), home] if predicted else []):
        told = [*_configure(site, file, written), *_make_docs_dir(site, home)] if predicted else []
        project = find_project(site.root, file)
        report = judge(project)
        if predicted:
            _refuse_less(report, predicted, told_from(site, file))
        if excuses and (report.failing or project.baseline_file.is_file()):
            write_atomically(project.baseline_file, dump(report))
            told.append(f"wrote {told_from(site, project.baseline_file)}: {len(report.failing)} findings excused")
    tell("\n".join([*told, summary(report)]))


def _configured(site: Site, options: Mapping[str, Any], file: Path) -> str:
    """Return the text of the configuration with more options; where there is none, show them and end."""
    text = configuration.configured(site, options)
    if text is None:
        lines = configuration.as_yaml(options).replace("\n", "\n  ").rstrip()
        tell(f"gbm: {told_from(site, file)}: it cannot be edited safely; add these lines:\n  {lines}", err=True)
        sys.exit(WRONG_USE)
    return text


def _configure(site: Site, file: Path, text: str) -> Iterator[str]:
    write_atomically(within(file, site.root), text)
    yield f"\n{'changed' if site.config_file else 'created'} {told_from(site, file)}"


def _make_docs_dir(site: Site, home: Path) -> Iterator[str]:
    """Make the folder of the site's pages with a first page, where everything else lies beside it."""
    if not site.docs_dir.is_dir():
        write_atomically(within(home, site.root), pages.home_page(site.name, {}, site.standard).rstrip() + "\n")
        yield f"created {told_from(site, home)}"


@contextmanager
def _taken_back(files: Iterable[Path]) -> Iterator[None]:
    """Put files back as they were, and take new ones away, if what is done then fails."""
    before = {file: file.read_bytes() if file.is_file() else None for file in files}
    try:
        yield
    except BaseException:
        for file, content in before.items():
            if content is None:
                _remove(file)
            elif file.read_bytes() != content:
                write_atomically(file, content.decode("utf-8"))
        raise


def _remove(file: Path) -> None:
    """Remove a file, and its folder where nothing else is in it."""
    if file.is_file():
        file.unlink()
        with suppress(OSError):
            file.parent.rmdir()


def _refuse_less(report: Report, predicted: Report, file: str) -> None:
    """Refuse a verdict with less than half of what was predicted: the site's own pipeline may change a page or two.

    Raises:
        ConfigurationError: If it is.
    """
    # What is predicted is of one language, which comes first.
    count, expected = _documented(report.components[: len(predicted.components)]), _documented(predicted.components)
    if 2 * count < expected:
        what = f"is as it was: as the site reads its pages, {count} sections are written, not {expected} as predicted"
        raise ConfigurationError(file, what, "add by hand what is right of the lines that 'gbm adopt' shows")


def _documented(components: Iterable[ComponentVerdict]) -> int:
    return sum(component.coverage.documented for component in components)
