"""The example site as it is: Orders, and Notifications, which takes a topic from it and does without another."""

import json
from pathlib import Path

import pytest
from running import config, gbm
from sites import Site, whole_example_site


@pytest.fixture
def whole(tmp_path: Path) -> Site:
    return whole_example_site(tmp_path / "example")


def test_builds_strictly_and_says_so_of_both(whole: Site) -> None:
    built = whole.build("--strict")
    assert built.exit_code == 0, built.output
    assert "WARNING" not in built.output
    assert "; 2 components; by the standard backend_engineer" in built.output
    numbers = {each["name"]: each["coverage"] for each in whole.report["components"]}
    assert numbers["Orders"] == {"percent": 100.0, "documented": 45, "required": 46, "not_applicable": 1}
    assert numbers["Notifications"] == {"percent": 100.0, "documented": 31, "required": 46, "not_applicable": 15}


def test_one_topic_is_waived_and_one_is_inherited(whole: Site) -> None:
    whole.build()
    notifications = next(each for each in whole.report["components"] if each["name"] == "Notifications")
    topics = {each["slug"]: each["sections"] for each in notifications["topics"]}
    assert {section["status"] for section in topics["database"]} == {"not-applicable"}
    assert {section["inherited_from"] for section in topics["security"]} == {"Orders"}
    others = [section for slug in topics.keys() - {"security"} for section in topics[slug]]
    assert {section["inherited_from"] for section in others} == {None}


def test_the_command_gives_the_report_of_the_build(whole: Site) -> None:
    whole.build()
    code, out, _ = gbm("check", *config(whole), "--format", "json")
    assert code == 0
    assert json.loads(out) == whole.report


def test_losing_a_section_that_the_other_takes_is_told_of_both(whole: Site) -> None:
    page = ".gobuildme/docs/technical/architecture/patterns/security.md"
    whole.write(page, whole.read(page).replace("## Audit Logging", "## Nothing of it"))
    built = whole.build()
    told = [line for line in built.findings if "ecurity" in line]
    assert told[0].startswith(f"{page}: missing-section: the section 'Audit Logging' is missing")
    lacking = ".gobuildme/docs/notifications/architecture/patterns/security.md"
    assert told[1].startswith(f"{lacking}: missing-page: the topic 'Security Architecture' has no page, so 1 of its 7")
