"""Numbers as people read them: the same sentences on badges, pages and in the terminal."""

from mkdocs_gbm.assess import Coverage, Tally
from mkdocs_gbm.output.strings import Strings


def percent(coverage: Coverage, t: Strings) -> str:
    """Return a coverage as people read it: `95.7 %`, and `100 %` without a decimal."""
    return t("percent", number=f"{coverage.percent:g}")


def coverage_sentence(coverage: Coverage, t: Strings) -> str:
    """Return what the coverage means, in words."""
    key = "sentence.coverage.waived" if coverage.not_applicable else "sentence.coverage"
    return t(key, documented=coverage.documented, required=coverage.applicable, waived=coverage.not_applicable)


def checklist_sentence(tally: Tally, t: Strings) -> str:
    """Return what the checklist says, in words: what is ticked, and what of it holds."""
    sentence = t("sentence.checklist", done=tally.done, total=tally.total)
    if tally.ticked != tally.done:
        sentence += f" {t('sentence.checklist.ticked', ticked=tally.ticked, done=tally.done)}"
    if tally.contradicted:
        sentence += f"; {t('sentence.checklist.contradicted', count=tally.contradicted)}"
    return sentence
