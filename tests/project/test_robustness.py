"""What lies about in a folder of pages: each oddity is one line, and the rest is judged."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sites import ARCHITECTURE, Site

API = f"{ARCHITECTURE}/patterns/api-design.md"
DATABASE = f"{ARCHITECTURE}/patterns/database.md"


def check(site: Site, *options: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "mkdocs_gbm", "check", "-f", str(site.folder / "mkdocs.yml"), *options]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)


def report(site: Site) -> tuple[int, dict[str, Any], list[str]]:
    done = check(site, "--format", "json")
    return done.returncode, json.loads(done.stdout), done.stderr.splitlines()


def told_of(findings: list[dict[str, Any]]) -> set[str | None]:
    return {finding["topic"] for finding in findings}


@pytest.mark.parametrize("hooks", ["", "hooks: [hook.py]\n"], ids=["quick", "exact"])
def test_a_page_that_is_no_utf_8_is_one_line_and_the_rest_is_judged(example: Site, hooks: str) -> None:
    example.write("hook.py", "")
    config = example.read("mkdocs.yml")
    example.write("mkdocs.yml", hooks + config)
    (example.folder / API).write_bytes(b"# API\n\n## Caching\n\n\xff\xfe\n")
    example.write(DATABASE, "# Database\n")
    code, said, wrong = report(example)
    assert code == 2
    assert wrong == [f"gbm: {API}: is no UTF-8 text (line 5); save it as UTF-8"]
    assert told_of(said["findings"]) == {"database"}


def test_a_link_to_nothing_is_one_line_and_the_rest_is_judged(example: Site) -> None:
    (example.folder / API).unlink()
    (example.folder / API).symlink_to("gone.md")
    example.write(DATABASE, "# Database\n")
    code, said, wrong = report(example)
    assert code == 2
    assert wrong == [f"gbm: {API}: cannot be read (No such file or directory); make it readable, or remove it"]
    assert told_of(said["findings"]) == {"database"}


def test_a_folder_with_a_pages_name_is_one_line_and_no_page(example: Site) -> None:
    (example.folder / API).unlink()
    (example.folder / API).mkdir()
    code, said, wrong = report(example)
    assert code == 1
    assert wrong == [f"gbm: {API}: a folder, and no page; give it another name"]
    assert "missing-page" in {finding["rule"] for finding in said["findings"]}


def test_links_that_lead_in_circles_are_not_followed(example: Site) -> None:
    folder = example.folder / ARCHITECTURE
    (folder / "again").symlink_to(folder, target_is_directory=True)
    (folder / "patterns" / "up").symlink_to(folder.parent, target_is_directory=True)
    (folder / "itself").symlink_to("itself")
    code, said, wrong = report(example)
    assert (code, said["coverage"]["percent"]) == (0, 100.0)
    what = "a link to a folder that it stands in, which is not followed; remove it"
    assert wrong == [f"gbm: {ARCHITECTURE}/again: {what}", f"gbm: {ARCHITECTURE}/patterns/up: {what}"]


@pytest.mark.parametrize("change", [lambda raw: raw.replace(b"\n", b"\r\n"), lambda raw: b"\xef\xbb\xbf" + raw])
def test_windows_line_ends_and_a_byte_order_mark_change_nothing(example: Site, change: Any) -> None:
    before = report(example)
    for page in (example.folder / ARCHITECTURE).rglob("*.md"):
        page.write_bytes(change(page.read_bytes()))
    assert report(example) == before


def test_a_page_of_ten_megabytes_is_judged(example: Site) -> None:
    file = example.folder / DATABASE
    paragraph = "The ledger is partitioned by month and kept for seven years " * 80 + "\n\n"
    file.write_text("# Database\n\n## Partitioning\n\n" + paragraph * 2_100)
    assert file.stat().st_size > 10_000_000
    code, said, wrong = report(example)
    assert (code, wrong) == (1, [])
    assert "database" in told_of(said["findings"])


def test_a_reader_that_goes_away_leaves_no_trace(example: Site) -> None:
    for page in (example.folder / ARCHITECTURE).rglob("*.md"):
        page.write_text("# Empty\n")
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "mkdocs_gbm", "check", "-f", str(example.folder / "mkdocs.yml")]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, check=False, timeout=300)
    os.close(writing)
    assert done.stderr == ""


def test_what_a_hook_raises_is_one_line(example: Site) -> None:
    example.write(
        "hook.py", "def on_page_markdown(markdown, **_):\n    print('hello')\n    raise ValueError('no\\nway')\n"
    )
    example.write("mkdocs.yml", "hooks: [hook.py]\n" + example.read("mkdocs.yml"))
    done = check(example)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"gbm: {example.folder / 'mkdocs.yml'}: ValueError: no way; see what 'mkdocs build' says\n"


def test_what_mkdocs_says_of_a_configuration_is_one_line(example: Site) -> None:
    example.write("mkdocs.yml", example.read("mkdocs.yml").replace("  - admonition\n", "  - no_such_extension\n"))
    done = check(example)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Failed to load extension 'no_such_extension'" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_folder_without_a_configuration_is_judged(tmp_path: Path) -> None:
    """A bare folder of pages is judged, too, and told from where the command ran."""
    folder = tmp_path / "docs" / "architecture"
    folder.mkdir(parents=True)
    (folder / "api-design.md").write_text(
        "---\ngbm: {topic: api-design}\n---\n# API\n\n<b>x</b>\n\n## Caching\n\nTODO\n"
    )
    command = [sys.executable, "-m", "mkdocs_gbm", "check", "-C", str(tmp_path), "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    findings = json.loads(done.stdout)["findings"]
    assert done.returncode == 1, done.stderr
    caching = next(finding for finding in findings if finding["section"] == "Caching")
    assert (caching["path"], caching["line"], caching["rule"]) == (
        "docs/architecture/api-design.md",
        8,
        "placeholder-section",
    )
