"""What a site may decide about its verdicts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from mkdocs_gbm.assess.rules import RULES, Severity

USUAL_MIN_WORDS = 10
"""What `min_words` is where a site does not say."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How strictly to judge."""

    today: date
    """The day on which waivers are judged."""
    severity: Mapping[str, Severity] = field(default_factory=dict)
    """Per rule, where a site departs from the rule's own severity."""
    topic_severity: Mapping[str, Mapping[str, Severity]] = field(default_factory=dict)
    """The same for single topics, by slug."""
    aliases: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """More names: per slug, per required section."""
    min_words: int = 0
    """Below this number of words, a section of prose alone is thin."""
    fail_under: float = 0.0
    """Below this coverage, in percent, the site falls short."""

    def weigh(self, rule: str, topic: str | None = None) -> Severity:
        """Return the severity of a rule, on a topic where one is given."""
        if topic is not None and rule in self.topic_severity.get(topic, {}):
            return self.topic_severity[topic][rule]
        return self.severity.get(rule, RULES[rule].severity)
