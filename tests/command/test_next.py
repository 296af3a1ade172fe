"""`gbm next`: the gaps in the order in which they are best closed, each with all that is needed to close it."""

import json
from typing import Any

import pytest
from running import API, CHECKLIST, DATABASE, config, gbm, lose, run_in
from sites import ARCHITECTURE, Site, make_site

from mkdocs_gbm.standard import Standard


def gaps(site: Site, *arguments: str) -> list[dict[str, Any]]:
    code, said, _ = gbm("next", "--format", "json", *arguments, *config(site))
    assert code == 0
    found: list[dict[str, Any]] = json.loads(said)["gaps"]
    return found


def test_a_missing_section_is_told_with_all_that_is_needed_to_write_it(
    example: Site, backend_engineer: Standard
) -> None:
    lose(example, "Rate Limiting")
    code, said, _ = gbm("next", *config(example))
    assert code == 0
    topic = backend_engineer.topic("api-design")
    section = topic and topic.section("Rate Limiting")
    assert section
    line = example.read(API).split("\n").index("## Authorization") + 1
    assert said.splitlines() == [
        "1. ## Rate Limiting  (API Architecture; missing-section, warn)",
        f"   {API}, after 'Authorization' at line {line}",
        f"   {section.guidance}",
        *(f"   - {question}" for question in section.questions),
    ]


def test_the_first_section_goes_before_the_others(example: Site) -> None:
    lose(example, "API Style")
    (gap,) = gaps(example)
    assert (gap["heading"], gap["place"], gap["after"], gap["line"]) == (
        "## API Style",
        "before the first section",
        None,
        None,
    )


def test_a_placeholder_is_told_at_its_line(example: Site) -> None:
    lose(example, "Caching")
    example.write(API, example.read(API) + "\n## Caching\n\nTBD\n")
    (gap,) = gaps(example)
    line = example.read(API).split("\n").index("## Caching") + 1
    assert (gap["rule"], gap["line"], gap["place"]) == ("placeholder-section", line, f"at line {line}")


def test_what_fails_and_the_worst_topic_come_first_in_the_templates_order(example: Site) -> None:
    for name in ("Caching", "Rate Limiting"):
        lose(example, name)
    example.write(API, example.read(API) + "\n## Rate Limiting\n\nA few.\n")
    for name in ("Migrations", "Schema Design"):
        lose(example, name, DATABASE)
    example.write(CHECKLIST, example.read(CHECKLIST).replace("- [x] **Monitoring**", "- [ ] **Monitoring**"))
    assert [(gap["severity"], gap["section"]) for gap in gaps(example)] == [
        ("warn", "Schema Design"),
        ("warn", "Migrations"),
        ("warn", "Caching"),
        ("info", "Rate Limiting"),
        ("info", "Monitoring"),
    ]


def test_a_missing_page_is_written_section_by_section(example: Site, backend_engineer: Standard) -> None:
    (example.folder / DATABASE).unlink()
    found = gaps(example, "--limit", "20")
    topic = backend_engineer.topic("database")
    assert topic
    assert [gap["section"] for gap in found] == [section.name for section in topic.sections]
    assert {(gap["path"], gap["place"]) for gap in found} == {(DATABASE, "in a new page")}
    assert all(gap["guidance"] and gap["questions"] for gap in found)
    said = gbm("next", "--limit", "2", *config(example))[1]
    assert said.count("write it from the page template") == 1
    assert said.endswith(f"\n\n{len(topic.sections) - 2} more: gbm next --limit {len(topic.sections)}\n")


def test_a_checklist_item_and_a_stale_entry_are_work_too(example: Site) -> None:
    lose(example, "Caching")
    gbm("baseline", *config(example))
    whole = example.read(CHECKLIST)
    text = "Products are cached for sixty seconds by Redis; writes delete keys."
    example.write(API, example.read(API) + f"\n## Caching\n\n{text}\n")
    example.write(CHECKLIST, "\n".join(line for line in whole.split("\n") if "**Monitoring**" not in line))
    found = gaps(example)
    assert [gap["rule"] for gap in found] == ["missing-item", "stale-baseline"]
    said = gbm("next", *config(example))[1]
    assert "1. Monitoring  (Checklist; missing-item, warn)" in said
    assert "add '- [ ] **Monitoring**: " in said
    assert "run 'gbm baseline' to take it out" in said


def test_the_limit_cuts_and_the_rest_is_counted(tmp_path: Any) -> None:
    site = make_site(tmp_path)
    assert len(gaps(site)) == 5
    told = json.loads(gbm("next", "--limit", "7", "--format", "json", *config(site))[1])
    assert (told["schema_version"], len(told["gaps"]), told["left"]) == (1, 7, 40)


def test_each_gap_takes_a_dozen_lines_at_most(tmp_path: Any) -> None:
    said = gbm("next", "--limit", "99", *config(make_site(tmp_path)))[1]
    blocks = said.split("\n\n")
    assert len(blocks) == 47
    assert max(block.count("\n") + 1 for block in blocks) <= 12


def test_nothing_to_write_is_said(example: Site) -> None:
    assert gbm("next", *config(example)) == (
        0,
        "Nothing to write: every required section is written, and every checklist item holds.\n",
        "",
    )
    assert gaps(example) == []


@pytest.mark.parametrize("wrong", ["0", "-1", "many"])
def test_a_limit_that_is_none_is_wrong_use(example: Site, wrong: str) -> None:
    assert gbm("next", "--limit", wrong, *config(example))[0] == 2


def test_paths_are_told_from_where_the_command_runs(example: Site) -> None:
    lose(example, "Caching")
    above = run_in("next", "-f", f"{example.folder.name}/mkdocs.yml", folder=example.folder.parent)
    assert f"   {example.folder.name}/{ARCHITECTURE}/patterns/api-design.md, after " in above.stdout
