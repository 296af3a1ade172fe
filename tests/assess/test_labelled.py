"""The verdicts beside a reviewer's, on pages that nobody tuned on."""

import sys
from functools import cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "labelled"))

from evaluate import VERDICTS, Judgement, counts, judgements, verdicts

pytestmark = pytest.mark.xdist_group("labelled")  # what is judged once serves all of them

#: What was reached when the set was last changed, as shares: a change may raise it, and must not lose it. The pages of
#: `held_out` are new, and nobody has read them yet.
REACHED = {"tuning": (0.99, 0.98), "held_out": (0.98, 0.97)}


@cache
def judged(half: str) -> list[Judgement]:
    return list(judgements(half))


@pytest.mark.parametrize("half", sorted(REACHED))
def test_agrees_with_the_reviewer(half: str) -> None:
    numbers = counts(judged(half))
    precision = numbers["of these rightly"] / numbers["called documented"]
    recall = numbers["of these rightly"] / numbers["documented"]
    assert precision >= REACHED[half][0], f"precision {precision:.1%}: {numbers}"
    assert recall >= REACHED[half][1], f"recall {recall:.1%}: {numbers}"
    assert numbers["verdicts"] >= 150


def test_no_verdict_on_the_pages_for_tuning_changes_unnoticed() -> None:
    known = VERDICTS.read_text(encoding="utf-8").splitlines()
    changed = [line for line in verdicts(judged("tuning")) if line not in set(known)]
    assert changed == [], "if they are meant: python tests/labelled/evaluate.py --write"
    assert len(known) == len({one.page for one in judged("tuning")})
