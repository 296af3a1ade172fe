"""What a standard does not let sites weaken: severities, thresholds, names, topics."""

from collections.abc import Mapping

from mkdocs_gbm.assess import RULES, Severity
from mkdocs_gbm.errors import ConfigurationError, did_you_mean
from mkdocs_gbm.standard import Standard

_WEIGHT = {Severity.IGNORE: 0, Severity.INFO: 1, Severity.WARN: 2}


def minimum_of(standard: Standard) -> dict[str, Severity]:
    """Return what rules weigh at least by a standard, where that is more than they usually do.

    Raises:
        ConfigurationError: If the standard names no rule, or no severity.
    """
    demanded = _demanded(standard)
    return {rule: least for rule, least in demanded.items() if _WEIGHT[least] > _WEIGHT[RULES[rule].severity]}


def refuse_weaker(
    standard: Standard, severity: Mapping[str, Severity], by_topic: Mapping[str, Mapping[str, Severity]]
) -> None:
    """Refuse severities of a site that are weaker than its standard allows.

    Raises:
        ConfigurationError: If one is.
    """
    for rule, least in _demanded(standard).items():
        for topic, rules in {"": severity, **by_topic}.items():
            said = rules.get(rule, least)
            if _WEIGHT[said] < _WEIGHT[least]:
                where = ": ".join(filter(None, ("plugins: gbm: severity", topic, rule)))
                problem = f"'{said.value}' is weaker than '{least.value}', which the standard {standard.name} demands"
                raise ConfigurationError(where, problem, f"write '{rule}: {least.value}', or leave it out")


def refuse_lower(standard: Standard, key: str, said: float, least: float, usual: float) -> None:
    """Refuse a threshold of a site below its standard's; one that is as usual was not said, and is raised.

    Raises:
        ConfigurationError: If it is lower.
    """
    if said < least and said != usual:
        problem = f"{said:g} is less than {least:g}, which the standard {standard.name} demands"
        raise ConfigurationError(f"plugins: gbm: {key}", problem, f"write '{key}: {least:g}', or leave it out")


def refuse_aliases(standard: Standard, aliases: Mapping[str, object]) -> None:
    """Refuse a site's own names of sections, where its standard has them fixed.

    Raises:
        ConfigurationError: If there are any.
    """
    if aliases and not standard.limits.site_aliases:
        problem = f"the standard {standard.name} allows a site no aliases of its own"
        raise ConfigurationError("plugins: gbm: aliases", problem, "take them out, and have the standard name them")


def refuse_waivers(standard: Standard, not_applicable: Mapping[str, object]) -> None:
    """Refuse that a site does without topics that always apply by its standard.

    Raises:
        ConfigurationError: If it does.
    """
    for slug in standard.limits.always_apply:
        if slug in not_applicable:
            problem = f"applies always, by the standard {standard.name}"
            raise ConfigurationError(f"plugins: gbm: not_applicable: {slug}", problem, "take it out, and document it")


def _demanded(standard: Standard) -> dict[str, Severity]:
    where = f"standard {standard.name}: standard.yml: rules"
    words = [severity.value for severity in Severity]
    for rule, word in standard.minimum:
        if rule not in RULES:
            raise ConfigurationError(where, f"'{rule}' is no rule", did_you_mean(rule, RULES))
        if word not in words:
            raise ConfigurationError(f"{where}: {rule}", f"'{word}' is no severity", did_you_mean(word, words))
    return {rule: Severity(word) for rule, word in standard.minimum}
