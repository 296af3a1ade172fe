"""Count how far the verdicts agree with the labels: `python tests/labelled/evaluate.py [--show | --write]`.

`--show` lists the disagreements of the tuning half; those of the held-out half are never shown. `--write` writes every
verdict on the tuning half to `verdicts.txt`: a change of the rules shows there what it changes, page by page.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import markdown

from mkdocs_gbm import standard
from mkdocs_gbm.assess import Component, Page, SectionVerdict, Settings, Status, assess
from mkdocs_gbm.front_matter import split
from mkdocs_gbm.outline import read_html

HERE = Path(__file__).resolve().parent
HALVES = ("tuning", "held_out")
EXTENSIONS = [
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc", "pymdownx.details",
    "pymdownx.highlight", "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist",
]  # fmt: skip
VERDICTS = HERE / "verdicts.txt"
SETTINGS = {"pymdownx.tabbed": {"alternate_style": True}}


@dataclass(frozen=True)
class Judgement:
    """One label beside the verdict."""

    page: str
    section: str
    wanted: str
    verdict: SectionVerdict
    lenient: bool
    """Whether the labeller called the other way as fair."""

    @property
    def rung(self) -> str:
        return self.verdict.match.word if self.verdict.match is not None else "-"

    @property
    def found(self) -> bool:
        return self.verdict.status is Status.DOCUMENTED

    @property
    def true(self) -> bool:
        return self.wanted == "documented"


def judgements(half: str) -> Iterator[Judgement]:
    """Judge every page of a half."""
    backend = standard.load("backend_engineer", Path.cwd())
    settings = Settings(date(2026, 11, 22))
    for path in sorted((HERE / half).glob("*.md")):
        source = split(path.read_bytes().decode("utf-8"))
        labels = source.meta["labelled"]
        html = markdown.markdown(source.body, extensions=EXTENSIONS, extension_configs=SETTINGS)
        page = Page(path.name, read_html(html))
        component = Component("labelled", ".", {labels["topic"]: (page,)})
        report = assess(backend, [component], settings)
        topic = report.components[0].topic(labels["topic"])
        assert topic is not None
        for verdict in topic.sections:
            label = labels["sections"][verdict.section.name]
            wanted = label["status"] if isinstance(label, dict) else label
            why = str(label.get("why", "")) if isinstance(label, dict) else ""
            yield Judgement(path.name, verdict.section.name, wanted, verdict, "as fair" in why)


def verdicts(judged: list[Judgement]) -> list[str]:
    """Return a line for each page: what became of each section that is not missing, and how it was recognised."""
    pages: dict[str, list[str]] = {one.page: [] for one in judged}
    for one in judged:
        if one.verdict.status is not Status.MISSING:
            pages[one.page].append(f"{one.section}: {one.verdict.status.value} {one.rung}")
    return [f"{page} | {'; '.join(said)}".rstrip(" |") for page, said in pages.items()]


def counts(judged: list[Judgement]) -> dict[str, int]:
    """Return the counts that precision and recall are made of."""
    return {
        "verdicts": len(judged),
        "called documented": sum(one.found for one in judged),
        "of these rightly": sum(one.found and one.true for one in judged),
        "documented": sum(one.true for one in judged),
        "not applicable": sum(one.wanted == "not-applicable" for one in judged),
        "of these found": sum(
            one.wanted == "not-applicable" and one.verdict.status is Status.NOT_APPLICABLE for one in judged
        ),
        "same status": sum(one.wanted == one.verdict.status.value or (one.lenient and not one.found) for one in judged),
    }


def main() -> None:
    """Print the counts of both halves, by rung; with `--show` the disagreements of the tuning half."""
    if "--write" in sys.argv:
        VERDICTS.write_text("\n".join(verdicts(list(judgements("tuning")))) + "\n", encoding="utf-8")
        return
    for half in HALVES:
        judged = list(judgements(half))
        numbers = counts(judged)
        print(f"\n{half}: " + ", ".join(f"{count} {name}" for name, count in numbers.items()))
        right = numbers["of these rightly"]
        print(
            f"  precision {right}/{numbers['called documented']} = {right / numbers['called documented']:.1%},"
            f" recall {right}/{numbers['documented']} = {right / numbers['documented']:.1%}"
        )
        rungs = Counter(one.rung for one in judged if one.found)
        wrong = Counter(one.rung for one in judged if one.found and not one.true)
        print("  by rung: " + ", ".join(f"{rung} {rungs[rung] - wrong[rung]}/{rungs[rung]}" for rung in sorted(rungs)))
        if half == "tuning" and "--show" in sys.argv:
            for one in judged:
                if one.wanted != one.verdict.status.value and not (one.lenient and not one.found):
                    place = one.verdict.place
                    print(
                        f"    {one.page}: {one.section}: labelled {one.wanted}, judged {one.verdict.status.value}"
                        f" ({one.rung}: {place.heading if place else None})"
                    )


if __name__ == "__main__":
    main()
