"""cmark-gfm's memory is given back: a preview that runs all day reads the same pages again and again."""

import subprocess
import sys

import pytest

from mkdocs_gbm.outline import read_markdown

GROWTH = """
from pathlib import Path
from mkdocs_gbm.outline import read_lines, read_markdown
from mkdocs_gbm.outline.markdown import read_unfolded
from mkdocs_gbm.standard.partial_blocks import parts_of

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

def read():
    read_markdown(PAGE), read_lines(PAGE), read_unfolded(PAGE, 0, str), parts_of(PAGE)

PAGE = "# API\\n\\n" + "## Caching\\n\\nKept *sixty* seconds.\\n\\n| a | b |\\n| - | - |\\n| c | d |\\n\\n" * 200
for _ in range(5):
    read()
before = resident()
for _ in range(100):
    read()
print((resident() - before) // len(PAGE))
"""
CLOSED = """
import ctypes
ctypes.CDLL = lambda name: object()
from mkdocs_gbm.outline import read_markdown
print([heading.text for heading in read_markdown("# API").headings])
"""


def printed(program: str) -> str:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="what a process holds is read from /proc")
def test_pages_that_are_read_again_take_no_more_memory() -> None:
    """Four hundred readings held seventy times this page each, when nothing was given back."""
    assert int(printed(GROWTH)) < 100


def test_pages_are_read_where_the_library_does_not_tell_how_memory_is_given_back() -> None:
    assert printed(CLOSED) == "['API']"


def test_what_follows_a_nul_is_read() -> None:
    assert [heading.text for heading in read_markdown("# API\n\na\0b\n\n## Caching\n").headings] == ["API", "Caching"]
