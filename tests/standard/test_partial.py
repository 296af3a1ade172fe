"""Persona partials are read whole: every way in which teams write them, and what cannot be read with file and line."""

from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from sites import REPOSITORY

from mkdocs_gbm import standard
from mkdocs_gbm.assess.content import judge
from mkdocs_gbm.assess.known import KnownText
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.outline import read_html, read_markdown
from mkdocs_gbm.standard import RequiredSection, Standard
from mkdocs_gbm.standard.partial import read_partial
from mkdocs_gbm.standard.render import Author, render_checklist, render_topic

PARTIALS = Path(__file__).resolve().parent.parent / "partials"
CASES = sorted(path.stem for path in PARTIALS.glob("*.md") if path.stem != "README")


def section_of(section: RequiredSection) -> Any:
    told = f"{section.name}: {section.guidance}" if section.guidance else section.name
    told += " [optional]" if section.optional else ""
    return {told: list(section.questions)} if section.questions else told


def outcome(read: Standard) -> dict[str, Any]:
    topics = [
        {"slug": topic.slug, "title": topic.title, "page": topic.page}
        | ({"folder": topic.folder} if topic.folder else {})
        | {"sections": [section_of(section) for section in topic.sections]}
        for topic in read.topics
    ]
    checklist = read.checklist and {
        "title": read.checklist.title,
        "items": [f"{item.name}: {item.meaning}" if item.meaning else item.name for item in read.checklist.items],
    }
    return {"topics": topics, "checklist": checklist, "remarks": list(read.remarks)}


@pytest.mark.parametrize("case", CASES)
def test_each_way_to_write_one_is_read(case: str) -> None:
    expected = yaml.safe_load((PARTIALS / f"{case}.yml").read_text(encoding="utf-8"))
    if "error" in expected:
        with pytest.raises(ConfigurationError) as caught:
            read_partial(PARTIALS / f"{case}.md", f"{case}.md")
        assert str(caught.value) == expected["error"]
    else:
        assert outcome(read_partial(PARTIALS / f"{case}.md", f"{case}.md")) == expected


def test_every_case_has_its_outcome() -> None:
    assert sorted(path.stem for path in PARTIALS.glob("*.yml")) == CASES
    assert len(CASES) >= 10


READ = [read_partial(PARTIALS / f"{case}.md") for case in ("whole", "items", "paths", "headings", "intros")]


@pytest.mark.parametrize("partial", READ, ids=lambda partial: partial.name)
@pytest.mark.parametrize("reading", ["cmark", "MkDocs"])
def test_a_page_from_the_generic_template_documents_nothing_by_itself(partial: Standard, reading: str) -> None:
    for topic in partial.topics:
        page = render_topic(topic, Author("Orders", "Team Parcel", "2026-11-22"))
        html = markdown.markdown(page, extensions=["toc", "tables", "fenced_code"])
        outline = read_markdown(page) if reading == "cmark" else read_html(html)
        headings = [heading for heading in outline.headings if heading.level == 2]
        assert len(headings) == len(topic.sections)
        own = {heading.text: judge(outline.under(heading), KnownText(None)).own for heading in headings}
        assert {name: [unit.text for unit in units] for name, units in own.items() if units} == {}


def test_the_generic_page_asks_what_the_partial_asks() -> None:
    page = render_topic(READ[0].topics[0], Author("Orders", "Team Parcel", "2026-11-22"))
    assert page.startswith("# Orders: Depots\n\nOwner: Team Parcel.\nStarted: 2026-11-22.\n\n<!--\nDocument depots in ")
    assert "\n## Layout\n\n<!-- Gates, belts and shelves\n-->\n\n<what the system does here" in page
    assert "\n\n\n" not in page


def test_the_checklist_page_holds_every_item_unticked() -> None:
    assert READ[0].checklist
    page = render_checklist(READ[0].checklist, Author("Orders"))
    assert page.startswith("# Orders: Parcel Engineer Checklist\n")
    assert {task.label: task.ticked for task in read_markdown(page).tasks} == {
        "Depots Documented": False,
        "Detours": False,
    }


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (".gobuildme/templates/personas/partials/sre/architecture.md", "sre"),
        ("backend_engineer-architecture.md", "backend_engineer"),
        ("parcels.md", "parcels"),
    ],
)
def test_is_named_by_its_persona(path: str, name: str, tmp_path: Path) -> None:
    file = tmp_path / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("### Depots\n\n- **Layout**: Gates\n", encoding="utf-8")
    read = standard.load(path, tmp_path)
    assert read.name == name
    assert read.origin
    assert read.origin.source == path


def test_that_is_not_there_is_told_on_one_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as caught:
        standard.load("gone.md", tmp_path)
    assert str(caught.value) == "gone.md: no such file; name a persona partial or a folder of templates"


def test_that_is_no_text_is_told_on_one_line(tmp_path: Path) -> None:
    (tmp_path / "own.md").write_bytes(b"### Gr\xf6\xdfe\n")
    with pytest.raises(ConfigurationError, match=r"^own\.md: is no UTF-8 text \(line 1\); save it as UTF-8$"):
        standard.load("own.md", tmp_path)


SEED = """\
## Backend

### Security Architecture

**Required**: Document backend security measures

Include:
- **Encryption**: Data at rest and in transit
- **Secrets Management**: Where our secrets are
- **Quantum Safety**: What is done about it

### Couriers

- **Rate Limiting**: How many parcels an hour

### Checklist

- [ ] **Security Measures**: All of them
- [ ] **Monitoring**: What is watched
- [ ] **Couriers**: Known
"""


def test_of_a_bundled_persona_rules_and_the_bundled_templates_serve_it_by_name(tmp_path: Path) -> None:
    file = tmp_path / ".gobuildme/templates/personas/partials/backend_engineer/architecture.md"
    file.parent.mkdir(parents=True)
    file.write_text(SEED, encoding="utf-8")
    bundled = standard.load_folder(standard.bundled("backend_engineer"))
    own = standard.load("backend_engineer", tmp_path)
    assert [(topic.slug, topic.page) for topic in own.topics] == [
        ("security", "patterns/security.md"),
        ("couriers", "patterns/couriers.md"),
    ]
    security, couriers = own.topics
    assert [section.name for section in security.sections] == ["Encryption", "Secrets Management", "Quantum Safety"]
    known = bundled.topic("security")
    limiting = bundled.topic("api-design")
    assert known
    assert limiting
    encryption, secrets, quantum = security.sections
    assert encryption == known.section("Encryption")
    assert secrets.guidance == "Where our secrets are"
    assert secrets.aliases == known.sections[4].aliases != ()
    assert quantum.aliases == ()
    assert "<what the system does here" in quantum.skeleton
    rate = limiting.section("Rate Limiting")
    assert rate
    assert couriers.sections[0].aliases == rate.aliases
    assert own.checklist
    evidence = {item.name: [str(each) for each in item.evidence] for item in own.checklist.items}
    assert evidence == {"Security Measures": ["security"], "Monitoring": [], "Couriers": []}
    assert own.origin
    assert own.origin.source == ".gobuildme/templates/personas/partials/backend_engineer/architecture.md"


def test_the_bundled_standard_has_an_origin_and_a_digest_that_stays() -> None:
    first, second = (standard.load(None, REPOSITORY).origin for _ in range(2))
    assert first == second
    assert first
    assert (first.source, first.chosen.value, first.commit) == ("bundled", "default", None)
    assert len(first.hash) == 16
