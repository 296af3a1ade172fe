"""The command tells how it is used, and helps a shell to complete it."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
from running import environment, gbm
from sites import Site

from mkdocs_gbm.cli import COMMANDS, main


def examples(command: str) -> list[list[str]]:
    """Return the examples in a command's help, as arguments of `gbm`."""
    said = gbm(command, "--help")[1]
    after = said.partition("Example")[2].partition("Options:")[0]
    return [shlex.split(line) for line in re.findall(r"(?m)(?:^|: )\s*gbm (.+)$", after)]


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_examples_that_it_takes(command: str) -> None:
    told = examples(command)
    assert told
    for arguments in told:
        with main.make_context("gbm", list(arguments)) as group:
            name, found, rest = main.resolve_command(group, arguments)
            assert (name, found is not None) == (command, True)
            assert found
            with found.make_context(name, rest, parent=group) as context:
                assert isinstance(context, click.Context)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_told_in_the_list_in_full(command: str) -> None:
    (line,) = re.findall(rf"(?m)^  {command} +(.+)$", gbm("--help")[1])
    assert not line.endswith("...")


def test_help_tells_the_exit_codes_where_they_matter() -> None:
    assert "Exit code 0: nothing of severity `warn`; 1: findings; 2: wrong use" in gbm("check", "--help")[1]
    assert "exit code is 0 also when there is something to write" in " ".join(gbm("next", "--help")[1].split())


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_each_shell_is_printed(shell: str) -> None:
    code, said, wrong = gbm("completion", shell)
    assert (code, wrong) == (0, "")
    assert f"_GBM_COMPLETE={shell}_complete" in said


def test_an_unknown_shell_is_wrong_use() -> None:
    assert gbm("completion", "tcsh")[0] == 2


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        (["gbm", "ch"], {"check"}),
        (["gbm", "explain", "missing-s"], {"missing-section"}),
        (["gbm", "check", "--format", "s"], {"sarif"}),
        (["gbm", "completion", "z"], {"zsh"}),
    ],
)
def test_bash_completes_with_it(example: Site, tmp_path: Path, typed: list[str], completed: set[str]) -> None:
    command = tmp_path / "bin/gbm"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m mkdocs_gbm "$@"\n')
    command.chmod(0o755)
    words = f"COMP_WORDS=({' '.join(typed)}); COMP_CWORD={len(typed) - 1}"
    script = f'eval "$(gbm completion bash)"; {words}; _gbm_completion gbm; echo "${{COMPREPLY[@]}}"'
    path = f"{command.parent}:/usr/bin:/bin"
    ran = subprocess.run(
        ["bash", "--norc", "-c", script],
        cwd=example.folder,
        env=environment(PATH=path),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert set(ran.stdout.split()) == completed, ran.stderr
