"""The gate: what is required cannot go missing without a strict build that says so and publishes nothing."""

import re
from pathlib import Path

import pytest
from sites import ARCHITECTURE, REPOSITORY, Site, configure, make_site, without_section

from mkdocs_gbm import standard
from mkdocs_gbm.standard import Standard
from mkdocs_gbm.standard.render import Author, render_checklist, render_topic

STANDARD = standard.load("backend_engineer", REPOSITORY)
SECTIONS = [
    pytest.param(topic.slug, section.name, id=f"{topic.slug}: {section.name}")
    for topic in STANDARD.topics
    for section in topic.sections
]
#: The section of the example site that says, with its reason, that it does not apply.
WAIVED = "Stream Processing"
#: All of them again; one of each topic, and the one that does not apply, without the longer run.
TRIED_AT_LENGTH = [
    pytest.param(
        topic.slug,
        section.name,
        id=f"{topic.slug}: {section.name}",
        marks=[] if section.name in (topic.sections[0].name, WAIVED) else [pytest.mark.long],
    )
    for topic in STANDARD.topics
    for section in topic.sections
]
TOPICS = [pytest.param(topic.slug, id=topic.slug) for topic in STANDARD.topics]


def page_of(slug: str) -> str:
    topic = STANDARD.topic(slug)
    assert topic
    return f"{ARCHITECTURE}/{topic.page}"


def guidance_of(slug: str, name: str) -> str:
    topic = STANDARD.topic(slug)
    section = topic.section(name) if topic else None
    assert section
    assert section.guidance
    return section.guidance


def delete_section(site: Site, slug: str, name: str) -> None:
    page = page_of(slug)
    site.write(page, without_section(site.read(page), name))


def template_pages(component: str = "Orders") -> dict[str, str]:
    """Return every page as its template starts it, by its path below `docs/`."""
    author = Author(component, owner="Team Parcel", date="2026-11-22")
    pages = {f"technical/architecture/{topic.page}": render_topic(topic, author) for topic in STANDARD.topics}
    assert STANDARD.checklist
    pages[f"technical/architecture/{STANDARD.checklist.page}"] = render_checklist(STANDARD.checklist, author)
    return pages


def test_the_example_site_builds_strictly_without_a_warning(example: Site) -> None:
    built = example.build("--strict")
    assert built.exit_code == 0
    assert built.findings == []
    assert "WARNING" not in built.output
    assert "ERROR" not in built.output
    assert "45 of 45 required sections are written, 1 not applicable (written, not verified)" in built.output
    assert "9 of 9 checklist items are done" in built.output


def test_the_example_site_builds_quietly_without_a_word(example: Site) -> None:
    built = example.build("--strict", "-q")
    assert (built.exit_code, built.output) == (0, "")


def is_told(findings: list[str], slug: str, name: str) -> bool:
    """Say whether a deleted section is the one finding, and what its line must tell is in it."""
    (finding,) = findings
    assert finding.startswith(f"{page_of(slug)}: missing-section: the section '{name}' is missing; ")
    return f"'## {name}'" in finding and guidance_of(slug, name) in finding


@pytest.mark.parametrize(("slug", "name"), SECTIONS)
def test_a_deleted_section_fails_the_strict_build_with_one_finding(example: Site, slug: str, name: str) -> None:
    delete_section(example, slug, name)
    strict = example.build("--strict")
    assert strict.exit_code == 1
    assert example.published == []
    assert is_told(strict.findings, slug, name)
    assert "1 finding in the architecture documentation: nothing was published" in strict.output


@pytest.mark.parametrize(("slug", "name"), TRIED_AT_LENGTH)
def test_a_deleted_section_is_told_in_a_quiet_strict_build_and_shows_in_one_that_is_not_strict(
    example: Site, slug: str, name: str
) -> None:
    delete_section(example, slug, name)
    quiet = example.build("--strict", "-q")
    assert quiet.exit_code == 1
    assert example.published == []
    assert is_told(quiet.findings, slug, name)

    lenient = example.build()
    assert lenient.exit_code == 0
    assert lenient.findings == quiet.findings
    documented, applicable = (45, 46) if name == WAIVED else (44, 45)
    assert example.report["coverage"] == {
        "percent": 97.8,
        "documented": documented,
        "required": 46,
        "not_applicable": 46 - applicable,
    }
    page = example.read("site/architecture-coverage/index.html")
    assert f"{documented} of {applicable} required sections are written" in page


def test_a_heading_about_something_else_is_not_offered_to_be_renamed(example: Site) -> None:
    delete_section(example, "api-design", "Caching")
    (finding,) = example.build("--strict").findings
    assert "### Placing an order" in example.read(page_of("api-design"))
    assert "Placing an order" not in finding


