"""The page template of topics that have none of their own, and a checklist page."""

from collections.abc import Iterable

SKELETON = """\
<what the system does here, in two or three sentences>, because <reason that decided it>.

| Part | What was decided | Why so | Where it can be seen |
| --- | --- | --- | --- |
| <first part here> | <decision in brief> | <deciding reason> | <path or link> |
| <second part here> | <decision in brief> | <deciding reason> | <path or link> |

- Known limits: <limit or exception, and who lives with it>
- What tells when it no longer holds: <test, alert or review>"""
"""What any required section may start from; every unit of it is a placeholder by itself."""

_WHO = """\
{% if owner %}
Owner: {{ owner }}.
{% endif %}
{% if date %}
Started: {{ date }}.
{% endif %}
{% if owner or date %}

{% endif %}
"""
_HOW = "How to use this page: answer the comment under each heading and replace every <\u2026>."


def head_of(title: str, told: Iterable[str]) -> str:
    """Return what stands above the first section of a topic's page.

    Args:
        title: The topic's.
        told: What the standard says of the topic as a whole.
    """
    lines = [*told, _HOW]
    comment = f"<!-- {lines[0]} -->" if len(lines) == 1 else "<!--\n" + "\n\n".join(lines) + "\n-->"
    return f"\n# {{{{ component }}}}: {title}\n\n{_WHO}{comment}\n"


def checklist_of(title: str, items: Iterable[tuple[str, str]]) -> str:
    """Return a checklist page with nothing ticked.

    Args:
        title: The checklist's.
        items: Each with its meaning, which may be empty.
    """
    lines = [f"- [ ] **{name}**: {meaning}".rstrip() if meaning else f"- [ ] **{name}**" for name, meaning in items]
    how = "Tick an item when the pages hold what it says, and link it to the page or heading that shows it."
    return f"\n# {{{{ component }}}}: {title}\n\n{how}\n\n" + "\n".join(lines) + "\n"
