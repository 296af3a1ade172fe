"""The golden cases of `tests/cases`: what a page says, and the verdict on it, through both doors. See its README."""

import json
import posixpath
import re
from calendar import timegm
from collections import Counter
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from markdown.extensions.toc import slugify, unique
from sites import REPOSITORY, make_site

from mkdocs_gbm import front_matter
from mkdocs_gbm.assess import RULES, Component, Match, OtherFile, Page, assess, baseline
from mkdocs_gbm.assess.waivers import waiver_of_page
from mkdocs_gbm.claims import own_meta
from mkdocs_gbm.cli import main
from mkdocs_gbm.layout import lay_out
from mkdocs_gbm.options import CHECKLIST, parse
from mkdocs_gbm.outline import read_markdown
from mkdocs_gbm.output.report_json import to_dict
from mkdocs_gbm.standard import load_folder

CASES = REPOSITORY / "tests" / "cases"
TEMPLATES = REPOSITORY / "templates" / "backend_engineer"
FOLDER = "technical/architecture"
TODAY = date(2026, 11, 22)
KEYS = set(
    "topic only also optional at page options today without macros pages source baseline sections items findings "
    "says".split()
)

RUNGS = [match.word for match in Match]

EXTENSIONS: dict[str, dict[str, Any]] = {
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "md_in_html": {},
    "tables": {},
    "toc": {"permalink": True},
    "footnotes": {},
    "abbr": {},
    "pymdownx.superfences": {"custom_fences": [{"name": "mermaid", "class": "mermaid"}]},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.details": {},
    "pymdownx.tasklist": {"custom_checkbox": True},
    "pymdownx.snippets": {"base_path": [str(CASES / "snippets")], "check_paths": True},
    "pymdownx.highlight": {"anchor_linenums": True},
}


#: A standard has at least one topic: for checklist cases that are about none.
ANY_TOPIC: dict[str, Any] = {
    "also": {"services": ["Timeouts"]},
    "sections": {"Timeouts": "documented exact"},
}
ANY_PAGE = (
    "# Services\n\n## Timeouts\n\nTwo seconds inside the mesh, and ten for the gateway of the bank, since it is slow.\n"
)