@pytest.mark.parametrize("slug", TOPICS)
def test_a_deleted_page_is_one_finding(example: Site, slug: str) -> None:
    (example.folder / page_of(slug)).unlink()
    strict = example.build("--strict")
    assert strict.exit_code == 1
    assert strict.rules == ["missing-page"]
    topic = STANDARD.topic(slug)
    assert topic
    assert strict.findings[0].startswith(f"{page_of(slug)}: missing-page: the topic '{topic.title}' has no page")
    assert "page template" in strict.findings[0]
    assert example.published == []

    assert example.build().exit_code == 0
    assert example.report["coverage"]["documented"] == 45 - sum(section.name != WAIVED for section in topic.sections)


def test_a_deleted_checklist_is_one_finding(example: Site) -> None:
    (example.folder / ARCHITECTURE / "checklist.md").unlink()
    strict = example.build("--strict")
    assert strict.exit_code == 1
    assert strict.rules == ["missing-page"]
    assert strict.findings[0].startswith(f"{ARCHITECTURE}/checklist.md: missing-page: the checklist has no page")


@pytest.mark.parametrize("slug", TOPICS)
def test_an_emptied_section_is_one_finding_at_its_line(example: Site, slug: str) -> None:
    topic = STANDARD.topic(slug)
    assert topic
    name = topic.sections[-1].name
    page = example.read(page_of(slug))
    example.write(page_of(slug), f"{without_section(page, name).rstrip()}\n\n## {name}\n")
    strict = example.build("--strict")
    line = example.read(page_of(slug)).split("\n").index(f"## {name}") + 1
    assert strict.exit_code == 1
    assert len(strict.findings) == 1
    assert strict.findings[0].startswith(
        f"{page_of(slug)}:{line}: empty-section: the section '{name}' has no content; write there: "
    )
    assert guidance_of(slug, name) in strict.findings[0]


@pytest.mark.parametrize("slug", TOPICS)
def test_a_section_that_the_template_gave_back_is_a_placeholder(example: Site, slug: str) -> None:
    topic = STANDARD.topic(slug)
    assert topic
    section = topic.sections[0]
    template = render_topic(topic, Author("Orders"))
    head, _, _ = template.partition(f"## {topic.sections[1].name}")
    pasted = head[head.index(f"## {section.name}") :]
    page = example.read(page_of(slug))
    example.write(page_of(slug), f"{without_section(page, section.name).rstrip()}\n\n{pasted}")
    strict = example.build("--strict")
    assert strict.exit_code == 1
    assert strict.rules == ["placeholder-section"]
    assert f"the section '{section.name}' is not written: '<" in strict.findings[0]
    assert ">' is still to be replaced" in strict.findings[0]
    assert section.guidance in strict.findings[0]


def test_pages_that_only_repeat_the_templates_document_nothing(tmp_path: Path) -> None:
    site = make_site(tmp_path, pages=template_pages())
    built = site.build()
    assert built.exit_code == 0
    sections = [(topic.page, section.name) for topic in STANDARD.topics for section in topic.sections]
    assert [rule for rule in built.rules if rule != "open-item"] == ["placeholder-section"] * len(sections)
    for finding, (page, name) in zip(built.findings, sections, strict=False):
        assert finding.startswith(f"docs/technical/architecture/{page}:")
        assert re.search(
            rf"the section '{re.escape(name)}' (?:holds only placeholder text|is not written: '<.+>' is)", finding
        )
    assert built.rules.count("open-item") == 10
    assert site.report["coverage"] == {"percent": 0.0, "documented": 0, "required": 46, "not_applicable": 0}
    assert site.build("--strict").exit_code == 1


def test_every_finding_of_every_page_is_told_at_once(example: Site) -> None:
    deleted = [(topic.slug, topic.sections[1].name) for topic in STANDARD.topics]
    for slug, name in deleted:
        delete_section(example, slug, name)
    strict = example.build("--strict")
    assert strict.exit_code == 1
    assert strict.rules == ["missing-section"] * 6
    for finding, (slug, name) in zip(strict.findings, deleted, strict=True):
        assert finding.startswith(f"{page_of(slug)}: missing-section: the section '{name}' is missing; ")
    assert "6 findings in the architecture documentation" in strict.output


def test_an_empty_site_misses_each_topic_once(tmp_path: Path, backend_engineer: Standard) -> None:
    site = make_site(tmp_path)
    strict = site.build("--strict", "-q")
    assert strict.exit_code == 1
    assert strict.rules == ["missing-page"] * 7
    pages = [topic.page for topic in backend_engineer.topics] + ["checklist.md"]
    assert [finding.split(":")[0] for finding in strict.findings] == [
        f"docs/technical/architecture/{page}" for page in pages
    ]
    assert site.published == []


