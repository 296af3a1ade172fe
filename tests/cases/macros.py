"""A hook that does for a case what mkdocs-macros does for a site: `{{ limits() }}` becomes Markdown."""

from typing import Any

LIMITS = "| Plan | Requests a minute |\n| --- | --- |\n| Free | 60 |\n| Business | 1,200 |"
MACROS = {"{{ limits() }}": LIMITS, "{{ nothing() }}": "", "{{ todo() }}": "TODO"}


def on_page_markdown(markdown: str, **_: Any) -> str:
    for call, expansion in MACROS.items():
        markdown = markdown.replace(call, expansion)
    return markdown
