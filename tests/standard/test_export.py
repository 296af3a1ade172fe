"""A standard that is exported and read back is the same standard."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_gbm import standard
from mkdocs_gbm.assess.declared import as_judged
from mkdocs_gbm.standard import (
    Checklist,
    ChecklistItem,
    Evidence,
    Limits,
    RequiredSection,
    Standard,
    Topic,
    load_folder,
)
from mkdocs_gbm.standard.diff import differences
from mkdocs_gbm.standard.generic import checklist_of, head_of
from mkdocs_gbm.standard.names import key
from mkdocs_gbm.standard.partial import read_partial
from mkdocs_gbm.standard.write import templates_of

PARTIALS = Path(__file__).resolve().parent.parent / "partials"


def read_back(written: Standard) -> Standard:
    with TemporaryDirectory() as temporary:
        folder = Path(temporary, written.name)
        folder.mkdir()
        for name, text in templates_of(written).items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
        return load_folder(folder)


WORD = st.text("abcdefghijklmnopqrtuvwxyzABCÄßé0123456789", min_size=1, max_size=8)
SIGN = st.sampled_from(
    ["&", "/", "(x)", "C#", "'", '"', ":", "`a-b`", "#", "%", "yes", "null", "1.5", "*", "p95 < 200"]
)
TEXT = st.lists(WORD | SIGN, max_size=6).map(" ".join).filter(lambda text: not text.startswith("*"))
NAME = st.tuples(WORD, TEXT, WORD).map(lambda parts: " ".join(filter(None, parts)))
SECTION = st.builds(
    RequiredSection,
    name=NAME,
    guidance=TEXT,
    questions=st.lists(NAME, max_size=3).map(tuple),
    skeleton=st.sampled_from(["", "<what it is>", "| A |\n| --- |\n| <b> |", "```text\n## no heading\n```"]),
    aliases=st.lists(NAME, max_size=3).map(tuple),
    optional=st.booleans(),
    contained=st.booleans(),
)
SECTIONS = st.lists(SECTION, min_size=1, max_size=4, unique_by=lambda section: key(section.name)).map(tuple)


@st.composite
def standards(draw: st.DrawFn) -> Standard:
    slugs = draw(st.lists(st.from_regex(r"t[a-z]{1,6}(-[a-z]{1,4})?", fullmatch=True), min_size=1, unique=True))
    topics = tuple(_topic(draw, slug) for slug in slugs[:3])
    places = [Evidence(topic.slug, name) for topic in topics for name in (None, *(s.name for s in topic.sections))]
    places = [place for place in places if "#" not in (place.section or "")]
    names = draw(st.lists(NAME.filter(lambda name: "*" not in name), max_size=3, unique=True))
    items = tuple(
        ChecklistItem(name, draw(TEXT), tuple(draw(st.lists(st.sampled_from(places), max_size=2)))) for name in names
    )
    title = draw(NAME)
    page = checklist_of(title, [(item.name, item.meaning) for item in items])
    checklist = Checklist(title, "checklist.md", items, page) if items else None
    minimum = draw(st.sampled_from([(), (("missing-section", "warn"),)]))
    some = Limits(draw(st.sampled_from([0, 15])), draw(st.sampled_from([0.0, 82.5])), draw(st.booleans()), (slugs[0],))
    limits = draw(st.sampled_from([Limits(), some]))
    return Standard("own", topics, checklist, draw(st.sampled_from([None, "2.1"])), minimum, limits)


def _topic(draw: st.DrawFn, slug: str) -> Topic:
    title = draw(NAME)
    folder = draw(st.sampled_from([None, ".", "decisions"]))
    return Topic(slug, title, f"patterns/{slug}.md", draw(SECTIONS), head_of(title, draw(st.lists(NAME))), folder)


@settings(max_examples=80, deadline=None)
@given(standards())
def test_exported_and_read_back_it_is_the_same(written: Standard) -> None:
    read = read_back(written)
    assert read == written
    assert differences(written, read) == ()


@pytest.mark.parametrize("case", ["whole", "items", "paths", "headings", "intros", "checklist-without-lead-in"])
def test_a_partial_exported_is_the_same(case: str) -> None:
    partial = as_judged(read_partial(PARTIALS / f"{case}.md"))
    assert read_back(partial) == partial


def test_each_heading_that_is_edited_in_an_exported_folder_is_required(tmp_path: Path) -> None:
    bundled = standard.load_folder(standard.bundled("backend_engineer"))
    files = templates_of(bundled)
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    for topic in bundled.topics:
        file = tmp_path / f"{topic.slug}.md"
        for number, section in enumerate(topic.sections):
            text = files[file.name]
            file.write_text(text.replace(f"\n## {section.name}\n", "\n## Zebra Crossing\n"), encoding="utf-8")
            edited = load_folder(tmp_path)
            names = [each.name for each in edited.topics[bundled.topics.index(topic)].sections]
            assert names[number] == "Zebra Crossing"
            assert section.name not in names
            told = [str(each) for item in edited.checklist.items for each in item.evidence] if edited.checklist else []
            assert f"{topic.slug}#{section.name}" not in told
        file.write_text(files[file.name], encoding="utf-8")
    assert load_folder(tmp_path).topics == bundled.topics


def test_the_bundled_standard_exported_is_the_same() -> None:
    bundled = standard.load_folder(standard.bundled("backend_engineer"))
    assert read_back(bundled) == bundled
