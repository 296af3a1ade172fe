"""Headings that tell of what is not there: what stands below them documents nothing."""

from mkdocs_gbm.assess import names
from mkdocs_gbm.outline import Outline


def plans(outline: Outline) -> frozenset[int]:
    """Return the headings (by identity) below those that tell of what is not there: roadmaps, non-goals."""
    below: set[int] = set()
    level = None
    for heading in outline.headings:
        if level is not None and heading.level > level:
            below.add(id(heading))
        else:
            level = heading.level if names.key(heading.text) in _PLANS else None
    return frozenset(below)


def planned_units(outline: Outline) -> frozenset[int]:
    """Return the indices of the units below such headings."""
    return frozenset(
        index
        for heading in outline.headings
        if names.key(heading.text) in _PLANS
        for index in range(heading.first, heading.end)
    )


_PLANS = frozenset(
    names.key(name)
    for name in """
    Roadmap, Future, Future Work, Future Plans, Future Improvements, Plans, Planned, Planned Work, Next Steps, Goals,
    Non-Goals, No Goals, Out of Scope, Not in Scope, Open Questions, Open Issues, Open Points, To Do, TODOs, Backlog,
    Ideas, Wish List, Nice to Have, What Is Missing, Missing, Later, Possible Improvements, Improvements, Glossary,
    Changelog, History, References, Further Reading, See Also, Related Documents, Goals and Non-Goals
    """.split(",")
)
