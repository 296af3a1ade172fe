"""A project as it was at a commit, taken out of git's own store: the working tree is not touched."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.git import GitError, git

_FETCH = "fetch it first: 'git fetch --unshallow', or 'fetch-depth: 0' under actions/checkout"
_COMING_FROM = "name a branch, tag or commit that the present one comes from"
_LARGEST = 4_000_000
"""Files of more bytes are no pages, and no configuration."""
_AT_ONCE = 500
"""So many files are read at once: a large repository does not fit into memory."""
_LINK = b"120000"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file of a commit."""

    path: bytes
    blob: bytes
    mode: bytes
    size: int | None
    """In bytes; none for what is no file."""


@dataclass(frozen=True, slots=True)
class Commit:
    """The commit that the present is compared with: the last one that both have in common."""

    name: str
    """As it was asked for: a branch, a tag, a hash."""
    hash: str

    def __str__(self) -> str:
        return f"{self.name} ({self.hash[:8]})"


def common_commit(root: Path, name: str) -> Commit:
    """Return the commit at which the present branch left another.

    Raises:
        ConfigurationError: If git is not there, knows no such commit, or lacks the history in between.
    """
    where = f"--against {name}"
    try:
        git(root, "rev-parse", "--git-dir")
    except GitError as error:
        problem = "the project is in no git repository" if "not a git repository" in str(error) else str(error)
        raise ConfigurationError(where, problem, "run it in a git repository") from error
    try:
        asked = _line(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    except GitError:
        raise ConfigurationError(where, "this clone has no such commit", f"check its spelling, or {_FETCH}") from None
    try:
        return Commit(name, _line(root, "merge-base", asked, "HEAD"))
    except GitError:
        if _line(root, "rev-parse", "--is-shallow-repository") == "true":
            problem, remedy = "this clone does not reach back to what it has in common with HEAD", _FETCH
        else:
            problem, remedy = "it has no commit in common with HEAD", _COMING_FROM
        raise ConfigurationError(where, problem, remedy) from None


@contextmanager
def as_it_was(root: Path, commit: Commit) -> Iterator[Path]:
    """Give a temporary copy of a folder of the repository, as it was at a commit.

    Raises:
        ConfigurationError: If git cannot read the commit.
    """
    with TemporaryDirectory(prefix="gbm-") as temporary:
        try:
            # As deep as the folder is in the repository, so that `../` leads where it led.
            inside = _line(root, "rev-parse", "--show-prefix")
            top = Path(_line(root, "rev-parse", "--show-toplevel"))
            _make_repository(top, commit, temporary)
            _write_tree(top, commit, Path(temporary))
        except GitError as error:
            raise ConfigurationError(f"--against {commit.name}", str(error), _FETCH) from error
        yield Path(temporary, inside)


def _line(root: Path, *arguments: str) -> str:
    return os.fsdecode(git(root, *arguments)).strip("\n")


def _make_repository(top: Path, commit: Commit, folder: str) -> None:
    """Make a repository that has the history up to a commit, for plugins that ask for it; the true one is only read.

    Whoever looks upwards stops there, as at the end of the true one.
    """
    git(top, "clone", "--quiet", "--shared", "--no-checkout", "--template=", "--", str(top), folder)
    git(top, f"--git-dir={folder}/.git", "update-ref", "--no-deref", "HEAD", commit.hash)


def _write_tree(top: Path, commit: Commit, folder: Path) -> None:
    # No `git archive`: it leaves out what .gitattributes marks as `export-ignore`, and documentation often is.
    listed = git(top, "ls-tree", "-r", "-z", "-l", "--full-tree", commit.hash)
    entries = [_entry(line) for line in listed.split(b"\0") if line]
    files = [entry for entry in entries if entry.size is not None and entry.size <= _LARGEST]
    for start in range(0, len(files), _AT_ONCE):
        some = files[start : start + _AT_ONCE]
        printed = git(top, "cat-file", "--batch", input=b"".join(entry.blob + b"\n" for entry in some))
        for entry, content in zip(some, _contents(printed), strict=True):
            _write(entry, content, folder)


def _write(entry: _Entry, content: bytes, folder: Path) -> None:
    target = folder / os.fsdecode(entry.path)
    if entry.mode == _LINK and not _stays(target, content, folder):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    if entry.mode == _LINK:
        target.symlink_to(os.fsdecode(content))
    else:
        target.write_bytes(content)


def _entry(line: bytes) -> _Entry:
    """Read one line of `git ls-tree -l`."""
    described, _, path = line.partition(b"\t")
    mode, _, blob, size = described.split()
    return _Entry(path, blob, mode, None if size == b"-" else int(size))


def _contents(printed: bytes) -> Iterator[bytes]:
    """Yield the contents that `git cat-file --batch` printed, each behind a line with its size."""
    start = 0
    while start < len(printed):
        end = printed.index(b"\n", start)
        size = int(printed[start:end].rsplit(b" ", 1)[1])
        yield printed[end + 1 : end + 1 + size]
        start = end + 1 + size + 1


def _stays(link: Path, target: bytes, folder: Path) -> bool:
    """Say whether a symbolic link leads to a place inside the folder."""
    leads = os.path.normpath(link.parent / os.fsdecode(target))
    return not os.path.isabs(os.fsdecode(target)) and Path(leads).is_relative_to(folder)
