"""The coverage page of forty components: small, quickly made, and nothing dangling."""

import time

from selectolax.lexbor import LexborHTMLParser
from several import html_of, judge, pages_of

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
