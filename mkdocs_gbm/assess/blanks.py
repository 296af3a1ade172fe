"""Blanks that an author was to fill: `<requests per minute>`, `{{ limit }}`, `[insert limit]`, XX."""

import re

from mkdocs_gbm.assess.patterns import any_word

_SIGN = re.compile("[<\\[{#_\u2026?XN]")
"""Without one of these, text has no placeholder in it."""
_TOKEN = re.compile(r"<([^\W\d_][^<>@\"=`\n]{0,800})>|#lt;([^\W\d_][^<>@\"=`\n#]{0,800})#gt;")
_CURLY = re.compile(
    rf"\{{\{{[^{{}}\n]*\}}\}}|\[{any_word('todo tbd insert describe your fill add placeholder')}\b[^\]\n]*\]",
    re.IGNORECASE,
)
_BLANK = re.compile(r"(?<![\w\])])\[[a-z][a-z ]{2,30}\](?![(\w:])|(?<=\s)(?:\.{3}|\u2026|_{3,})(?=[\s.,]|$)")
_BRACED = re.compile(
    r"(?<!\{)\{[a-z]+(?: [a-z]+){1,6}\}(?!\})"  # {describe the cache}
    r"|\b(?:XX+|NN+)\b(?!-)"  # XX requests
    r"|(?<!\S)\?+(?=\s+\w|\s*[/|,])"  # RTO ? / RPO ?
)
_CODE_BLANK = re.compile(r"`<[^<>`]+>`")
_ASKED_FOR = (
    r"(?:\[[^\[\]\d`]{2,80}\]|<[^<>\d`]{2,80}>|\{[^{}\d`]{2,80}\}"
    r"|\((?!(?:none|default|unlimited|off|on|internal|public|disabled)\b)[a-z][^()\d`]{2,80}\))"
)
_PROMPTED = re.compile(
    rf"^\W*(?:[^:,;.\[\](){{}}<>]{{1,50}}(?:\([^()]{{1,30}}\))?\s*(?::|->|=|\u2192|\u2013|"
    rf"-)\s*{_ASKED_FOR}[,;]?\s*)+[.\s]*$"
)
"""Prompts of a template behind labels; an item of a list has one of them: `RPO: [hours]`."""
_SEVERAL = 2


def is_blank_to_fill(text: str, *, fenced: bool) -> bool:
    """Say whether text holds a placeholder (`<requests per minute>`), or several blanks.

    In a fence one word in brackets may be code (`List<Order>`): there a placeholder has two words or more.
    """
    if not _SIGN.search(text) and "..." not in text:
        return False
    for match in _TOKEN.finditer(text):
        inside = (match[1] or match[2]).strip()
        if " " in inside or not (fenced or text[: match.start()].rstrip("(*_\"'")[-1:].strip()):
            return True
    return bool(_BRACED.search(text)) or len(_BLANK.findall(text)) >= _SEVERAL


def has_blanks(prose: str) -> bool:
    """Say whether a sentence has several blanks that stand in code: `<tool>`. A single one may be what it is about."""
    return "`<" in prose and len(_CODE_BLANK.findall(prose)) >= _SEVERAL


def first_blank(text: str) -> str:
    """Return the first words in angle brackets, with them; none where there are none."""
    match = _TOKEN.search(text)
    return f"<{(match[1] or match[2]).strip()}>" if match else ""


def without_tokens(text: str) -> str:
    """Return text without placeholders of any length: `<limit>`, `{{ limit }}`, `[insert limit]`."""
    return text if not _SIGN.search(text) else _CURLY.sub(" ", _TOKEN.sub(" ", text))


def is_lone_token(paragraph: str) -> bool:
    """Say whether a paragraph is one blank of a template and nothing else: `{{ conventions }}`."""
    return paragraph.startswith("{{") and not without_tokens(paragraph).strip(" .*_")


def is_prompt(text: str) -> bool:
    """Say whether all that a line holds behind its labels is a prompt in brackets: "Roles: [list]"."""
    return bool(_PROMPTED.match(text))