@dataclass(frozen=True)
class Case:
    """One file of `tests/cases`."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.relative_to(CASES).with_suffix("").as_posix()

    @property
    def text(self) -> str:
        """The file as an editor shows it."""
        return self.path.read_text(encoding="utf-8-sig")

    @cached_property  # a test asks a dozen times
    def says(self) -> dict[str, Any]:
        said: dict[str, Any] = front_matter.split(self.text).meta["case"]
        assert set(said) <= KEYS, set(said) - KEYS
        assert "findings" in said, "write findings: [] where there are none"
        if said["topic"] == CHECKLIST and "also" not in said:
            return {**said, **ANY_TOPIC}
        return said

    @property
    def expected(self) -> "Verdict":
        return Verdict(self.says.get("sections", {}), self.says.get("items", {}), self.says["findings"])

    @property
    def today(self) -> date:
        today: date = self.says.get("today", TODAY)
        return today

    @property
    def page(self) -> bytes:
        """The page that is judged: the whole file, or what stands below its front matter."""
        raw = self.path.read_bytes()
        if self.says.get("page") != "below":
            return raw
        lines = raw.splitlines(keepends=True)
        return b"".join(lines[self.offset :])

    @property
    def offset(self) -> int:
        """How many lines of the file stand above the page."""
        return front_matter.split(self.text).offset if self.says.get("page") == "below" else 0


@dataclass(frozen=True)
class Verdict:
    """What a case expects, and what a door said."""

    sections: dict[str, str]
    items: dict[str, str]
    findings: list[str]


def cases() -> Iterator[Case]:
    for path in sorted(CASES.glob("*/*.md")):
        if path.parent.name != "snippets":
            yield Case(path)


ALL = list(cases())


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in ALL if case.says.get("source", True)])
def test_core(case: Case, tmp_path: Path) -> None:
    standard = load_folder(narrowed(case, tmp_path / "standard"))
    options = parse(case.says.get("options", {}))
    files = {posixpath.normpath(f"{FOLDER}/{path}"): text for path, text in pages_of(case).items()}
    pages = {uri: text for uri, text in files.items() if uri.endswith(".md")}
    others = {uri: OtherFile(uri, is_page=False) for uri in files.keys() - pages.keys()}
    layout = lay_out(pages, lambda uri: pages[uri].decode("utf-8-sig"), standard, options)
    read = {uri: read_page(uri, text) for uri, text in pages.items()}
    component = Component(
        name="Orders",
        directory=layout.directory,
        topics={slug: tuple(read[uri] for uri in uris) for slug, uris in layout.pages.items() if slug != CHECKLIST},
        checklist=tuple(read[uri] for uri in layout.pages.get(CHECKLIST, ())),
        expected=layout.expected,
        others=lambda: tuple(read[uri] for uri in layout.others),
    )
    settings = options.settings(case.today)
    report = assess(standard, [component], settings, lambda path, target: linked({**read, **others}, path, target))
    if entries := baseline_of(case):
        report = baseline.apply(report, baseline.parse(entries, "gbm-baseline.yml"), "gbm-baseline.yml", settings)
    check(case, to_dict(report), FOLDER)


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in ALL])
def test_build(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    narrowed(case, tmp_path / "standard")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(timegm(case.today.timetuple())))
    site = make_site(tmp_path, config=configuration(case))
    for path, text in pages_of(case).items():
        site.write(f"docs/{FOLDER}/{path}", "").write_bytes(text)
    if entries := baseline_of(case):
        site.write("gbm-baseline.yml", entries)
    outcome = site.build("-q")
    assert outcome.exit_code == 0, outcome.output
    check(case, site.report, f"docs/{FOLDER}")

    told = CliRunner().invoke(main, ["check", "--format", "json", "-f", str(site.folder / "mkdocs.yml")])
    assert json.loads(told.stdout) == site.report
    assert told.exit_code == (1 if any(found["severity"] == "warn" for found in site.report["findings"]) else 0)


def test_every_rule_and_rung_has_cases() -> None:
    for folder in [*RULES, *RUNGS, "documented", "not-a-match"]:
        assert len(list((CASES / folder).glob("*.md"))) >= 3, folder
    assert len(ALL) >= 150


def test_no_case_is_in_a_folder_of_another_name() -> None:
    assert {case.path.parent.name for case in ALL} <= {*RULES, *RUNGS, "documented", "not-a-match"}


@pytest.mark.parametrize("rule", sorted(RULES))
def test_the_cases_of_a_rule_show_it(rule: str) -> None:
    shown = [case for case in ALL if any(f"{rule} " in f"{line} " for line in case.says["findings"])]
    assert sum(case.path.parent.name == rule for case in shown) >= 2


def check(case: Case, report: Mapping[str, Any], folder: str) -> None:
    differences = list(compare(case.expected, verdict_of(case, report, folder)))
    assert not differences, "\n" + "\n".join(differences)
    lines = [f"{told['path']}:{told['line']}: {told['message']}; {told['remedy']}" for told in report["findings"]]
    for text in case.says.get("says", []):
        assert any(text in line for line in lines), f"\nno finding says {text!r}:\n" + "\n".join(lines)


def compare(expected: Verdict, said: Verdict) -> Iterator[str]:
    for kind, wanted, given in (
        ("section", expected.sections, said.sections),
        ("item", expected.items, said.items),
    ):
        for name in {**wanted, **given}:
            if wanted.get(name) not in ("?", given.get(name)):
                yield f"{kind} {name}: expected {wanted.get(name)}, said {given.get(name)}"
    lacking, surplus = Counter(expected.findings), Counter(hide_lines(said.findings, expected.findings))
    yield from (f"expected the finding {line}" for line in (lacking - surplus).elements())
    yield from (f"said the finding {line}" for line in (surplus - lacking).elements())


def verdict_of(case: Case, report: Mapping[str, Any], folder: str) -> Verdict:
    (component,) = report["components"]
    page = f"{folder}/{place_of(case)}"
    return Verdict(
        sections={
            section["name"]: " ".join(filter(None, [section["status"], section["match"]]))
            for topic in component["topics"]
            for section in topic["sections"]
        },
        items={item["name"]: item["state"] for item in component["items"]},
        findings=[finding_line(finding, case, page, folder) for finding in report["findings"]],
    )


def finding_line(finding: dict[str, Any], case: Case, page: str, folder: str) -> str:
    where = ""
    if finding["line"] and finding["path"] == page:
        where = f"{finding['line'] + case.offset} "
    elif finding["line"]:
        where = f"{posixpath.relpath(finding['path'], folder)}:{finding['line']} "
    rule = finding["rule"]
    subject = finding["section"] or finding["topic"] or (CHECKLIST if rule == "missing-page" else "")
    usual = finding["severity"] == RULES[rule].severity.value
    return f"{where}{rule} {subject}".strip() + ("" if usual else f" ({finding['severity']})")


def hide_lines(said: list[str], expected: list[str]) -> list[str]:
    """Replace the line by a question mark in findings whose line the case does not judge."""
    unjudged = {line for line in expected if line.startswith("? ")}
    bare = [re.sub(r"^(?:\S+:)?\d+ ", "", line) for line in said]
    return [f"? {text}" if f"? {text}" in unjudged else line for text, line in zip(bare, said, strict=True)]


def place_of(case: Case) -> str:
    """Where the case's page stands: at its template's path, unless the case says otherwise."""
    return str(case.says.get("at", template_of(case.says["topic"]).meta["page"]))


def pages_of(case: Case) -> dict[str, bytes]:
    others = dict(case.says.get("pages", {}))
    if case.says.get("also") is ANY_TOPIC["also"]:
        others["patterns/services.md"] = ANY_PAGE
    return {place_of(case): case.page, **{path: text.encode("utf-8") for path, text in others.items()}}


def baseline_of(case: Case) -> str | None:
    """The file of excused findings, as `gbm baseline` would have written it on another day."""
    rows = [{"component": "Orders", "topic": case.says["topic"], **row} for row in case.says.get("baseline", [])]
    return yaml.safe_dump({"findings": rows}) if rows else None


def read_page(uri: str, raw: bytes) -> Page:
    """Read a page's source as the core does without a build; anchors are those that the `toc` extension gives."""
    text = raw.decode("utf-8-sig")
    outline = read_markdown(text)
    taken: set[str] = set()
    headings = tuple(replace(heading, anchor=unique(slugify(heading.text, "-"), taken)) for heading in outline.headings)
    waiver = waiver_of_page(own_meta(front_matter.split(text).meta).get("not_applicable"))
    outline = replace(outline, headings=headings)
    return Page(uri, outline, waiver)


