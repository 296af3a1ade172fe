"""Each sign that a sentence owes has a line in `signs.txt`, and neighbours show none."""

import re
from pathlib import Path

import pytest

from mkdocs_gbm.assess import owing_signs

TEXT = (Path(__file__).parent / "signs.txt").read_text(encoding="utf-8")
SIGNS = re.findall(r"^\[(\w+)\]$", TEXT, re.MULTILINE)
STORED = "Orders stored|Redis|S3 and Kafka|Responses are cached|The ledger keeps all payments|opened|Clients sign"


def lines_below(sign: str) -> list[str]:
    return TEXT.split(f"\n[{sign}]\n", 1)[1].split("\n\n", 1)[0].strip().split("\n")


@pytest.mark.parametrize("sign", SIGNS)
def test_each_sign(sign: str) -> None:
    pattern = re.compile(getattr(owing_signs, sign))
    found = pattern.match if sign in ("ALWAYS", "NOT_HERE") else pattern.search
    assert [line for line in lines_below(sign) if not found(line)] == []
    assert [line for line in STORED.split("|") if found(line)] == []
