"""Ids on the coverage page: the same for the same report at every build, so that a ticket can link to them."""

import re
from functools import cache

from mkdocs_gbm.assess import Finding, Report

_NOT_WORD = re.compile(r"[^\w]+")
_OURS = ("gaps", "gaps-others", "components", "checklist", "waivers", "topics", "method")

#: Rules whose findings are about no section as it is: one of them may name a section that has a finding of its own.
OF_THE_SITE = ("low-coverage", "stale-baseline")

_Key = tuple[str, str, str]


class Anchors:
    """Gives every topic, section and gap of a report an id of its own.

    Args:
        report: With several components, each id begins with its component's name.
    """

    def __init__(self, report: Report) -> None:
        self._several = len(report.components) > 1
        self._taken = {f"gbm-{name}" for name in _OURS}
        self._places: dict[_Key, str] = {}
        self._gaps: dict[_Key, str] = {}
        for component in report.components:
            for topic in component.topics:
                self.place(component.name, topic.topic.slug)
                for section in topic.sections:
                    self.place(component.name, topic.topic.slug, section.section.name)

    def component(self, name: str) -> str:
        """Return the id of a component's heat map."""
        return self._given(self._places, (name, "", ""), ["component", name])

    def place(self, component: str, topic: str, section: str = "") -> str:
        """Return the id of a topic, or of a section's row in its table."""
        return self._given(self._places, (component, topic, section), self._names(component, topic, section))

    def gap(self, component: str, topic: str, section: str = "") -> str:
        """Return the id of a topic's or section's entry in the work list."""
        return self._given(self._gaps, (component, topic, section), ["gap", *self._names(component, topic, section)])

    def of(self, finding: Finding) -> str:
        """Return the id of a finding's entry in the work list."""
        topic, section = finding.topic or "", finding.section or ""
        if finding.rule in OF_THE_SITE:
            return self._given({}, ("", "", ""), ["gap", finding.rule, finding.component, topic, section])
        return self.gap(finding.component, topic or "checklist", section)

    def _names(self, component: str, topic: str, section: str) -> list[str]:
        return [*([component] if self._several else []), topic, section]

    def _given(self, given: dict[_Key, str], key: _Key, names: list[str]) -> str:
        if key not in given:
            wanted = "-".join(["gbm", *filter(None, map(_slug, names))])
            made, number = wanted, 2
            while made in self._taken:
                made, number = f"{wanted}-{number}", number + 1
            self._taken.add(made)
            given[key] = made
        return given[key]


@cache
def _slug(name: str) -> str:
    return _NOT_WORD.sub("-", name.casefold()).strip("-")
