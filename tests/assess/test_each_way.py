"""Each way to write nothing, one line for each alternative of the patterns (`ways.txt`), and what is no such way."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_gbm.assess import blanks, dummies, empty_talk, instructions, owed, unwritten

HERE = Path(__file__).parent

WAYS: dict[str, Callable[[str], object]] = {
    "note": unwritten.is_note,
    "filler": unwritten.is_filler,
    "open": unwritten.is_open,
    "record": dummies.is_record,
    "dummy": dummies.is_dummy,
    "image": lambda text: dummies.is_dummy_image(["", text]),
    "comment": dummies.is_commented_out,
    "structure": dummies.is_structure,
    "blank": lambda text: blanks.is_blank_to_fill(text, fenced=False),
    "fenced": lambda text: blanks.is_blank_to_fill(text, fenced=True),
    "instruction": instructions.is_instruction,
    "request": instructions.is_request,
    "announcement": empty_talk.is_announcement,
    "form": instructions.is_on_its_form,
    "prompt": blanks.is_prompt,
    "lone token": blanks.is_lone_token,
    "token": lambda text: not blanks.without_tokens(text).strip(),
    "undone": owed.is_undone,
    "question": empty_talk.is_question,
    "asked": lambda text: instructions.what_is_asked(text) == "scheduled jobs",
}


def lines_below(name: str) -> list[str]:
    """Return what stands below a name in `ways.txt`."""
    text = (HERE / "ways.txt").read_text(encoding="utf-8").split(f"\n[{name}]\n", 1)[1].split("\n\n", 1)[0]
    return [line.replace("\\n", "\n") for line in text.split("\n") if line]


@pytest.mark.parametrize("way", WAYS)
def test_each_way(way: str) -> None:
    judge, lines, others = WAYS[way], lines_below(way), lines_below(f"not {way}")
    assert [line for line in lines if not judge(line)] == []
    assert [line for line in others if judge(line)] == []
    assert len(lines) > 2
    assert len(others) > 2
