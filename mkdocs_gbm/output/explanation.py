"""What each rule means, for `gbm explain` and the README: one text, kept beside the rule."""

from mkdocs_gbm.assess import RULES, Rule


def to_text(rule: Rule) -> str:
    """Return the explanation of a rule for a terminal."""
    return "\n".join(
        [
            f"{rule.name} ({rule.severity.value} by default)",
            "",
            rule.meaning,
            "",
            "Falls short:",
            "",
            *_indented(rule.falls_short),
            "",
            "Passes:",
            "",
            *_indented(rule.passes),
            "",
            f"To be excused: {rule.exempt}",
            "",
        ]
    )


def to_markdown() -> str:
    """Return the explanations of all rules as Markdown, for the README."""
    return "\n".join(section(rule) for rule in RULES.values())


def section(rule: Rule) -> str:
    """Return the explanation of a rule as Markdown."""
    return "\n".join(
        [
            f"#### `{rule.name}` ({rule.severity.value})",
            "",
            rule.meaning,
            "",
            "| falls short | passes |",
            "| --- | --- |",
            f"| {_cell(rule.falls_short)} | {_cell(rule.passes)} |",
            "",
            f"To be excused: {rule.exempt}",
            "",
        ]
    )


def _indented(text: str) -> list[str]:
    return [f"    {line}".rstrip() for line in text.split("\n")]


def _cell(text: str) -> str:
    return "<br>".join(f"`{line}`" for line in text.split("\n") if line)
