"""Each construction by which a sentence owes or tells, of many words each (`constructions.txt`), and its neighbours."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mkdocs_gbm import standard
from mkdocs_gbm.assess import empty_talk, facts, intentions, occasions, text_as_place, unanswered
from mkdocs_gbm.assess.plainly import plainly
from mkdocs_gbm.assess.questions import stems
from mkdocs_gbm.assess.recognise import Recogniser

TEXT = (Path(__file__).parent / "constructions.txt").read_text(encoding="utf-8")
BACKEND = standard.load("backend_engineer", Path.cwd())
API_DESIGN = Recogniser(next(topic for topic in BACKEND.topics if topic.slug == "api-design"), BACKEND)
HEADING = "Errors, repeated and logged"


def in_heading(word: str) -> bool:
    return stems(word, frozenset()) <= stems(HEADING, frozenset())


CONSTRUCTIONS: dict[str, Callable[[str], bool]] = {
    "unanswered": unanswered.is_unanswered,
    "text": text_as_place.is_of_the_text,
    "intention": intentions.is_intention,
    "occasion": occasions.is_occasion,
    "fact": facts.tells_a_fact,
    "announcement": empty_talk.is_announcement,
    "rule": lambda text: facts.sets_a_rule(text, in_heading),
    "denial": lambda text: facts.denies(text, in_heading),
    "team": lambda text: plainly(text) == "team",
    "wiki": lambda text: plainly(text) == "wiki",
    "asked": lambda heading: "Pagination" in API_DESIGN.recognise(heading),
    "milestone": lambda text: plainly(text) == "milestone",
}
BRACES = re.compile(r"\{([^{}]+)\}")


def sentences_below(name: str) -> Iterator[str]:
    """Yield what stands below a name, with each word in braces in its turn, and no full stop."""
    for line in TEXT.split(f"\n[{name}]\n", 1)[1].split("\n\n", 1)[0].strip().split("\n"):
        choices = [found[1].split("|") for found in BRACES.finditer(line)]
        pattern = BRACES.sub("{}", line).rstrip(".")
        first = [words[0] for words in choices]
        yield pattern.format(*first)
        for at, words in enumerate(choices):
            yield from (pattern.format(*first[:at], word, *first[at + 1 :]) for word in words[1:])


@pytest.mark.parametrize("name", CONSTRUCTIONS)
def test_each_construction(name: str) -> None:
    owes, sentences, others = CONSTRUCTIONS[name], list(sentences_below(name)), list(sentences_below(f"not {name}"))
    assert [sentence for sentence in sentences if not owes(sentence)] == []
    assert [sentence for sentence in others if owes(sentence)] == []
    assert len(sentences) > 3
    assert len(others) > 2
