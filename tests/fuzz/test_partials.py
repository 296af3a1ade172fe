"""Any persona partial is read, or told in one line; what was read starts pages."""

import posixpath
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fuzz.amount import fuzzed, is_one_line, outcome
from fuzz.fragments import BLOCKS, GAPS, MARKDOWN, NAME, REAL_PARTIALS, TEXT, damaged
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.outline import read_markdown
from mkdocs_gbm.standard.names import key
from mkdocs_gbm.standard.partial import read_partial
from mkdocs_gbm.standard.render import Author, render_checklist, render_topic

LINES = st.one_of(
    st.builds("{} {}".format, st.sampled_from(["##", "###", "####", "# "]), NAME),
    st.builds("**{}**: {}".format, st.sampled_from(["Required", "Recommended", "optional", "Include", ""]), TEXT),
    st.builds(
        "**Required**: Document it in `{}`".format,
        st.sampled_from(
            [
                "patterns/api.md",
                ".gobuildme/docs/technical/architecture/x/",
                "../x.md",
                "/a.md",
                "adr-<n>.md",
                "./",
                "a//b.md",
            ]
        ),
    ),
    st.builds("{}- **{}**: {}".format, st.sampled_from(["", "  ", "    ", "\t"]), NAME, TEXT),
    st.builds("{}- [{}] **{}**: {}".format, st.sampled_from(["", "  "]), st.sampled_from(" xX"), NAME, TEXT),
    st.builds("- {}".format, TEXT),
    st.sampled_from(
        ["Include:", "## Quality Checklist", "### Checklist for `/gbm.architecture`", "---", "> - **A**: b"]
    ),
    BLOCKS,
)


@st.composite
def written(draw: st.DrawFn) -> str:
    return "".join(line + draw(GAPS) for line in draw(st.lists(LINES, min_size=1, max_size=15)))


@fuzzed(quick=30, share=0.6)
@given(st.one_of(written(), written(), damaged(REAL_PARTIALS), MARKDOWN))
@example("# T\n\n## A\n\n" + "- " * 3000 + "**a**: b\n")
@example("# T\n\n## A\n\n- **" + "[" * 3000 + "a" + "](b)" * 3000 + "**: c\n")
@example("# T\n\n## A\n\n- **" + "*a " * 3000 + "a*" * 3000 + "**: c\n")
@example("# T\n\n## A\n\n" + "".join("  " * depth + "- **a**: b\n" for depth in range(1200)))
def test_any_partial(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.getbasetemp() / "persona-architecture.md"
    file.write_text(text, encoding="utf-8", newline="")
    standard = outcome(lambda: read_partial(file, "persona.md"))
    if isinstance(standard, ConfigurationError):
        assert is_one_line(standard)
        assert standard.where.startswith("persona.md")
        return
    assert all("\n" not in remark for remark in standard.remarks)
    slugs = [topic.slug for topic in standard.topics]
    assert len({slug.casefold() for slug in slugs}) == len(slugs)
    for topic in standard.topics:
        page = render_topic(topic, Author("Orders"))
        names = [section.name for section in topic.sections]
        assert len({key(name) for name in names if key(name)}) == len([name for name in names if key(name)])
        assert not posixpath.normpath(f"technical/architecture/{topic.page}").startswith("..")
        assert not Path(topic.page).is_absolute()
        assert len(read_markdown(page).headings) >= 1
    if standard.checklist:
        assert render_checklist(standard.checklist, Author("Orders"))
