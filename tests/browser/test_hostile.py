"""Strings that would like to run: whatever a page or a standard says, a browser runs none of it.

Raw HTML on an author's own page is the author's right in Markdown, so on the pages themselves every payload stands in
inline code or front matter: what could run is only what the plugin put somewhere.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from sites import make_site

from browser.browsing import Visit, build, served, visiting
from browser.test_preview import preview

pytestmark = pytest.mark.xdist_group("browser: hostile")

DIRECTORY = "technical/architecture"
COVERAGE = "architecture-coverage/"
SCRIPT = "<script>window.pwned=1</script>"
IMAGE = "<img src=x onerror=window.pwned=1>"
QUOTED = '"><img src=x onerror="window.pwned=1">'
CLOSED = "</svg></a></td><script>window.pwned=1</script>"
LINK = "[press](javascript:window.pwned=1)"
ENTITY = "&lt;img src=x onerror=window.pwned=1&gt;"
FILE = '"><img src=x onerror=window.pwned=1>.md'
CANDIDATE = "'><svg onload=window.pwned=1>.md"
ABSENT = "patterns/<iframe srcdoc=window.pwned=1>.md"

CONFIG = f"""
site_name: Orders
theme: {{name: material, font: false}}
use_directory_urls: true
plugins:
  - search
  - gbm:
      hints: always
      pages:
        api-design: '{FILE}'
        security: '{ABSENT}'
      aliases:
        api-design: {{Documentation: ['Handbook {IMAGE}']}}
      strings:
        coverage.title: '{CLOSED}'
        coverage.gaps: '{SCRIPT}'
        coverage.within: '{{component}} {IMAGE} {{name}}'
        badge.coverage.label: '{IMAGE}'
        status.missing: '{QUOTED}'
edit_uri_template: 'https://github.com/example/orders/edit/main/docs/{{path}}'
exclude_docs: '{DIRECTORY}/*secret*'
"""
API = f"""
---
owners: ['{QUOTED}', '{SCRIPT}']
---

# API Architecture

## API Style (`{SCRIPT}`)

One request, one answer, in JSON, over HTTP; nothing else is spoken by this service to anybody.

## Versioning Strategy (`{QUOTED}`)

The major version stands in the path, and the one before it is answered for eighteen months.

## Authentication

Not applicable: `{CLOSED}` is all that we have to say about it.

## Authorization

