"""The coverage page of forty components: small, quickly made, and nothing dangling."""

import time

from selectolax.lexbor import LexborHTMLParser
from several import html_of, judge, pages_of

from mkdocs_gbm.output.coverage.page import LONG
from mkdocs_gbm.output.strings import Strings
from mkdocs_gbm.output.templates import environment
from mkdocs_gbm.standard import Standard

COUNT = 40
MOST_BYTES = 400_000
MOST_SECONDS = 0.2


def test_a_page_of_forty_components_is_small_and_quickly_made(backend_engineer: Standard) -> None:
    pages = pages_of(backend_engineer, COUNT)
    report = judge(backend_engineer, COUNT, pages)
    env = environment(Strings())
    spent = []
    for _ in range(3):
        before = time.process_time()
        html = html_of(report, pages, env)
        spent.append(time.process_time() - before)
    assert len(html.encode()) < MOST_BYTES
    assert min(spent) < MOST_SECONDS


def test_a_page_of_forty_components_without_any_page_is_no_larger(backend_engineer: Standard) -> None:
    html = html_of(judge(backend_engineer, COUNT, {}), {})
    assert len(html.encode()) < MOST_BYTES


def test_every_id_is_given_once_and_every_link_within_lands(backend_engineer: Standard) -> None:
    pages = pages_of(backend_engineer, COUNT)
    tree = LexborHTMLParser(html_of(judge(backend_engineer, COUNT, pages), pages))
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    links = [node.attributes["href"] or "" for node in tree.css("a[href]")]
    within = {link.removeprefix("#") for link in links if link.startswith("#")}
    assert len(within) > COUNT
    assert within <= set(ids)
    assert "gbm-gap-component-06-api-design-pagination" in ids


def test_long_lists_are_folded_so_that_what_stands_below_can_be_reached(backend_engineer: Standard) -> None:
    pages = pages_of(backend_engineer, COUNT)
    tree = LexborHTMLParser(html_of(judge(backend_engineer, COUNT, pages), pages))
    entries = ".gbm-brief > li, .gbm-table > tbody > tr"
    folded = [(fold.css("summary")[0].text(), len(fold.css(entries))) for fold in tree.css(".gbm-long")]
    assert folded
    assert all(said == f"Show all {count}" and count > LONG for said, count in folded)
    for fold in tree.css(".gbm-long"):
        fold.decompose()
    lists = tree.css(".gbm-brief, .gbm-table > tbody")
    assert all(len(entry.css("li, tr")) <= LONG for entry in lists)