def test_a_ticked_item_without_its_section_is_told_with_the_section(example: Site) -> None:
    delete_section(example, "api-design", "Error Handling")
    strict = example.build("--strict")
    assert len(strict.findings) == 1
    assert "un-tick 'API Design Documented', 'Error Handling'" in strict.findings[0]


def test_a_rule_made_info_is_told_and_lets_the_strict_build_pass(example: Site) -> None:
    delete_section(example, "api-design", "Pagination")
    configure(example, "{severity: {missing-section: info}}")
    strict = example.build("--strict")
    assert strict.exit_code == 0
    assert strict.rules == ["missing-section"]
    assert re.search(r"^INFO +-  gbm: \S+api-design\.md: missing-section: ", strict.output, re.MULTILINE)
    assert "WARNING" not in strict.output
    findings = [(finding["rule"], finding["severity"]) for finding in example.report["findings"]]
    assert findings == [("missing-section", "info")]
    assert example.report["coverage"]["documented"] == 44


def test_an_ignored_rule_is_not_told_and_still_counts(example: Site) -> None:
    delete_section(example, "api-design", "Pagination")
    configure(example, "{severity: {missing-section: ignore, contradicted-item: ignore}}")
    strict = example.build("--strict")
    assert (strict.exit_code, strict.findings) == (0, [])
    assert example.report["findings"] == []
    assert example.report["coverage"]["documented"] == 44


def test_a_tick_is_contradicted_when_the_finding_that_says_why_is_ignored(example: Site) -> None:
    delete_section(example, "api-design", "Pagination")
    configure(example, "{severity: {missing-section: ignore}}")
    strict = example.build("--strict")
    line = example.read(f"{ARCHITECTURE}/checklist.md").split("- [x] **API Design Documented**")[0].count("\n") + 1
    assert strict.exit_code == 1
    (finding,) = strict.findings
    assert finding == (
        f"{ARCHITECTURE}/checklist.md:{line}: contradicted-item: 'API Design Documented' is ticked, and not "
        "documented: API Architecture: Pagination; write what is lacking, or un-tick the item"
    )


def test_a_severity_for_one_topic_leaves_the_others_as_they_are(example: Site) -> None:
    delete_section(example, "data-flow", "Stream Processing")
    delete_section(example, "security", "Input Validation")
    configure(example, "{severity: {data-flow: {missing-section: info}, contradicted-item: ignore}}")
    strict = example.build("--strict")
    assert strict.exit_code == 1
    assert re.search(r"^INFO +-  gbm: \S+data-flow\.md: missing-section: ", strict.output, re.MULTILINE)
    assert re.search(r"^ERROR +-  gbm: \S+security\.md: missing-section: ", strict.output, re.MULTILINE)
    assert "1 finding in the architecture documentation" in strict.output


def test_a_topic_may_be_stricter_than_the_site(example: Site) -> None:
    delete_section(example, "data-flow", "Stream Processing")
    delete_section(example, "security", "Input Validation")
    configure(
        example, "{severity: {missing-section: ignore, contradicted-item: ignore, security: {missing-section: warn}}}"
    )
    strict = example.build("--strict")
    assert strict.exit_code == 1
    assert [finding.split(":")[0] for finding in strict.findings] == [page_of("security")]


def test_a_rule_made_warn_fails_the_strict_build(example: Site) -> None:
    page = f"{ARCHITECTURE}/checklist.md"
    example.write(page, example.read(page).replace("- [x] **Monitoring**", "- [ ] **Monitoring**"))
    assert example.build("--strict").exit_code == 0
    configure(example, "{severity: {open-item: warn}}")
    strict = example.build("--strict")
    assert (strict.exit_code, strict.rules) == (1, ["open-item"])


def test_coverage_below_the_threshold_fails_the_strict_build(example: Site) -> None:
    delete_section(example, "data-flow", "Stream Processing")
    configure(example, "{fail_under: 98, severity: {missing-section: info, contradicted-item: ignore}}")
    strict = example.build("--strict")
    assert strict.exit_code == 1
    assert strict.rules == ["missing-section", "low-coverage"]
    assert strict.findings[1].startswith(f"{ARCHITECTURE}: low-coverage: coverage is 97.8 %, below 98 %; ")
    example.write("mkdocs.yml", example.read("mkdocs.yml").replace("fail_under: 98", "fail_under: 97"))
    assert example.build("--strict").exit_code == 0
