"""Absent sections, added to any page there may be: judged by the core alone, without a site."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_gbm import front_matter
from mkdocs_gbm.assess import Component, Page, Report, Settings, Status, assess
from mkdocs_gbm.assess.waivers import waiver_of_page
from mkdocs_gbm.author.repair import Repair, repair
from mkdocs_gbm.author.source_lines import newline_of, split_lines
from mkdocs_gbm.claims import own_meta
from mkdocs_gbm.outline import read_markdown
from mkdocs_gbm.standard import Standard

API = "api-design.md"
CHECKLIST = "checklist.md"
BOM = "\ufeff"


@pytest.fixture(scope="module")
def standard(backend_engineer: Standard) -> Standard:
    """One topic and the checklist."""
    topic = backend_engineer.topic("api-design")
    assert topic
    assert backend_engineer.checklist
    items = tuple(replace(item, evidence=()) for item in backend_engineer.checklist.items)
    return Standard("small", (topic,), replace(backend_engineer.checklist, items=items))


def judged(standard: Standard, texts: Mapping[str, str]) -> Report:
    def page(path: str) -> Page:
        try:
            meta = own_meta(front_matter.split(texts[path]).meta)
        except front_matter.FrontMatterError:
            meta = {}
        return Page(path, read_markdown(texts[path]), waiver_of_page(meta.get("not_applicable")))

    topics = {"api-design": tuple(page(path) for path in texts if path != CHECKLIST)}
    checklist = (page(CHECKLIST),) if CHECKLIST in texts else ()
    return assess(standard, [Component("Orders", "", topics, checklist)], Settings(date(2026, 11, 22)))


def repaired(standard: Standard, texts: Mapping[str, str]) -> Repair:
    def judge(others: Mapping[str, str]) -> Report:
        return judged(standard, {**texts, **others})

    return repair(judged(standard, texts), lambda path: texts[path], judge, lambda _: True)


def mended(standard: Standard, text: str, path: str = API) -> str:
    found = repaired(standard, {path: text})
    assert found.refused == ()
    return found.mended[0].after if found.mended else text


def headings(text: str) -> list[tuple[int, str]]:
    return [(heading.level, heading.text) for heading in read_markdown(text).headings]


class TestWhere:
    def test_all_sections_of_a_page_with_a_title_alone(self, standard: Standard) -> None:
        after = mended(standard, "# API\n\nFor those who call it.\n")
        assert after.startswith("# API\n\nFor those who call it.\n\n## API Style\n\n<!-- REST, GraphQL")
        assert headings(after) == [(1, "API"), *((2, section.name) for section in standard.topics[0].sections)]

    def test_behind_the_section_that_precedes_it_in_the_template_wherever_that_is(self, standard: Standard) -> None:
        names = [section.name for section in standard.topics[0].sections]
        order = [*reversed(names[2:]), names[0]]
        text = "# API\n\n" + "".join(f"## {name}\n\nWe chose this in March.\n\n" for name in order)
        added = [text for _, text in headings(mended(standard, text))]
        assert added[added.index(names[0]) + 1] == names[1]
        assert [name for name in added[1:] if name != names[1]] == order

    def test_before_the_first_that_follows_where_none_precedes(self, standard: Standard) -> None:
        names = [section.name for section in standard.topics[0].sections]
        text = "# API\n\n## Who calls it\n\nThe shop.\n\n" + "".join(
            f"## {name}\n\nDone in Go.\n\n" for name in names[1:]
        )
        assert [text for _, text in headings(mended(standard, text))][1:3] == ["Who calls it", names[0]]

    def test_what_stands_below_the_preceding_section_stays_below_it(self, standard: Standard) -> None:
        text = "# API\n\n## API Style\n\nREST.\n\n### Verbs\n\nGET and PUT.\n\n## Appendix\n\nNone of it.\n"
        after = [text for _, text in headings(mended(standard, text))]
        assert after[:4] == ["API", "API Style", "Verbs", "Versioning Strategy"]
        assert after[-1] == "Appendix"

    @pytest.mark.parametrize(
        ("text", "level"),
        [
            ("# API Style\n\nREST.\n\n# Caching\n\nBy ETag.\n", 1),
            ("# Calls\n\nMany.\n\n# Callers\n\nFew.\n", 1),
            ("# API\n\n## Rules\n\n### API Style\n\nREST.\n\n### Caching\n\nBy ETag.\n", 3),
            ("# API\n\n### API Style\n\nREST.\n\n## Caching\n\nBy ETag.\n\n## Pagination\n\nBy cursor.\n", 2),
            ("Prose alone.\n", 2),
        ],
    )
    def test_at_the_level_of_the_others(self, standard: Standard, text: str, level: int) -> None:
        before = headings(text)
        assert {found[0] for found in headings(mended(standard, text)) if found not in before} == {level}

    def test_a_comment_or_an_anchor_stays_with_the_heading_below_it(self, standard: Standard) -> None:
        for above in ("<!-- markdownlint-disable-next-line -->", '<a id="next"></a>'):
            text = f"# API\n\n## API Style\n\nREST.\n\n{above}\n## Appendix\n\nMore.\n"
            assert f"\n\n{above}\n## Appendix\n" in mended(standard, text)

    @pytest.mark.parametrize(
        "text",
        [
            "# API\n\n## API Style\n\nREST.\n\n<div markdown>\n\n## Boxed\n\nIn a box.\n\n</div>\n\nBehind it.\n",
            "# API\n\n## API Style\n\nREST.\n\n> ## Quoted\n>\n> Said.\n\nBehind it.\n",
            "# API\n\n## API Style\n\nREST.\n\n- one\n\n    ## Listed\n\n    two\n\nBehind it.\n",
            "# API\n\n## API Style\n\nREST.\n\n```\n## Code\n```\n\nBehind it.\n",
            "# API\n\n## API Style\n\nREST.\n\n<!--\n## Hidden\n-->\n\nBehind it.\n",
            "# API\n\n## API Style\n\nREST.\n\n/// tab | One\n\n## Tabbed\n\nThere.\n\n///\n\nBehind it.\n",
            "# API\n\n## API Style\n\nREST.\n\n!!! note\n\n    ## Noted\n\n    There.\n\nBehind it.\n",
        ],
    )
    def test_never_inside_something(self, standard: Standard, text: str) -> None:
        assert mended(standard, text).startswith(text + "\n## Versioning Strategy\n")

    def test_several_topic_pages_the_one_that_has_most_of_it_gets_the_rest(self, standard: Standard) -> None:
        one = "# Limits\n\n## Rate Limiting\n\nTen a second.\n"
        two = "# API\n\n## API Style\n\nREST.\n\n## Caching\n\nBy ETag.\n"
        found = repaired(standard, {"limits.md": one, "api.md": two})
        (page,) = found.mended
        assert page.path == "api.md"
        assert "Rate Limiting" not in page.sections
        assert len(page.sections) == len(standard.topics[0].sections) - 3


class TestNothingElse:
    @pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
    def test_lines_end_as_they_did(self, standard: Standard, newline: str) -> None:
        text = newline.join(["# API", "", "## API Style", "", "REST.", ""])
        after = mended(standard, text)
        assert after.startswith(text)
        assert {line.removeprefix(line.rstrip("\r\n")) for line in split_lines(after)} == {newline}

    def test_mixed_ends_stay_and_the_new_lines_end_as_most_do(self, standard: Standard) -> None:
        text = "# API\r\n\r\n## API Style\n\r\nREST.\r\n"
        after = mended(standard, text)
        assert after.startswith(text)
        assert "\r\n## Versioning Strategy\r\n" in after

    def test_a_missing_final_newline_is_not_made(self, standard: Standard) -> None:
        after = mended(standard, "# API\n\n## API Style\n\nREST.")
        assert after.startswith("# API\n\n## API Style\n\nREST.\n\n## Versioning Strategy\n")
        assert not after.endswith("\n")

    def test_front_matter_and_byte_order_mark_stay(self, standard: Standard) -> None:
        text = "\ufeff---\ntitle: API\n---\n## Pagination\n\nBy cursor.\n"
        after = mended(standard, text)
        assert after.startswith("\ufeff---\ntitle: API\n---\n\n## API Style\n")
        assert "\n## Pagination\n\nBy cursor.\n" in after

    def test_an_empty_file_becomes_a_page_of_sections(self, standard: Standard) -> None:
        assert mended(standard, "").startswith("## API Style\n\n<!--")

    def test_what_is_there_empty_placeholder_or_waived_is_left(self, standard: Standard) -> None:
        text = "# API\n\n## API Style\n\n## Versioning Strategy\n\nTBD\n\n## Caching\n\nNot applicable: read once.\n"
        found = repaired(standard, {API: text}).mended[0]
        assert not {"API Style", "Versioning Strategy", "Caching"} & set(found.sections)

    @pytest.mark.parametrize("reason", ["one script has no API", "true"])
    def test_a_page_that_says_it_does_not_apply_is_left(self, standard: Standard, reason: str) -> None:
        assert repaired(standard, {API: f"---\ngbm: {{not_applicable: {reason}}}\n---\n# API\n"}) == Repair((), ())


class TestChecklist:
    ITEMS = "# Checklist\n\nTick.\n\n- [x] **API Design Documented**: Yes\n  and more\n- [ ] **Data Flow**: Soon\n"

    def test_absent_items_follow_the_last_one(self, standard: Standard) -> None:
        after = mended(standard, self.ITEMS + "\nSigned.\n", CHECKLIST)
        assert after.startswith(self.ITEMS + "- [ ] **Database Schema**: Entity relationships and indexing strategy\n")
        assert after.endswith("- [ ] **Deployment**: How backend services are deployed\n\nSigned.\n")
        assert after.count("[ ]") == 9

    def test_with_the_marker_and_line_ends_of_the_list(self, standard: Standard) -> None:
        text = self.ITEMS.replace("- [", "* [").replace("\n", "\r\n").removesuffix("\r\n")
        after = mended(standard, text, CHECKLIST)
        assert after.startswith(text + "\r\n* [ ] **Database Schema**")
        assert not after.endswith("\n")

    def test_a_checklist_without_a_list_gets_one(self, standard: Standard) -> None:
        after = mended(standard, "# Checklist\n\nTick.\n", CHECKLIST)
        assert after.startswith("# Checklist\n\nTick.\n\n- [ ] **API Design Documented**: ")
        assert len(after.splitlines()) == 4 + 10


class TestRefused:
    @pytest.mark.parametrize(
        ("text", "told"),
        [
            (
                "# API\n\n```yaml\na: b\n",
                "api-design.md:3: the code block that begins here takes in what would be added; close it, and",
            ),
            (
                "# API\n\n## API Style\n\nREST.\n\n## Caching\n\nRedis.\n\n```yaml\na: b\n",
                "api-design.md:11: the code block that begins here",  # its line in the file, above which more would go
            ),
            ("# API\n\n<!-- to be\ncontinued\n", "is not closed; close it, and run 'gbm fix' again"),
            ("# Roadmap\n\nWhat will be.\n", "with what is lacking added, 'API Style' would not be read as it should"),
        ],
    )
    def test_a_page_that_would_hide_what_is_added_is_refused_in_one_line(
        self, standard: Standard, text: str, told: str
    ) -> None:
        found = repaired(standard, {API: text})
        assert found.mended == ()
        (refusal,) = map(str, found.refused)
        assert told in refusal
        assert "\n" not in refusal

    def test_bytes_that_are_no_text(self, standard: Standard) -> None:
        def read(_: str) -> str:
            return b"na\xefve".decode("utf-8")

        found = repair(judged(standard, {API: "# API\n"}), read, lambda _: judged(standard, {}), lambda _: True)
        assert [str(refusal) for refusal in found.refused] == ["api-design.md: it is no UTF-8 text; save it as UTF-8"]


LINES = """# API Architecture
# API Style
## API Style
## 2. Versioning Strategy
### Authentication and Authorization
##Caching
 ## Pagination
