"""A process that never outlives the one that started it: both sides of that."""

import _thread
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

_GRACE = 10
"""Seconds that a process has to tidy up before it is killed."""
_SIGNALLED = 128
"""A process that a signal ended has this plus the signal's number as its exit code, as shells have it."""


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> int:
    """Run a process that calls `end_with_parent`, wait for its end, and return its exit code.

    It has the output of this process, and a group of its own: an interrupt from the keyboard reaches this process
    alone, which passes it on. Its standard input says nothing and ends when this process does, however that comes.

    Args:
        command: The program and its arguments.
        folder: Where it runs.
        environment: More variables for it.
    """
    process = subprocess.Popen(  # noqa: S603 - a list, no shell
        command, cwd=folder, env={**os.environ, **environment}, stdin=subprocess.PIPE, process_group=0
    )
    try:
        with _ending_on(signal.SIGTERM, getattr(signal, "SIGHUP", None)):
            code = process.wait()
    finally:
        _end(process)
    return code if code >= 0 else _SIGNALLED - code


def end_with_parent() -> None:
    """Raise `KeyboardInterrupt` in this process when it is asked to end, and when its parent has ended."""
    signal.signal(signal.SIGTERM, _interrupt)
    threading.Thread(target=_watch_input, daemon=True).start()


def _watch_input() -> None:
    while os.read(0, 1):
        pass
    _thread.interrupt_main(signal.SIGTERM)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a process, first kindly."""
    if process.poll() is None:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(_GRACE)
    if process.poll() is None:
        process.kill()
        process.wait()
    if process.stdin:
        process.stdin.close()


@contextmanager
def _ending_on(*signals: "signal.Signals | None") -> Iterator[None]:
    """Leave by way of `SystemExit`, so that everything is tidied up, when one of these signals comes."""

    def leave(number: int, _frame: FrameType | None) -> None:
        sys.exit(_SIGNALLED + number)

    before = {number: signal.signal(number, leave) for number in signals if number is not None}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
