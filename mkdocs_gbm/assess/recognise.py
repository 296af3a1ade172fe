"""The ladder: how a heading is recognised as a required section."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from mkdocs_gbm.assess import names
from mkdocs_gbm.assess.questions import Questions
from mkdocs_gbm.standard import RequiredSection, Standard, Topic


class Match(IntEnum):
    """How a required section was recognised, the surest first."""

    EXACT = 0
    NORMALISED = 1
    ALIAS = 2
    COMPOUND = 3
    CONTAINED = 4
    LABEL = 5
    REFERENCE = 6

    @property
    def word(self) -> str:
        """Return the word for reports."""
        return self.name.lower()


#: Words that may stand beside a section's name without changing the subject (after `names.words`).
NEUTRAL = frozenset(
    names.words(word)[0]
    for word in """
    approach architecture basics best choice concept configuration consideration convention current decision
    definition description design detail details documentation explanation for format framework general guide guideline
    handling how implementation in info information infrastructure introduction layer level management mechanism method
    methodology model note of on option overview pattern plan policy practice principle procedure process
    reference requirement rule scheme section settings setup specification standard strategy structure summary support
    system technique tooling tools topology used usage
    to application backend global technical internal external only by level our current
    end untrusted workflow call nightly daily periodic scheduled
    known value as a buffer found identified matrix table measure online logical physical
    publishing consuming managing defining choosing avoiding preventing deploying applying running
    making against protection defense
    """.split()
)

#: Technologies that say with what, and not what: `Redis caching`, `JWT authentication`.
TECHNOLOGIES = frozenset(
    names.words(word)[0]
    for word in """
    activemq airflow alembic artemis auth0 aws azure cassandra celery cloudflare consul cron dbt debezium django
    docker dynamodb elasticsearch envoy express fastapi flask flink flyway gcp grafana graphql grpc haproxy
    hazelcast hibernate hystrix ibm istio jaeger jwt k8s kafka keycloak kong kubernetes liquibase linkerd mariadb
    memcached mongodb mq mysql nats nginx oauth oauth2 oidc openapi oracle pgbouncer polly postgres postgresql
    prometheus pulsar rabbitmq rails redis resilience4j rest saml sidekiq spark spring sqlite sqs sso swagger
    traefik varnish vault
    """.split()
)

#: Databases by name: `PostgreSQL optimization` is database optimization.
DATABASES = frozenset(
    names.words(word)[0]
    for word in """
    postgres postgresql mysql mariadb mongodb oracle sqlite cassandra dynamodb cockroachdb clickhouse redis aurora
    influxdb timescaledb neo4j elasticsearch couchdb spanner mssql
    """.split()
)

#: What a heading may name before the section: `Orders API: Rate Limiting`.
SYSTEMS = frozenset({"api", "service", "platform", "server", "database", "db", "cluster", "gateway"})

#: Who may stand after "of": `Authentication of partners`.
ACTORS = frozenset(
    names.words(word)[0]
    for word in """
    admin administrator agent api app caller client consumer customer dealer developer device employee end machine
    member merchant operator partner person service staff subscriber supplier system tenant third party user vendor
    """.split()
)

_ADVICE = re.compile(r"\W*(?:use|avoid|add|enable|disable|implement|consider|prefer|never|always)\b", re.IGNORECASE)
_MOST_OTHER_WORDS = 3


@dataclass(frozen=True, slots=True)
class _Phrase:
    section: str
    match: Match


class Recogniser:
    """Knows every name of a topic's required sections, and which required sections a heading means.

    Args:
        topic: The topic whose pages are read.
        standard: The standard that it belongs to: another requirement's own name is never a variant of this one.
        aliases: More names per required section, from a site's configuration.
    """

    def __init__(self, topic: Topic, standard: Standard, aliases: Mapping[str, Iterable[str]] | None = None) -> None:
        self._names = frozenset(section.name for section in topic.sections)
        self._recognised: dict[str, dict[str, Match]] = {}
        self._phrases: dict[str, _Phrase] = {}
        self._contained: dict[tuple[str, ...], str] = {}
        self._names_of = names_of = {
            section.name: (section.name, *section.aliases, *(aliases or {}).get(section.name, ()))
            for section in topic.sections
        }
        self._questions = Questions(topic.sections, names_of)
        self._topical = frozenset(names.words(topic.title))
        self._free = NEUTRAL | TECHNOLOGIES | SYSTEMS | self._topical
        self._others = {names.key(section.name) for other in standard.topics for section in other.sections} - {
            names.key(section.name) for section in topic.sections
        }
        for section in topic.sections:
            self._learn(section, names_of[section.name][:1], Match.NORMALISED)
        for section in topic.sections:
            self._learn(section, names_of[section.name][1:], Match.ALIAS)

    @property
    def sections(self) -> frozenset[str]:
        """The names of the required sections."""
        return self._names

    def recognise(self, heading: str) -> dict[str, Match]:
        """Return the required sections that a heading means, each with how it was recognised."""
        if len(heading) > names.LONGEST:
            return {}
        if heading not in self._recognised:
            self._recognised[heading] = self._climb(names.plain(heading))
        return self._recognised[heading]

    def _climb(self, text: str) -> dict[str, Match]:
        if text in self._names:
            return {text: Match.EXACT}
        if phrase := self._phrases.get(names.key(text)):
            return {**self._by_parts(text), phrase.section: phrase.match}
        if names.key(text) in self._others or _ADVICE.match(text):
            return {}
        return (
            self._by_list(text)
            or self._by_parts(text)
            or self._by_gloss(text)
            or self._by_containment(text)
            or self._by_turning(text)
            or self._by_qualification(text)
            or self._by_stems(text)
            or self._by_question(text)
        )

    def _learn(self, section: RequiredSection, phrases: Iterable[str], match: Match) -> None:
        meant = _Phrase(section.name, match)
        for phrase in phrases:
            words = names.words(phrase)
            if not words:
                continue  # a name without a word would be every such heading's
            self._phrases.setdefault("".join(words), meant)
            if section.contained or match is Match.ALIAS:
                self._contained.setdefault(words, section.name)

    @cached_property
    def _compounds(self) -> list[tuple[str, frozenset[str]]]:
        """Each section with the subjects of its names that are compound: few headings are, and ask for them."""
        own = [(section, phrases[0]) for section, phrases in self._names_of.items()]
        more = [(section, phrase) for section, phrases in self._names_of.items() for phrase in phrases[1:]]
        return [
            (section, frozenset(map(names.key, parts)))
            for section, phrase in own + more
            if names.words(phrase) and (parts := names.parts_of(phrase))
        ]

    def _by_parts(self, text: str) -> dict[str, Match]:
        parts = names.parts_of(text)
        if not parts:
            return {}
        keys = frozenset(map(names.key, parts))
        found = {section: Match.COMPOUND for section, needed in self._compounds if needed <= keys}
        for part in parts:
            phrase = self._phrases.get(names.key(part))
            contained = {} if phrase else self._by_containment(part) or self._by_turning(part)
            for section in [phrase.section] if phrase else contained:
                found[section] = Match.COMPOUND
        for part in names.shared(parts):
            if phrase := self._phrases.get(names.key(part)):
                found[phrase.section] = Match.COMPOUND
        return found

    def _by_list(self, text: str) -> dict[str, Match]:
        """Recognise names that are listed behind a colon: `Lists: pagination, filtering and sorting`."""
        glossed = names.without_gloss(text)
        listed = [self._phrases.get(names.key(part)) for part in names.parts_of(glossed[-1])] if glossed else []
        return {phrase.section: Match.COMPOUND for phrase in listed if phrase} if all(listed) else {}

    def _by_gloss(self, text: str) -> dict[str, Match]:
        glossed = names.without_gloss(text)
        if not glossed:
            return {}
        head = glossed[0]
        if phrase := self._phrases.get(names.key(head)):
            return {phrase.section: phrase.match}
        topical = any(word in self._free | SYSTEMS for word in names.words(head))
        if topical and (phrase := self._phrases.get(names.key(glossed[-1]))):
            return {phrase.section: Match.CONTAINED}
        return self._by_parts(head) or self._by_containment(head) or self._by_stems(head) or self._by_question(head)

    def _by_containment(self, text: str) -> dict[str, Match]:
        heading = names.words(text)
        for length in range(len(heading) - 1, max(0, len(heading) - 1 - _MOST_OTHER_WORDS), -1):
            for inner, others, free in (
                (heading[:length], heading[length:], NEUTRAL),
                (heading[-length:], heading[:-length], self._free),
            ):
                section = self._contained.get(inner)
                if section and all(word in free for word in others):
                    return {section: Match.CONTAINED}
        generic = tuple("database" if word in DATABASES else word for word in heading)
        if section := self._contained.get(generic):
            return {section: Match.CONTAINED}
        section = self._contained.get(tuple(word for word in heading if word not in self._topical))
        return {section: Match.CONTAINED} if section else {}

    def _by_turning(self, text: str) -> dict[str, Match]:
        turned = names.turned(text)
        if turned is None:
            return {}
        if phrase := self._phrases.get(names.key(turned)):
            return {phrase.section: Match.CONTAINED}
        if contained := self._by_containment(turned):
            return contained
        actor = names.words(turned)[:-1]
        section = self._contained.get(names.words(text)[: -len(actor) - 1])
        return {section: Match.CONTAINED} if section and all(word in ACTORS for word in actor) else {}

    def _by_qualification(self, text: str) -> dict[str, Match]:
        """Recognise a name of several words before "of …", or a name in brackets behind other words."""
        for part in (names.of_a_life(text), names.qualified(text), names.in_brackets(text)):
            phrase = self._phrases.get(names.key(part)) if part else None
            if phrase:
                return {phrase.section: Match.CONTAINED}
        return {}

    def _by_stems(self, text: str) -> dict[str, Match]:
        """Recognise the same words in another form: `Handling errors`, `Managing our secrets`."""
        section = self._questions.named(text)
        return {section: Match.CONTAINED} if section else {}

    def _by_question(self, text: str) -> dict[str, Match]:
        section = self._questions.means(text)
        return {section: Match.CONTAINED} if section else {}
