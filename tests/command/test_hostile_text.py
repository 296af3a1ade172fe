"""Whatever stands in a page or a name, it is read as it was written, and does nothing."""

import html
import re

import cmarkgfm
from cmarkgfm.cmark import Options
from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_gbm.neutral import neutral
from mkdocs_gbm.output.escaping import code, escaped

MARKS = st.text(st.sampled_from("`*_[]()<>&|~#!$@:/.-+=\\\"'ab1 \n\t\x1b\u202e\u2028\ud800é")) | st.text(
    st.characters(exclude_categories=())
)


def rendered(markdown: str) -> str:
    page: str = cmarkgfm.github_flavored_markdown_to_html(markdown, options=Options.CMARK_OPT_UNSAFE)
    return page


def read(page: str) -> str:
    """Return what is read of a page; a link to itself is read as it stands."""
    return " ".join(html.unescape(re.sub(r"<a href=.*?>|</a>|\u200b", "", page)).split())


@given(MARKS)
@example("http://a_b.example/*x*")
@example("a@b.example")
@example("_a_ *b* `c` ~~d~~ [e](f) <g> &amp; ![i](j)")
@example("&lt;b> &#64;")
@example("x\\")
def test_text_in_a_paragraph(text: str) -> None:
    text = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    page = rendered(f"x {escaped(text)} y").strip()
    inside = page.removeprefix("<p>x ").removesuffix(" y</p>")
    assert re.findall(r"<(?!a href=|/a>)", inside) == []
    assert read(inside) == " ".join(neutral(text).replace("\u200b", "").split())


@given(MARKS)
def test_text_in_a_table_stays_in_its_cell(text: str) -> None:
    text = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    page = rendered(f"| a | b |\n| --- | --- |\n| {escaped(text)} | y |\n")
    assert (page.count("<tr>"), page.count("<td>")) == (2, 2)
    assert page.rstrip().endswith("<td>y</td>\n</tr>\n</tbody>\n</table>")


@given(MARKS)
def test_a_name_as_code(text: str) -> None:
    text = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    page = rendered(f"- {code(text)} y").strip()
    assert page.startswith("<ul>\n<li><code>")
    assert page.endswith("</code> y</li>\n</ul>")
    assert page.count("<") == 6
    said = html.unescape(page.partition("<code>")[2].rpartition("</code>")[0])
    assert said.strip() == neutral(text).strip()


@given(st.text(st.characters(exclude_categories=())))
def test_no_terminal_takes_it_for_a_command(text: str) -> None:
    shown = neutral(text)
    assert "\n" not in shown
    assert re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown) is None
    shown.encode("utf-8")
    assert neutral(shown) == shown
