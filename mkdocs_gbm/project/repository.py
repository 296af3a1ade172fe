"""What a project's repository says of it: its name, and where its pages are edited."""

import re
from pathlib import Path
from urllib.parse import quote

from mkdocs_gbm.git import GitError, git

_ADDRESS = re.compile(
    r"(?:https?://(?:[^@/]+@)?|ssh://(?:[^@/]+@)?|(?:[^@/]+@)?(?=[^/]+:[^/]))"  # https, ssh, and scp's short form
    r"(?P<host>[\w.-]+)(?::\d+)?[:/](?P<path>[^:]+?)(?:\.git)?/*"
)
_EDITS = {"github": "https://{host}/{path}/edit/{branch}/", "gitlab": "https://{host}/{path}/-/edit/{branch}/"}
"""Where the two write pages, by a word of the host's name: theirs, or that of a server of a company's own."""


def title_of(root: Path) -> str:
    """Return a project's name: the repository's where the project is all of it, and otherwise its folder's."""
    if _ask(root, "rev-parse", "--show-prefix") == "" and (address := _origin(root)):
        return address["path"].rsplit("/", 1)[-1]
    return root.resolve().name or "Documentation"


def edit_url(root: Path, docs_dir: Path) -> str | None:
    """Return where a page below `docs_dir` is edited, with `{path}` in place of its own path.

    Nothing where the repository did not come from GitHub or GitLab, or holds no such folder.
    """
    address = _origin(root)
    kind = next((kind for kind in _EDITS if address and kind in address["host"]), None)
    prefix = _ask(root, "rev-parse", "--show-prefix")
    if address is None or kind is None or prefix is None or not docs_dir.is_relative_to(root):
        return None
    folder = quote(f"{prefix}{docs_dir.relative_to(root).as_posix()}")
    branch = quote(_branch(root))
    return _EDITS[kind].format(host=address["host"], path=address["path"], branch=branch) + f"{folder}/{{path}}"


def _branch(root: Path) -> str:
    """Return the branch that changes go to: that which the repository was cloned from, by most people's habit main."""
    head = _ask(root, "symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD")
    return head.removeprefix("origin/") if head else "main"


def _origin(root: Path) -> re.Match[str] | None:
    return _ADDRESS.fullmatch(_ask(root, "config", "--get", "remote.origin.url") or "")


def _ask(root: Path, *arguments: str) -> str | None:
    try:
        return git(root, *arguments).decode("utf-8", errors="replace").strip()
    except GitError:
        return None
