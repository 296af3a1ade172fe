"""What is told of the command elsewhere runs as it stands: the pre-commit hook, the commands of the README."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from running import API, DATABASE, environment, lose
from sites import REPOSITORY, Site, example_site

COMMANDS = ("gbm", "mkdocs", "uvx --from mkdocs-gbm gbm")
#: The commands as they are in this environment; those of CI are the ones that a `pip install` puts there.
FUNCTIONS = f"""
gbm() {{ {shlex.quote(sys.executable)} -m mkdocs_gbm "$@"; }}
mkdocs() {{ {shlex.quote(sys.executable)} -m mkdocs "$@"; }}
uvx() {{ [ "$1 $2 $3" = "--from mkdocs-gbm gbm" ] && shift 3 && gbm "$@"; }}
"""


def run(script: str, folder: Path, **more: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", FUNCTIONS + script],
        cwd=folder,
        env=environment(**more),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


class TestPreCommit:
    @pytest.fixture
    def hook(self) -> dict[str, Any]:
        (hook,) = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
        assert isinstance(hook, dict)
        return hook

    def test_runs_as_it_stands_and_fails_on_a_gap(self, hook: dict[str, Any], example: Site) -> None:
        assert (hook["id"], hook["pass_filenames"]) == ("gbm-check", False)
        assert run(hook["entry"], example.folder).returncode == 0
        lose(example, "Caching")
        ran = run(hook["entry"], example.folder)
        assert ran.returncode == 1
        assert "the section 'Caching' is missing" in ran.stdout

    @pytest.mark.parametrize(
        ("path", "runs"),
        [
            ("docs/a.md", True),
            ("a.markdown", True),
            ("mkdocs.yml", True),
            ("sites/one/mkdocs.yaml", True),
            ("gbm-baseline.yml", True),
            ("src/a.py", False),
            ("not-mkdocs.yml", False),
            ("a.md.bak", False),
        ],
    )
    def test_runs_when_a_page_or_setting_changes(self, hook: dict[str, Any], path: str, *, runs: bool) -> None:
        assert bool(re.search(hook["files"], path)) is runs


def scripts(value: Any) -> Iterator[str]:
    """Yield the commands in a workflow: what stands under `run:`, `script:` and `entry:`."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("run", "script", "entry"):
                lines = inner if isinstance(inner, list) else str(inner).split("\n")
                yield from (str(line) for line in lines)
            else:
                yield from scripts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from scripts(inner)


def told() -> list[str]:
    """Return the commands of ours in the workflows that the README shows."""
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"(?ms)^```ya?ml\n(.*?)^```$", readme)
    found = [line.strip() for block in blocks for line in scripts(yaml.safe_load(block))]
    return [line for line in dict.fromkeys(found) if line.startswith(COMMANDS)]


class TestReadme:
    def test_shows_workflows(self) -> None:
        assert told()

    @pytest.mark.parametrize("command", told())
    def test_a_command_of_its_workflows_runs_as_it_stands(self, command: str, tmp_path: Path) -> None:
        """On a project that is complete, and on one that lacks something: the exit code is 0, or only for that 1."""
        summary = str(tmp_path / "step-summary.md")
        whole, lacking = example_site(tmp_path / "whole"), example_site(tmp_path / "lacking")
        lose(lacking, "Caching", API)
        lose(lacking, "Migrations", DATABASE)
        for site in (whole, lacking):
            workspace = {"GITHUB_WORKSPACE": str(site.folder), "GITHUB_STEP_SUMMARY": summary}
            ran = run(f"{_REPOSITORY}\n{command}", site.folder, **workspace)
            gates = re.search(r"\bcheck\b|--strict", command) and "regression" not in command
            assert ran.returncode == (1 if site is lacking and gates else 0), ran.stdout + ran.stderr
            assert "Traceback" not in ran.stderr
        if "GITHUB_STEP_SUMMARY" in command:
            assert Path(summary).read_text(encoding="utf-8").startswith("## Architecture documentation: 95.6 % written")


#: A checkout with its history, which knows the branch that a change goes into.
_REPOSITORY = """
git init -q && git add -A && git -c user.name=a -c user.email=a@example.com commit -qm start
git update-ref refs/remotes/origin/main HEAD
"""
