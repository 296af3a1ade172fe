"""What may stand in a page template: how its text is read, and which HTML it may hold."""

from pathlib import Path

import pytest

from mkdocs_gbm.standard import RequiredSection, load_folder


def only_section(folder: Path, text: str) -> RequiredSection:
    """Read a standard of one template with one section."""
    (folder / "depots.md").write_text(f"---\ntopic: Depots\n---\n## Layout\n\n{text}\n", encoding="utf-8")
    (topic,) = load_folder(folder).topics
    (section,) = topic.sections
    return section


def test_a_question_goes_on_in_the_next_lines(tmp_path: Path) -> None:
    section = only_section(tmp_path, "<!-- Gates and belts,\nas built\n\n- How many gates\n  are there?\n\n* Why?\n-->")
    assert section.guidance == "Gates and belts, as built"
    assert section.questions == ("How many gates are there?", "Why?")


@pytest.mark.parametrize(
    "skeleton",
    [
        "<iframe src='plan.html'></iframe>",
        "<SVG><path/></svg> and <a name of the plan>",
        "`<style of the plan>`",
        "```html\n<style>\n```",
        "<!-- <title of the plan> -->\n<plan>",
    ],
)
def test_html_that_is_closed_and_code_are_no_blanks_that_a_browser_swallows(tmp_path: Path, skeleton: str) -> None:
    assert only_section(tmp_path, f"<!-- Gates -->\n\n{skeleton}").skeleton == skeleton
