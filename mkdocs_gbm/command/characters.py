"""The characters that the command reads and writes: the same ones, whatever the locale is."""

import os
import sys
from io import TextIOWrapper

_OPTION = "utf8"


def read_names_as_utf_8() -> None:
    """Begin this process anew where Python takes the names of files for another encoding (`LC_ALL=de_DE`).

    A report would tell a name otherwise than on another machine, and what MkDocs is told would not be found.
    """
    encoding = sys.getfilesystemencoding().replace("-", "").casefold()
    if os.name == "posix" and encoding != _OPTION and _OPTION not in sys._xoptions:  # noqa: SLF001 - its documented name
        os.environ["PYTHONUTF8"] = "1"  # for the processes that this one starts
        os.execv(sys.executable, [sys.executable, "-X", _OPTION, *sys.orig_argv[1:]])  # noqa: S606 - this very command


def agree_on_characters() -> None:
    """Have what is read by programs be UTF-8, and no character be one too many for a terminal.

    What `PYTHONIOENCODING` says is left as it is.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            chosen = stream.isatty() or os.environ.get("PYTHONIOENCODING")
            stream.reconfigure(encoding=None if chosen else "utf-8", errors="backslashreplace")
