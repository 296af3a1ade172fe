"""Pages that a reviewer labelled, mixed as sites with file names that tell nothing: how many find their topic."""

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from adopting import gbm
from sites import make_site

from mkdocs_gbm.front_matter import split

TUNING = Path(__file__).resolve().parent.parent / "labelled/tuning"
_TOLD = re.compile(r"^docs/(\S+) -> ([a-z-]+): ", re.MULTILINE)

LEAST = 0.97
"""What was reached, as a share of the pages, and of the mappings that were proposed."""


def labelled() -> dict[str, list[str]]:
    """Return the bodies of the labelled pages per topic."""
    pages: dict[str, list[str]] = defaultdict(list)
    for path in sorted(TUNING.glob("*.md")):
        source = split(path.read_bytes().decode("utf-8"))
        pages[source.meta["labelled"]["topic"]].append(source.body)
    return pages


@pytest.mark.parametrize("step", [9, pytest.param(3, marks=pytest.mark.long)])
def test_pages_go_to_their_topics(tmp_path: Path, step: int) -> None:
    pages = labelled()
    counts: Counter[str] = Counter()
    for number in range(0, max(map(len, pages.values())), step):
        topics = {f"notes/page-{place}.md": topic for place, topic in enumerate(sorted(pages))}
        mixed = {uri: pages[topic][number] for uri, topic in topics.items() if number < len(pages[topic])}
        site = make_site(tmp_path / str(number), config="site_name: x\n", pages=mixed)
        told = _TOLD.findall(gbm(site, "adopt").out)
        counts["pages"] += len(mixed)
        counts["right"] += sum(topics[uri] == slug for uri, slug in told)
        counts["wrong"] += sum(topics[uri] != slug for uri, slug in told)
    assert counts["pages"] >= 60
    assert counts["right"] >= LEAST * counts["pages"], counts
    assert counts["right"] >= LEAST * (counts["right"] + counts["wrong"]), counts
