"""Short texts of sections, with a reviewer's verdict on each: `lines/*.txt`."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LINES = Path(__file__).resolve().parent / "lines"


@dataclass(frozen=True)
class Line:
    """A short text, and whether it owes what should stand there."""

    owes: bool
    section: str
    text: str


def all_lines() -> dict[str, list[Line]]:
    """Return the lines of each file, by its name."""
    return {path.stem: list(lines(path)) for path in sorted(LINES.glob("*.txt"))}


def lines(path: Path) -> Iterator[Line]:
    """Read a file of lines such as `owes | Rate Limiting | Ask Kim.`."""
    for line in path.read_text(encoding="utf-8").splitlines():
        label, section, text = line.split(" | ", 2)
        yield Line({"owes": True, "tells": False}[label], section, text.replace("\\n", "\n"))
