"""When pages last changed, by git."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from mkdocs_gbm.git import GitError, git

_COMMIT = "\x01"
#: A shallow clone knows nothing before such a commit: which files it changed is unknown.
_GRAFTED = "grafted"


def last_changes_of(docs: Path, files: Mapping[str, str | None]) -> dict[str, date]:
    """Return the days (UTC) on which pages were last committed, by the keys of their files.

    Git is asked once for the site's own folder, and once for each repository that holds pages beside it.

    Args:
        docs: The folder of the site's pages.
        files: The files, absolute.
    """
    found: dict[str, date] = {}
    repositories: dict[Path, dict[str, str]] = {}
    tops: dict[Path, Path] = {}
    for key, file in files.items():
        if file:
            path = Path(file)
            top = docs if path.is_relative_to(docs) else _top(path.parent, tops)
            repositories.setdefault(top, {})[key] = path.relative_to(top).as_posix()
    for top, paths in repositories.items():
        days = last_changes(top, set(paths.values()))
        found |= {key: days[path] for key, path in paths.items() if path in days}
    return found


def _top(folder: Path, known: dict[Path, Path]) -> Path:
    """Return the folder of the repository that a folder is in; the folder itself where it is in none."""
    if folder not in known:
        known[folder] = next((each for each in (folder, *folder.parents) if (each / ".git").exists()), folder)
    return known[folder]


def last_changes(folder: Path, files: Iterable[str]) -> dict[str, date]:
    """Return the days (UTC) on which files were last committed; those that git does not know are left out.

    Args:
        folder: The folder that the files' paths start from.
        files: The files, with forward slashes.
    """
    files = sorted(files)
    if not files:
        return {}
    options = ["-z", "--relative", "--name-only", "--no-renames", "--no-follow", "--no-show-signature"]
    try:
        printed = git(folder, "--literal-pathspecs", "log", *options, f"--format={_COMMIT}%ct%x09%D", "--", *files)
    except GitError:
        return {}
    days: dict[str, date | None] = {}
    for file, day in _changes(printed.decode("utf-8", errors="replace")):
        days.setdefault(file, day)
    return {file: day for file, day in days.items() if day is not None}


def _changes(printed: str) -> Iterator[tuple[str, date | None]]:
    """Yield each file of each commit, the latest first, with the commit's day."""
    for commit in printed.split(_COMMIT)[1:]:
        head, *files = commit.split("\0")
        seconds, _, names = head.partition("\t")
        day = None if _GRAFTED in names.split(", ") else _day(seconds)
        for file in files:
            if name := file.removeprefix("\n"):
                yield name, day


def _day(seconds: str) -> date | None:
    try:
        return datetime.fromtimestamp(int(seconds), tz=UTC).date()
    except (ValueError, OverflowError, OSError):  # a commit of the year 10000
        return None
