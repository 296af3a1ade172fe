"""The command `gbm`, as a user runs it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from running import API, config, gbm, lose
from sites import ARCHITECTURE, REPOSITORY, Site, example_site, make_site, without_section

from mkdocs_gbm.assess import RULES, Component, Page, Settings, assess
from mkdocs_gbm.outline import read_markdown
from mkdocs_gbm.standard import Standard


class TestBaseline:
    def test_excuses_what_is_there_and_nothing_new(self, example: Site) -> None:
        lose(example, "Pagination")
        assert gbm("baseline", *config(example)) == (0, "gbm-baseline.yml: 1 finding excused\n", "")
        code, said, _ = gbm("check", *config(example))
        assert code == 0
        assert "(in the baseline)" in said
        assert "; 1 finding excused by the baseline; " in said.splitlines()[-1]
        assert example.build("--strict").exit_code == 0
        finding = example.report["findings"][0]
        assert (finding["severity"], finding["baselined"]) == ("info", True)

        lose(example, "Caching")
        strict = example.build("--strict")
        assert strict.exit_code == 1
        assert [line for line in strict.findings if "'Caching'" in line]

    def test_an_entry_whose_gap_is_closed_fails_until_the_file_is_refreshed(self, example: Site) -> None:
        whole = example.read(API)
        lose(example, "Rate Limiting")
        gbm("baseline", *config(example))
        example.write(API, whole)
        strict = example.build("--strict")
        assert strict.exit_code == 1
        (finding,) = strict.findings
        assert finding == (
            "gbm-baseline.yml: stale-baseline: the baseline excuses what is no longer a finding"
            " (missing-section of Larkfield Orders / api-design / Rate Limiting); run 'gbm baseline' to take it out"
        )
        assert gbm("baseline", *config(example))[1] == "gbm-baseline.yml: 0 findings excused\n"
        assert example.build("--strict").exit_code == 0

    def test_a_finding_stays_the_same_when_lines_move_and_headings_are_numbered_anew(self, example: Site) -> None:
        text = example.read(API)
        emptied = without_section(text, "Caching") + "\n## Caching\n\nTBD\n"
        example.write(API, emptied)
        gbm("baseline", *config(example))
        example.write(API, emptied.replace("## Caching", "One more line.\n\n## 9. Caching"))
        assert gbm("check", *config(example))[0] == 0

    def test_is_sorted_and_small(self, tmp_path: Path) -> None:
        site = make_site(tmp_path)
        gbm("baseline", *config(site))
        text = site.read("gbm-baseline.yml")
        entries = yaml.safe_load(text)["findings"]
        assert len(entries) == 7
        assert [entry.get("topic", "") for entry in entries] == sorted(entry.get("topic", "") for entry in entries)
        first = text
        gbm("baseline", *config(site))
        assert site.read("gbm-baseline.yml") == first

    def test_written_anew_says_how_many_are_new(self, example: Site) -> None:
        whole = example.read(API)
        lose(example, "Pagination")
        gbm("baseline", *config(example))
        example.write(API, whole)
        lose(example, "Caching")
        lose(example, "Rate Limiting")
        assert gbm("baseline", *config(example))[1] == "gbm-baseline.yml: 2 findings excused, 2 of them new\n"
        lose(example, "Pagination")
        assert gbm("baseline", *config(example))[1] == "gbm-baseline.yml: 3 findings excused, 1 of them new\n"
        example.write(API, example.read(API) + "\n## Caching\n\nTBD\n")  # begun: the same gap, and no new one
        assert gbm("baseline", *config(example))[1] == "gbm-baseline.yml: 3 findings excused\n"

    @pytest.mark.parametrize("by_way_of_mkdocs", [False, True])
    @pytest.mark.parametrize(
        ("broken", "told"),
        [
            ("", "no list under 'findings:'"),
            ("<<<<<<< ours\nfindings: []\n=======\nfindings: []\n>>>>>>> theirs\n", "no YAML ("),
        ],
    )
    def test_a_broken_file_is_written_anew(
        self, example: Site, broken: str, told: str, *, by_way_of_mkdocs: bool
    ) -> None:
        lose(example, "Pagination")
        example.write("gbm-baseline.yml", broken)
        if by_way_of_mkdocs:
            example.write("mkdocs.yml", example.read("mkdocs.yml") + "hooks: [hook.py]\n")
            example.write("hook.py", "")
        code, said, errors = gbm("baseline", *config(example))
        assert (code, said) == (0, "gbm-baseline.yml: 1 finding excused\n")
        assert errors.startswith("gbm: note: gbm-baseline.yml")
        assert told in errors
        assert errors.endswith("; what it excused is not known, and it is written anew\n")
        assert errors.count("\n") == 1
        assert gbm("check", *config(example))[0] == 0

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("findings: [", "no YAML"),
            ("- a\n", "no list under 'findings:'"),
            ("findings:\n- {section: x}\n", "entry 1 is no finding"),
            ("findings:\n- {rule: x, line: 3}\n", "entry 1 is no finding"),
        ],
    )
    def test_a_broken_file_is_one_line(self, example: Site, text: str, told: str) -> None:
        example.write("gbm-baseline.yml", text)
        built = example.build("--strict")
        assert built.exit_code == 1
        assert "gbm-baseline.yml" in built.output
        assert told in built.output
        assert "write it anew with 'gbm baseline'" in built.output
        assert "Traceback" not in built.output

    def test_stale_entries_weigh_as_the_site_says(self, example: Site) -> None:
        entry = (
            "findings:\n- {component: Larkfield Orders, topic: api-design, section: Caching, rule: missing-section}\n"
        )
        example.write("gbm-baseline.yml", entry)
        yml = example.read("mkdocs.yml")
        example.write("mkdocs.yml", yml.replace("  - gbm\n", "  - gbm: {severity: {stale-baseline: info}}\n"))
        built = example.build("--strict")
        assert (built.exit_code, built.rules) == (0, ["stale-baseline"])


class TestExplain:
    @pytest.mark.parametrize("rule", sorted(RULES))
    def test_each_rule_has_its_meaning_examples_and_exemption(self, rule: str) -> None:
        code, said, _ = gbm("explain", rule)
        assert code == 0
        assert said.startswith(f"{rule} ({RULES[rule].severity.value} by default)\n")
        for part in (RULES[rule].meaning, "Falls short:", "Passes:", "To be excused:"):
            assert part in said

    def test_a_misspelt_rule_is_told_with_the_nearest(self) -> None:
        assert gbm("explain", "thin-sectio") == (
            2,
            "",
            "gbm: explain: no rule 'thin-sectio'; did you mean 'thin-section'?\n",
        )

    def test_without_a_rule_all_are_listed(self) -> None:
        assert [line.split()[0] for line in gbm("explain")[1].splitlines()] == list(RULES)

    def test_the_readme_has_the_same_text(self) -> None:
        assert gbm("explain", "--markdown")[1] in (REPOSITORY / "README.md").read_text(encoding="utf-8")


def test_evidence_is_told_by_names_where_a_standard_declares_none(backend_engineer: Standard, tmp_path: Path) -> None:
    assert backend_engineer.checklist
    bare = tuple(replace(item, evidence=(), by_link=False) for item in backend_engineer.checklist.items)
    standard = replace(backend_engineer, checklist=replace(backend_engineer.checklist, items=bare))
    site = example_site(tmp_path / "example")
    architecture = site.folder / ARCHITECTURE
    component = Component(
        "Orders",
        ".",
        {topic.slug: (page(architecture / topic.page),) for topic in standard.topics},
        (page(architecture / "checklist.md"),),
    )
    report = assess(standard, [component], Settings(date(2026, 11, 22)))
    told = {item.item.name: [str(evidence) for evidence in item.item.evidence] for item in report.components[0].items}
    assert told["API Design Documented"] == ["api-design"]
    assert told["Security Measures"] == ["security"]
    assert told["Error Handling"] == ["api-design#Error Handling"]
    assert told["Database Schema"] == ["database#Schema Design"]
    assert told["Monitoring"] == ["performance#Performance Monitoring"]
    assert told["Deployment"] == []


def page(path: Path) -> Page:
    return Page(path.name, read_markdown(path.read_text(encoding="utf-8")))
