"""The options of a site, whichever door they come in by."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from mkdocs_gbm import components as component_choices
from mkdocs_gbm.assess import RULES, USUAL_MIN_WORDS, Settings, Severity
from mkdocs_gbm.boundary import relative_path
from mkdocs_gbm.errors import ConfigurationError, did_you_mean
from mkdocs_gbm.keys import Keys, kind_of, written
from mkdocs_gbm.minimum import minimum_of, refuse_aliases, refuse_lower, refuse_waivers, refuse_weaker
from mkdocs_gbm.output.strings import Strings
from mkdocs_gbm.standard import Limits, Standard

CHECKLIST = "checklist"
"""Stands for the checklist where a topic's slug is expected."""


class Hints(Enum):
    """Where unwritten sections say what to write."""

    SERVE = "serve"
    ALWAYS = "always"
    NEVER = "never"


class Publish(Enum):
    """What a published site tells of its gaps. The preview shows everything, and the gate works in any case."""

    ALL = "all"
    """Coverage page, status strips, page statuses, badges, report."""
    BADGE = "badge"
    """Badges alone: no page and no file says which section is unwritten."""
    NONE = "none"
    """Nothing."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a site says under `plugins: gbm:` in its `mkdocs.yml`."""

    standard: str | None = None
    """A bundled standard's name, a folder of page templates or a persona partial (relative to the project), or
    `package:NAME`; where nothing is said, the project's persona decides, and then it is `backend_engineer`."""
    standard_named: bool = False
    """Whether the command line said it."""
    architecture_dir: str = "technical/architecture"
    """The folder of the architecture documentation, relative to `docs_dir`; it may lie beside it (`../…`)."""
    components: tuple[component_choices.ComponentChoice, ...] = ()
    """The documented systems, where there are several: name to folder, or to a mapping with `dir:` and options."""
    not_applicable: Mapping[str, str] = field(default_factory=dict)
    """Topics that there are not by nature: slug (or `checklist`) to the reason."""
    pages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Where topics are, when not at their templates' paths: slug (or `checklist`) to a path, a list or a glob."""
    coverage_page: str | None = "architecture-coverage.md"
    """The path of the generated coverage page, relative to `docs_dir`; `false` for none."""
    home_page: bool = False
    """Whether a home page of badges and topics is made, where the site has no `index.md` of its own."""
    badge: bool = True
    """Whether badges stand below the titles of topic, checklist and coverage pages."""
    status_strip: bool = True
    """Whether a strip below a topic page's title says what of it is written."""
    hints: Hints = Hints.SERVE
    """Where unwritten sections say what to write: in the preview (`serve`), on the site too (`always`), or `never`."""
    publish: Publish = Publish.ALL
    """What a site tells of its gaps: `all`, the numbers alone (`badge`), or nothing (`none`)."""
    severity: Mapping[str, Severity] = field(default_factory=dict)
    """`warn`, `info` or `ignore` per rule."""
    topic_severity: Mapping[str, Mapping[str, Severity]] = field(default_factory=dict)
    """The same for single topics: under `severity:`, a topic's slug with rules of its own."""
    aliases: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """More names that mean a required section: slug, section, names."""
    min_words: int = USUAL_MIN_WORDS
    """A section of fewer words, without table, code, diagram or image, is thin."""
    fail_under: float = 0.0
    """The coverage, in percent, below which the site falls short; 0 for none."""
    baseline: str = "gbm-baseline.yml"
    """The file, relative to the project, whose findings are excused; used where it exists."""
    baseline_used: bool = True
    """Whether it is: what writes it anew judges without the one that is there."""
    strings: Mapping[str, str] = field(default_factory=dict)
    """Words that readers of the site see, in other words or another language; keys are those of `strings.yml`."""

    def settings(self, today: date, standard: Standard | None = None) -> Settings:
        """Return what the verdict needs of them; a standard may weigh rules more than they usually do."""
        severity = {**(minimum_of(standard) if standard else {}), **self.severity}
        limits = standard.limits if standard else Limits()
        min_words, fail_under = max(self.min_words, limits.min_words), max(self.fail_under, limits.fail_under)
        return Settings(today, severity, self.topic_severity, self.aliases, min_words, fail_under)

    def check(self, standard: Standard) -> None:
        """Compare the names in them with the standard's.

        Raises:
            ConfigurationError: If one names a topic or section that the standard does not have, or weighs a rule
                less than the standard allows.
        """
        refuse_weaker(standard, self.severity, self.topic_severity)
        refuse_aliases(standard, self.aliases)
        refuse_waivers(standard, self.not_applicable)
        refuse_lower(standard, "min_words", self.min_words, standard.limits.min_words, USUAL_MIN_WORDS)
        refuse_lower(standard, "fail_under", self.fail_under, standard.limits.fail_under, 0)
        slugs = [topic.slug for topic in standard.topics]
        for choice in self.components:
            try:
                replace(Options(), **{key: getattr(choice, key) for key in _OF_COMPONENTS}).check(standard)
            except ConfigurationError as error:
                where = error.where.replace("gbm:", f"gbm: components: {choice.name}:", 1)
                raise ConfigurationError(where, error.problem, error.remedy) from None
        _known("pages", self.pages, [*slugs, CHECKLIST], "topic")
        _known("not_applicable", self.not_applicable, [*slugs, CHECKLIST], "topic")
        _known("severity", self.topic_severity, [*RULES, *slugs], "rule or topic")
        _known("aliases", self.aliases, slugs, "topic")
        for slug, aliases in self.aliases.items():
            topic = standard.topic(slug)
            names = [section.name for section in topic.sections] if topic else []
            _known(f"aliases: {slug}", aliases, names, "section")


