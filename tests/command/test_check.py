"""`gbm check`: the verdict, on the whole documentation and on named pages."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from running import API, CHECKLIST, DATABASE, at_terminal, config, environment, gbm, lose, process, run_in
from sites import ARCHITECTURE, Site, make_site


class TestCheck:
    def test_the_example_site_has_nothing_to_tell(self, example: Site) -> None:
        code, said, _ = gbm("check", *config(example))
        assert code == 0
        assert said.startswith(
            "100 %: 45 of 45 required sections are written, 1 not applicable (written, not verified)"
        )
        assert said.count("\n") == 1

    def test_a_finding_is_a_line_and_exit_code_1(self, example: Site) -> None:
        lose(example, "Rate Limiting")
        code, said, _ = gbm("check", *config(example))
        assert code == 1
        assert said.splitlines()[0].startswith(f"{API}: missing-section: the section 'Rate Limiting' is missing; ")

    def test_nothing_is_written(self, example: Site) -> None:
        before = sorted(example.folder.rglob("*"))
        gbm("check", *config(example))
        assert sorted(example.folder.rglob("*")) == before

    def test_json_is_the_report_that_a_build_publishes(self, example: Site) -> None:
        lose(example, "Caching")
        example.build()
        assert json.loads(gbm("check", "--format", "json", *config(example))[1]) == example.report

    @pytest.mark.parametrize(
        ("written", "told"),
        [
            (None, "no such file; name the site's mkdocs.yml with -f"),
            ("site_name: x\nplugins: [search]\n", "the plugin 'gbm' is not in it; add '- gbm' under 'plugins:'"),
            ("site_name: [\n", "; mend the YAML there"),
        ],
    )
    def test_a_configuration_that_cannot_be_used_is_one_line_and_exit_code_2(
        self, tmp_path: Path, written: str | None, told: str
    ) -> None:
        file = tmp_path / "mkdocs.yml"
        (tmp_path / "docs").mkdir()
        if written is not None:
            file.write_text(written)
        code, said, wrong = gbm("check", "-f", str(file))
        assert (code, said) == (2, "")
        assert told in wrong
        assert wrong.startswith("gbm: ")
        assert wrong.count("\n") == 1


class TestText:
    def test_findings_stand_by_page_with_the_place_first(self, example: Site) -> None:
        lose(example, "Rate Limiting")
        example.write(API, example.read(API) + "\n## Rate Limiting\n\nTBD\n")
        lose(example, "Caching")
        lose(example, "Migrations", DATABASE)
        said = gbm("check", *config(example))[1].split("\n\n")
        api, database, topics, summary = said
        line = example.read(API).split("\n").index("## Rate Limiting") + 1
        assert [finding.split(": ")[:2] for finding in api.split("\n")] == [
            [API, "missing-section"],
            [f"{API}:{line}", "placeholder-section"],
        ]
        assert database.startswith(f"{DATABASE}: missing-section: ")
        assert topics.split("\n")[:2] == [
            "API Architecture            ████████░░  8/10",
            "Database Architecture       █████████░  8/9",
        ]
        assert summary.startswith("3 findings; 93.3 %: 42 of 45 required sections are written")
        assert summary.count("\n") == 1

    def test_a_note_is_told_and_does_not_fail(self, example: Site) -> None:
        lose(example, "Caching")
        example.write(API, example.read(API) + "\n## Caching\n\nWe use Redis.\n")
        code, said, _ = gbm("check", *config(example))
        assert code == 0
        assert "thin-section" in said
        assert said.splitlines()[-1].startswith("1 for information; 100 %: ")

    def test_paths_are_told_from_where_the_command_runs(self, example: Site) -> None:
        lose(example, "Caching")
        above = process("check", "-f", f"{example.folder.name}/mkdocs.yml", folder=example.folder.parent)
        assert above.stdout.startswith(f"{example.folder.name}/{API}: missing-section")
        assert process("check", folder=example.folder).stdout.startswith(f"{API}: missing-section")
        assert process("check", "-C", str(example.folder), folder=Path("/")).stdout.split(": ")[0].endswith(API)

    def test_what_a_pages_author_wrote_reaches_no_terminal_as_a_command(self, tmp_path: Path) -> None:
        name = "data\x1b[31m\u202ebase\nnew.md"
        site = make_site(tmp_path)
        site.write(
            "mkdocs.yml", "site_name: x\ntheme: {name: mkdocs}\nplugins: [{gbm: {pages: {database: data*.md}}}]\n"
        )
        site.write(
            f"docs/technical/architecture/{name}",
            "# Data\n\n## Backup and Recoveries\x1b]0;owned\x07\x9b2J\n\nDaily.\n",
        )
        for form in ("text", "github", "markdown"):
            ran = process("check", "--format", form, folder=tmp_path, FORCE_COLOR="")
            assert ran.returncode == 1, ran.stderr
            unsafe = [character for character in ran.stdout if character != "\n" and not character.isprintable()]
            assert unsafe in ([], ["\u200b"] * len(unsafe)), form
            assert r"data\x1b[31m\u202ebase\x0anew.md" in ran.stdout.replace("%0A", r"\x0a")

    def test_an_output_without_these_characters_gets_others(self, example: Site) -> None:
        lose(example, "Caching")
        example.write(API, example.read(API) + "\n## Cachīng\n\nRedis.\n")
        ran = process("check", folder=example.folder, PYTHONIOENCODING="ascii")
        assert ran.returncode == 1
        assert "API Architecture            #########-  9/10" in ran.stdout
        assert r"'Cach\u012bng'" in ran.stdout


class TestColour:
    def test_is_for_a_terminal(self, example: Site) -> None:
        lose(example, "Caching")
        code, said = at_terminal("check", folder=example.folder)
        assert code == 1
        assert "\x1b[31mmissing-section\x1b[0m" in said
        assert "\x1b" not in process("check", folder=example.folder).stdout

    @pytest.mark.parametrize("variable", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"NO_COLOR": "1", "FORCE_COLOR": "1"}])
    def test_is_left_out_where_it_is_not_wanted(self, example: Site, variable: dict[str, str]) -> None:
        lose(example, "Caching")
        assert not re.search("\x1b\\[[0-9;]*m", at_terminal("check", folder=example.folder, **variable)[1])

    def test_is_there_where_it_is_forced(self, example: Site) -> None:
        lose(example, "Caching")
        assert "\x1b[31m" in process("check", folder=example.folder, FORCE_COLOR="1").stdout

    def test_is_never_in_a_file(self, example: Site) -> None:
        lose(example, "Caching")
        process("check", "--output", "verdict.txt", folder=example.folder, FORCE_COLOR="1")
        assert example.read("verdict.txt").startswith(f"{API}: missing-section: ")


class TestNamedPages:
    @pytest.fixture
    def lacking(self, example: Site) -> Site:
        """The example without two sections, and without a page."""
        lose(example, "Caching")
        lose(example, "Migrations", DATABASE)
        (example.folder / ARCHITECTURE / "patterns/security.md").unlink()
        return example

    def rules(self, site: Site, *paths: str) -> tuple[int, list[tuple[str, str | None]]]:
        ran = run_in("check", "--format", "json", *paths, folder=site.folder)
        found = json.loads(ran.stdout)["findings"] if ran.stdout else []
        return ran.returncode, [(finding["rule"], finding["section"]) for finding in found]

    def test_only_their_findings_are_told_and_count(self, lacking: Site) -> None:
        assert self.rules(lacking, API) == (1, [("missing-section", "Caching")])
        assert self.rules(lacking, API, DATABASE)[1] == [
            ("missing-section", "Caching"),
            ("missing-section", "Migrations"),
        ]
        assert self.rules(lacking, f"./{ARCHITECTURE}/patterns/services.md") == (0, [])

    def test_a_folder_stands_for_all_below_it(self, lacking: Site) -> None:
        whole = [("missing-section", "Caching"), ("missing-section", "Migrations"), ("missing-page", None)]
        assert self.rules(lacking, f"{ARCHITECTURE}/patterns") == (1, whole)
        assert self.rules(lacking, ".") == (1, whole)
        assert self.rules(lacking) == (1, whole)

    def test_a_folder_above_the_project_stands_for_all_of_it(self, lacking: Site) -> None:
        above = ("-f", f"{lacking.folder.name}/mkdocs.yml")
        ran = run_in("check", *above, ".", folder=lacking.folder.parent)
        assert ran.stdout == run_in("check", *above, folder=lacking.folder.parent).stdout
        assert "3 findings; " in ran.stdout

    def test_a_missing_page_is_told_by_its_name(self, lacking: Site) -> None:
        assert self.rules(lacking, f"{ARCHITECTURE}/patterns/security.md") == (1, [("missing-page", None)])

    def test_numbers_are_those_of_the_named_pages(self, lacking: Site) -> None:
        said = run_in("check", API, folder=lacking.folder).stdout
        assert said.splitlines()[-1].startswith("1 finding; 90 %: 9 of 10 required sections are written")
        assert "Database" not in said
        said = run_in("check", CHECKLIST, folder=lacking.folder).stdout
        assert "checklist items are done" in said
        assert "sections" not in said

    def test_a_page_of_no_topic_is_no_matter(self, lacking: Site) -> None:
        code, said = (ran := run_in("check", "mkdocs.yml", "/etc/hosts", folder=lacking.folder)).returncode, ran.stdout
        assert code == 0
        assert said == "Nothing to judge: none of the named pages belongs to the architecture documentation.\n"

    def test_a_page_that_is_not_there_is_wrong_use(self, lacking: Site) -> None:
        ran = run_in("check", f"{ARCHITECTURE}/nope.md", folder=lacking.folder)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert ran.stderr == (f"gbm: {ARCHITECTURE}/nope.md: no such file or folder; name pages of the documentation\n")

    def test_are_relative_to_the_folder_that_the_command_works_in(self, lacking: Site) -> None:
        ran = run_in("check", "-C", str(lacking.folder), API, folder=Path("/"))
        assert ran.returncode == 1
        assert "'Caching'" in ran.stdout
        inside = run_in("check", "-f", "../mkdocs.yml", "docs/technical", folder=lacking.folder / ".gobuildme")
        assert "'Migrations'" in inside.stdout


class TestOutput:
    def test_several_files_are_written_beside_what_is_printed(self, example: Site) -> None:
        lose(example, "Caching")
        (example.folder / "out").mkdir()
        outputs = ["out/gbm.sarif", "json:out/verdict", "out/summary.md", "github:out/annotations.txt", "out/a.json"]
        options = [part for output in outputs for part in ("--output", output)]
        ran = run_in("check", *options, folder=example.folder)
        assert ran.returncode == 1
        assert ran.stdout.startswith(f"{API}: missing-section")
        assert json.loads(example.read("out/gbm.sarif"))["version"] == "2.1.0"
        assert example.read("out/verdict") == example.read("out/a.json")
        assert json.loads(example.read("out/verdict"))["schema_version"] == 1
        assert example.read("out/summary.md").startswith("## Architecture documentation: 97.8 % written\n")
        assert example.read("out/annotations.txt").startswith("::error file=")
        assert len(list((example.folder / "out").iterdir())) == 5

    @pytest.mark.parametrize(
        ("typed", "told"),
        [
            ("missing/gbm.sarif", "there is no folder missing; make it first"),
            ("json:docs-of-mine", "that is a folder; name a file"),
            (
                "gbm.xml",
                "'gbm.xml' tells no format; write FORMAT:gbm.xml, with one of text, json, github, sarif, markdown",
            ),
            ("markdown:", "there is no file after 'markdown:'"),
        ],
    )
    def test_a_file_that_cannot_be_written_is_told_before_the_work(self, example: Site, typed: str, told: str) -> None:
        (example.folder / "docs-of-mine").mkdir()
        ran = run_in("check", "--output", typed, folder=example.folder)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert told in " ".join(ran.stderr.split())
        assert "Traceback" not in ran.stderr

    def test_a_file_is_relative_to_the_folder_that_the_command_works_in(self, example: Site) -> None:
        run_in("check", "-C", str(example.folder), "--output", "verdict.json", folder=Path("/"))
        assert json.loads(example.read("verdict.json"))["findings"] == []

    def test_a_folder_that_takes_no_file_is_one_line(self, example: Site) -> None:
        ran = run_in("check", "--output", "json:/proc/verdict", folder=example.folder)
        assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)
        assert ran.stderr.startswith("gbm: /proc/verdict: ")

    def test_a_link_and_a_device_stay_what_they_are(self, example: Site) -> None:
        target = example.write("elsewhere/summary.md", "old")
        link = example.folder / "summary.md"
        link.symlink_to(target)
        ran = process("check", "--output", "summary.md", "--output", "json:/dev/stderr", folder=example.folder)
        assert link.is_symlink()
        assert target.read_text(encoding="utf-8").startswith("## Architecture")
        assert json.loads(ran.stderr)["findings"] == []


class TestReaders:
    def test_one_that_stops_reading_gets_no_trace(self, example: Site) -> None:
        lose(example, "Caching")
        command = f"{sys.executable} -m mkdocs_gbm check --format json | head -c 1; exit ${{PIPESTATUS[0]}}"
        ran = subprocess.run(
            ["bash", "-c", command],
            cwd=example.folder,
            env=environment(),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert (ran.returncode, ran.stdout, ran.stderr) == (1, "{", "")

    def test_who_waits_at_a_terminal_is_told(self, example: Site) -> None:
        example.write("slow.py", "import time\n\ndef on_files(files, config):\n    time.sleep(1.6)\n")
        example.write("mkdocs.yml", example.read("mkdocs.yml") + "\nhooks: [slow.py]\n")
        code, said = at_terminal("check", folder=example.folder)
        assert code == 0
        assert "judging the documentation … 1 s" in said
        assert said.rpartition("\x1b[K")[2].startswith("\x1b[32m100 %")
        ran = process("check", folder=example.folder)
        assert "judging" not in ran.stdout + ran.stderr
