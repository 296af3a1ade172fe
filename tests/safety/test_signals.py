"""Real signals, at the moment at which a file is being written."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from running import environment
from sites import REPOSITORY

from safety.stopping import everything

SLOW = "import os, time\nreal = os.fsync\nos.fsync = lambda file: (time.sleep(0.2), real(file))[1]\n"


@pytest.mark.parametrize("number", [signal.SIGINT, pytest.param(signal.SIGKILL, marks=pytest.mark.long)])
def test_a_signal_leaves_whole_files_and_the_next_run_completes_them(tmp_path: Path, number: signal.Signals) -> None:
    slow, project = tmp_path / "slow", tmp_path / "project"
    slow.mkdir()
    project.mkdir()
    (slow / "sitecustomize.py").write_text(SLOW)
    command = [sys.executable, "-m", "mkdocs_gbm", "init", "--yes", "--name", "Orders"]
    path = os.pathsep.join([str(slow), str(REPOSITORY)])
    with subprocess.Popen(
        command, cwd=project, env=environment(PYTHONPATH=path), stderr=subprocess.PIPE, stdout=subprocess.DEVNULL
    ) as running:
        while not list(project.rglob("api-design.md")):
            assert running.poll() is None
            time.sleep(0.01)
        running.send_signal(number)
        errors = running.communicate()[1].decode()
    begun = everything(project)
    assert "mkdocs.yml" not in begun
    if number is signal.SIGINT:
        line = "gbm: interrupted: each file is the old one or the new one; run it again to complete\n"
        assert (running.returncode, errors) == (130, line)
        assert [path for path in begun if "/.gbm-" in path] == []
    done = subprocess.run(command, cwd=project, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    whole = everything(project)
    assert "mkdocs.yml" in whole
    kept = [path for path in begun if path.endswith(".md")]
    assert kept
    assert all(whole[path] == begun[path] for path in kept)