_OF_COMPONENTS = ("pages", "aliases", "severity", "topic_severity", "not_applicable")

_Choice = TypeVar("_Choice", bound=Enum)

_OURS = ("topic_severity", "standard_named", "baseline_used")
#: The keys that a user may write.
KEYS = tuple(option.name for option in fields(Options) if option.name not in _OURS)


def parse(given: Mapping[str, Any]) -> Options:
    """Read the options that a user wrote.

    Raises:
        ConfigurationError: If a key is unknown or a value is of the wrong kind.
    """
    # A key with nothing behind it is as good as none, in MkDocs too; a misspelt one is told all the same.
    given = {key: value for key, value in given.items() if value is not None or key not in KEYS}
    keys = Keys("plugins: gbm", given, KEYS)
    severity = keys.mapping("severity")
    defaults = Options()
    if given.get("components") is not None and "architecture_dir" in given:
        problem = "with 'components:' each component has a folder of its own"
        raise ConfigurationError("plugins: gbm: architecture_dir", problem, "take architecture_dir out")
    return Options(
        standard=keys.text("standard") if given.get("standard") is not None else None,
        architecture_dir=component_choices.folder_of(
            keys.text("architecture_dir", defaults.architecture_dir), "plugins: gbm: architecture_dir"
        ),
        components=component_choices.parse_components(given.get("components"), parse),
        not_applicable=component_choices.reasons(keys.mapping("not_applicable")),
        pages=_pages(_lists("pages", keys.mapping("pages"))),
        coverage_page=_coverage_page(given.get("coverage_page", defaults.coverage_page)),
        home_page=keys.boolean("home_page", default=defaults.home_page),
        badge=keys.boolean("badge", default=defaults.badge),
        status_strip=keys.boolean("status_strip", default=defaults.status_strip),
        hints=_word("hints", given.get("hints", defaults.hints.value), Hints),
        publish=_word("publish", given.get("publish", defaults.publish.value), Publish),
        severity={
            rule: _severity(rule, word)
            for rule, word in severity.items()
            if rule in RULES or not isinstance(word, dict)
        },
        topic_severity={
            slug: {str(rule): _severity(str(rule), word, slug) for rule, word in rules.items()}
            for slug, rules in severity.items()
            if isinstance(rules, dict)
        },
        aliases={slug: _lists(f"aliases: {slug}", sections) for slug, sections in keys.mapping("aliases").items()},
        min_words=_not_negative("min_words", keys.integer("min_words", defaults.min_words)),
        fail_under=keys.percentage("fail_under", defaults.fail_under),
        baseline=_inside("baseline", keys.text("baseline", defaults.baseline)),
        strings=_strings(keys.mapping("strings")),
    )