## Rate Limiting {#limits}
#### Deep
Error Handling
=====
-----
---
```
```yaml
~~~
<!-- closed -->
<!-- open
-->
<div markdown>
<div>
</div>
<details><summary>More</summary>
</details>
<h2>Raw</h2>
<title>
> ## Quoted
- item
- [ ] **Data Flow**: soon
* [x] Monitoring
1. one
    indented ## Code
\tindented with a tab
!!! note "Title"
=== "Tab"
/// note
///
- **Caching**: in Redis, for an hour, per tenant.
| a | b |
| --- | --- |
We measured it in March on our own cluster.
Not applicable: nobody asks.
TBD
\u00dcber uns \U0001f680 \u2028 \u000c \u0085
[ref]: https://example.org
[^1]: note
--8<-- "x.md"
{% raw %}
<a id="x"></a>
# Roadmap
**Pagination**
&nbsp;
\u00a0
...""".split("\n")
BLANK = ["", "", "", "", "", "  "]
ENDS = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"])
FRONT = st.sampled_from(
    ["", "", "---\ntitle: x\n---\n", "---\r\ngbm: {}\r\n---\r\n", "---\nopen: x\n", "---\n---", "\ufeff"]
)


@st.composite
def documents(draw: st.DrawFn) -> str:
    lines = draw(st.lists(st.tuples(st.sampled_from(LINES + BLANK), ENDS), max_size=25))
    text = draw(FRONT) + "".join(line + end for line, end in lines)
    return text if draw(st.booleans()) else text.rstrip("\r\n")


def stands_in(before: list[str], after: list[str]) -> bool:
    remaining = iter(after)
    return all(any(line == other for other in remaining) for line in before)


@given(api=documents(), checklist=documents())
@settings(max_examples=150, deadline=None)
def test_any_page_keeps_its_lines_and_lacks_nothing_afterwards(standard: Standard, api: str, checklist: str) -> None:
    before = {API: api, CHECKLIST: checklist}
    found = repaired(standard, before)
    refused = {refusal.path for refusal in found.refused}
    after = {**before, **{page.path: page.after for page in found.mended}}
    for page in found.mended:
        old, new = split_lines(page.before.removeprefix(BOM)), split_lines(page.after.removeprefix(BOM))
        assert page.after.startswith(BOM) == page.before.startswith(BOM)
        ended = page.before.endswith(("\n", "\r"))
        followed = [*old[:-1], *(line + newline_of(page.before) for line in old[-1:])]
        assert stands_in(old, new) or (not ended and stands_in(followed, new))
        assert not old or page.after.endswith(("\n", "\r")) == ended

    again = judged(standard, after)
    missing = {finding.place.path for finding in again.findings if finding.rule in ("missing-section", "missing-item")}
    assert missing <= refused
    added = {name for page in found.mended for name in page.sections}
    assert {verdict.status for verdict in again.sections() if verdict.section.name in added} <= {Status.PLACEHOLDER}
    assert repaired(standard, after).mended == ()