[over there](https://other.example/{QUOTED.replace(" ", "%20")})

## Conventions

- **Rate Limiting (`{IMAGE}`)**: six hundred requests a minute, counted at the gateway and told in headers.

## Error handled `{LINK}`

This heading is close to a required one, and is none.

## Caching (`{ENTITY}`)

## Handbook `{IMAGE}`

The description of the interface is made anew with every release and stands beside this page.
"""
CHECKLIST = f"""
# Checklist

- [x] **API Design Documented**: `{SCRIPT}`
- [x] **Database Schema**: Not applicable: `{IMAGE}` is where it is kept.
- [ ] **Monitoring**: `{QUOTED}`
- [x] **Deployment** `{CLOSED}`
"""
PAGES = {
    f"{DIRECTORY}/{FILE}": API,
    f"{DIRECTORY}/{CANDIDATE}": "# Other\n\n## Retry Logic\n\nThree times.\n\n## Timeouts\n\nTwo seconds.\n",
    f"{DIRECTORY}/patterns/data-flow.md": f"---\ngbm:\n  not_applicable: '{QUOTED} {CLOSED}'\n---\n\n# Data\n",
    f"{DIRECTORY}/checklist.md": CHECKLIST,
    f"{DIRECTORY}/secret {CANDIDATE}": "# Not published\n",
    "index.md": "# Home\n\n<!-- gbm:badge -->\n",
}

STANDARD = {
    "api.md": f"""
---
topic: 'API {IMAGE}'
page: api.md
---

# API

## Style {CLOSED}

<!-- {ENTITY} -->

## Limits

<!-- {QUOTED} -->
""",
    "checklist.md": f"""
---
checklist: Checklist
page: checklist.md
evidence:
  'Deployment {SCRIPT}': link
---

# Checklist

- [ ] **Deployment {SCRIPT}**: {QUOTED}
""",
}


@pytest.fixture(scope="module")
def hostile_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = make_site(tmp_path_factory.mktemp("hostile"), config=CONFIG, pages=PAGES)
    site.write("CODEOWNERS", f"* @x/{IMAGE.replace(' ', chr(47))} @{CLOSED.replace(' ', chr(47))}\n")
    with served(build(site)) as url:
        yield url


@pytest.mark.parametrize(
    "path",
    [
        "",
        COVERAGE,
        f"{DIRECTORY}/%22%3E%3Cimg%20src=x%20onerror=window.pwned=1%3E/",
        f"{DIRECTORY}/%27%3E%3Csvg%20onload=window.pwned=1%3E/",
        f"{DIRECTORY}/patterns/data-flow/",
        f"{DIRECTORY}/checklist/",
        "gbm/badge.svg",
        "gbm/coverage.svg",
    ],
)
def test_nothing_that_a_page_says_is_run(browser: Browser, hostile_url: str, path: str) -> None:
    with visiting(browser, hostile_url) as visit:
        _runs_nothing(visit, path)


def test_what_a_page_says_is_shown_as_it_was_written(browser: Browser, hostile_url: str) -> None:
    with visiting(browser, hostile_url, scripts=False) as visit:
        shown = visit.open(COVERAGE).page.locator(".gbm-coverage").inner_text()
    payloads = [SCRIPT, QUOTED, CLOSED, IMAGE, LINK, ENTITY, FILE, ABSENT, f"secret {CANDIDATE}", f"Handbook {IMAGE}"]
    assert [payload for payload in payloads if payload not in shown] == []


def test_the_best_candidate_for_a_missing_page_is_named_as_it_is_written(browser: Browser, hostile_url: str) -> None:
    with visiting(browser, hostile_url, scripts=False) as visit:
        finding = visit.open(COVERAGE).page.get_by_role("listitem").filter(has_text="'Service Architecture'")
        assert CANDIDATE in finding.inner_text()


def test_nothing_that_a_standard_says_is_run(browser: Browser, tmp_path: Path) -> None:
    site = make_site(tmp_path, config=CONFIG.partition("      pages:")[0] + "      standard: evil<i>standard\n")
    for name, text in STANDARD.items():
        site.write(f"evil<i>standard/{name}", text)
    site.write(f"docs/{DIRECTORY}/api.md", "# API\n")
    site.write(f"docs/{DIRECTORY}/checklist.md", "# Checklist\n")
    with served(build(site)) as url, visiting(browser, url) as visit:
        _runs_nothing(visit, COVERAGE)
        shown = visit.page.locator(".gbm-coverage").inner_text()
        assert all(payload in shown for payload in (IMAGE, CLOSED, ENTITY, SCRIPT, QUOTED, "evil<i>standard"))
        contents = visit.page.locator(".md-nav--secondary").text_content() or ""
        assert f"API {IMAGE}" in contents, "the table of contents tells the topic's title as it was written"
        _runs_nothing(visit, f"{DIRECTORY}/api/")
        hints = visit.page.locator(".gbm-hint").all_inner_texts()
        assert all(payload in "".join(hints) for payload in (CLOSED, ENTITY, QUOTED))
        strips = visit.page.locator(".gbm-strip").inner_text()
        assert f"Style {CLOSED}" in strips


def test_owners_and_reasons_are_shown_as_they_were_written(browser: Browser, hostile_url: str) -> None:
    with visiting(browser, hostile_url, scripts=False) as visit:
        visit.open(f"{DIRECTORY}/%22%3E%3Cimg%20src=x%20onerror=window.pwned=1%3E/")
        assert f"{QUOTED}, {SCRIPT}" in visit.page.locator(".gbm-strip summary").inner_text()
        visit.open(f"{DIRECTORY}/patterns/data-flow/")
        strip = visit.page.locator(".gbm-strip").text_content() or ""
        assert f"{QUOTED} {CLOSED}" in strip
        assert f"@{CLOSED.replace(' ', '/')}" in strip


def test_nothing_that_a_standard_says_is_run_where_a_missing_page_is_previewed(
    browser: Browser, tmp_path: Path
) -> None:
    site = make_site(tmp_path / "orders", config=CONFIG.partition("      pages:")[0] + "      standard: own\n")
    for name, text in STANDARD.items():
        site.write(f"own/{name}", text.replace(f"## Style {CLOSED}", f"## Style `{CLOSED}`"))
    with preview(site) as (url, _), visiting(browser, url) as visit:
        visit.page.goto(f"{url}gbm/preview/api/")
        assert f"Preview: API {IMAGE}" in visit.page.title()
        hints = "".join(visit.page.locator(".gbm-hint").all_inner_texts())
        assert all(payload in hints for payload in (CLOSED, ENTITY, QUOTED))
        assert visit.page.evaluate("() => window.pwned") is None
        assert visit.page.evaluate(_LIVE) == []
        assert (visit.errors, visit.outside, visit.dialogs) == ([], [], [])


def _runs_nothing(visit: Visit, path: str) -> None:
    visit.open(path)
    assert visit.page.evaluate("() => window.pwned") is None
    assert visit.page.evaluate(_LIVE) == []
    assert visit.dialogs == []
    assert (visit.errors, visit.outside) == ([], [])


# Nothing of ours needs a script, an image from elsewhere or a handler.
_LIVE = """() => [...document.querySelectorAll(
        ".gbm-coverage *, .gbm-badges *, svg.gbm-badge, svg.gbm-badge *, .gbm-strip *, .gbm-hint *")]
    .filter(element => ["script", "img", "iframe", "object", "embed"].includes(element.localName)
        || element.getAttributeNames().some(name => name.startsWith("on"))
        || /^\\s*(javascript|data|vbscript):/i.test(element.getAttribute("href") ?? ""))
    .map(element => element.outerHTML.slice(0, 200))"""
