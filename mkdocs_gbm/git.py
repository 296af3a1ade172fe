"""What git knows of a project, read without touching the working tree."""

import subprocess
from pathlib import Path


class GitError(Exception):
    """git is not there, or says no."""


def git(folder: Path, *arguments: str, input: bytes = b"") -> bytes:  # noqa: A002 - as `subprocess` names it
    """Run a git command that changes nothing of the project, and return what it prints.

    Args:
        folder: Where it runs.
        arguments: The command and its arguments, such as `log`, `-1`.
        input: What it reads from its standard input.

    Raises:
        GitError: If git is not installed, the folder is in no repository, or the command fails; with git's own words.
    """
    command = ["git", "--no-optional-locks", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, input=input)  # noqa: S603 - a list, no shell
    except OSError as error:
        raise GitError(f"git cannot be run: {error.strerror}") from error
    if done.returncode:
        words = done.stderr.decode("utf-8", errors="replace").strip().splitlines()
        raise GitError(words[0] if words else f"git {arguments[0]} ended with code {done.returncode}")
    return done.stdout