def linked(read: Mapping[str, Page | OtherFile], path: str, target: str) -> Page | OtherFile | None:
    return read.get(posixpath.normpath(posixpath.join(posixpath.dirname(path), target)))


def configuration(case: Case) -> str:
    without = case.says.get("without", [])
    extensions = [{name: options} for name, options in EXTENSIONS.items() if name not in without]
    config: dict[str, Any] = {
        "site_name": "Orders",
        "theme": {"name": "mkdocs"},
        "plugins": [{"gbm": {"standard": "standard", **case.says.get("options", {})}}],
        "markdown_extensions": extensions,
    }
    if case.says.get("macros"):
        config["hooks"] = [str(CASES / "macros.py")]
    return yaml.safe_dump(config)


def narrowed(case: Case, folder: Path) -> Path:
    """Write the bundled standard, narrowed to what the case judges: its topic's (or checklist's) `only`, and `also`."""
    folder.mkdir()
    kept: dict[str, list[str] | None] = {case.says["topic"]: case.says.get("only")}
    kept |= {slug: None if names == "all" else names for slug, names in case.says.get("also", {}).items()}
    sections = {slug: names_in(slug) if names is None else names for slug, names in kept.items()}
    for slug in kept:
        source = template_of(slug)
        narrow = narrow_checklist if slug == CHECKLIST else narrow_topic
        meta, body = narrow(deepcopy(source.meta), source.body, sections, slug)
        for name in set(case.says.get("optional", [])) & set(sections[slug]):
            meta["sections"].setdefault(name, {})["optional"] = True
        (folder / f"{slug}.md").write_text(f"---\n{yaml.safe_dump(meta)}---\n\n{body}", encoding="utf-8")
    return folder


def narrow_topic(meta: dict[str, Any], body: str, kept: dict[str, list[str]], slug: str) -> tuple[dict[str, Any], str]:
    unknown = set(kept[slug]) - set(names_in(slug))
    assert not unknown, unknown
    details = {name: entry for name, entry in meta["sections"].items() if name in kept[slug]}
    head, *blocks = blocks_of(body)
    return {**meta, "sections": details}, head + "".join(block for block in blocks if name_of(block) in kept[slug])


def narrow_checklist(
    meta: dict[str, Any], body: str, kept: dict[str, list[str]], slug: str
) -> tuple[dict[str, Any], str]:
    def holds(evidence: str) -> bool:
        topic, _, section = evidence.partition("#")
        return topic in kept and (not section or section in kept[topic])

    items = kept[slug]
    lines = [line for line in body.splitlines(keepends=True) if not (name := item_of(line)) or name in items]
    evidence = {name: entry for name, entry in meta["evidence"].items() if name in items}
    left = {
        name: entry if entry == "link" else [one for one in entry if holds(one)] for name, entry in evidence.items()
    }
    assert all(left.values()), "the narrowed standard lacks the evidence of an item: name it under `also`"
    return {**meta, "evidence": left}, "".join(lines)


@cache
def template_of(slug: str) -> front_matter.Source:
    return front_matter.split((TEMPLATES / f"{slug}.md").read_text(encoding="utf-8"))


def names_in(slug: str) -> list[str]:
    body = template_of(slug).body
    if slug == CHECKLIST:
        return [name for line in body.splitlines() if (name := item_of(line))]
    return [name_of(block) for block in blocks_of(body)[1:]]


def blocks_of(body: str) -> list[str]:
    return re.split(r"(?m)^(?=## )", body)


def name_of(block: str) -> str:
    return block.split("\n", 1)[0].removeprefix("## ").strip()


def item_of(line: str) -> str | None:
    match = re.match(r"- \[ \] \*\*(.+?)\*\*", line)
    return match[1] if match else None