def _known(key: str, given: Mapping[str, Any], names: list[str], kind: str) -> None:
    for name in given:
        if name not in names:
            raise ConfigurationError(
                f"plugins: gbm: {key}", f"'{name}' is no {kind} of this standard", did_you_mean(name, names)
            )


def _severity(rule: str, word: object, slug: str | None = None) -> Severity:
    where = "plugins: gbm: severity" + (f": {slug}" if slug else "")
    if rule not in RULES:
        raise ConfigurationError(where, f"'{rule}' is no rule", did_you_mean(rule, RULES))
    return _one_of(f"{where}: {rule}", word, Severity, "no severity")


def _word(key: str, word: object, choices: type[_Choice]) -> _Choice:
    return _one_of(f"plugins: gbm: {key}", word, choices, "no choice here")


def _one_of(where: str, word: object, choices: type[_Choice], problem: str) -> _Choice:
    words = [choice.value for choice in choices]
    if word not in words:
        remedy = did_you_mean(word, words) if isinstance(word, str) else f"use one of: {', '.join(words)}"
        raise ConfigurationError(where, f"'{written(word)}' is {problem}", remedy)
    return choices(word)


def _strings(given: Mapping[str, Any]) -> dict[str, str]:
    for key, text in given.items():
        if not isinstance(text, str):
            raise ConfigurationError(
                f"plugins: gbm: strings: {key}", f"a text is expected, not {kind_of(text)}", "put it in quotes"
            )
    if given:
        Strings(given)
    return dict(given)


def _lists(key: str, given: object) -> dict[str, tuple[str, ...]]:
    """Return lists of texts by name; each mistake is told at its own key."""
    if not isinstance(given, dict):
        where = f"plugins: gbm: {key}"
        raise ConfigurationError(where, f"a mapping is expected, not {kind_of(given)}", "write 'key: value' lines")
    return {str(name): _texts(f"plugins: gbm: {key}: {name}", str(name), texts) for name, texts in given.items()}


def _pages(given: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    remedy = "name a page relative to the architecture folder"
    return {
        slug: tuple(relative_path(f"plugins: gbm: pages: {slug}", path, remedy) for path in paths)
        for slug, paths in given.items()
    }


def _texts(where: str, name: str, given: object) -> tuple[str, ...]:
    texts = [given] if isinstance(given, str) else given
    if not isinstance(texts, list) or not texts or not all(isinstance(text, str) and text.strip() for text in texts):
        found = "an empty one" if texts == [] else "of other things" if isinstance(texts, list) else kind_of(given)
        raise ConfigurationError(where, f"a list of texts is expected, not {found}", f"write {name}: [one, two]")
    return tuple(texts)


def _inside(key: str, path: str) -> str:
    if ".." in path.replace("\\", "/").split("/") or path.startswith("/"):
        raise ConfigurationError(f"plugins: gbm: {key}", f"'{path}' leads out of the project", "name a file below it")
    return path


def _coverage_page(value: object) -> str | None:
    if value is False or value is None:
        return None
    if isinstance(value, str) and value.endswith(".md") and ".." not in value.split("/") and not value.startswith("/"):
        return value
    raise ConfigurationError(
        "plugins: gbm: coverage_page",
        f"'{written(value)}' is neither a path below docs_dir that ends in .md nor false",
        "write coverage_page: architecture-coverage.md or coverage_page: false",
    )


def _not_negative(key: str, value: int) -> int:
    if value < 0:
        raise ConfigurationError(f"plugins: gbm: {key}", f"{value} is negative", f"write {key}: 0 or more")
    return value
