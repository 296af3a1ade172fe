"""Each way in which a heading asks (`questions.txt`), with each of its words."""

import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs_gbm import standard
from mkdocs_gbm.assess.questions import stems
from mkdocs_gbm.assess.recognise import Recogniser

TEXT = (Path(__file__).parent / "questions.txt").read_text(encoding="utf-8")
BACKEND = standard.load("backend_engineer", Path.cwd())
API_DESIGN = Recogniser(next(topic for topic in BACKEND.topics if topic.slug == "api-design"), BACKEND)
BRACES = re.compile(r"\{([^{}]+)\}")


def headings_below(name: str) -> Iterator[str]:
    """Yield what stands below a name, with each word in braces in its turn, and no full stop."""
    for line in TEXT.split(f"\n[{name}]\n", 1)[1].split("\n\n", 1)[0].strip().split("\n"):
        choices = [found[1].split("|") for found in BRACES.finditer(line)]
        pattern = BRACES.sub("{}", line).rstrip(".")
        first = [words[0] for words in choices]
        yield pattern.format(*first)
        for at, words in enumerate(choices):
            yield from (pattern.format(*first[:at], word, *first[at + 1 :]) for word in words[1:])


def test_each_question() -> None:
    asking, others = list(headings_below("asked")), list(headings_below("not asked"))
    assert [heading for heading in asking if "Pagination" not in API_DESIGN.recognise(heading)] == []
    assert [heading for heading in others if "Pagination" in API_DESIGN.recognise(heading)] == []
    assert min(len(asking), len(others)) > 3


def test_the_forms_of_a_word_are_one() -> None:
    forms = (
        "page pages paged paging pager",
        "encrypt encrypts encrypted encrypting encryption encrypter",
        "replicate replicates replication",
        "inhibit inhibition",
        "define definition",
        "query queries",
        "assign assignment",
        "log logged logging logger",
        "stop stopped stopping",
        "deploy deploys deployed deployment deployments",
        "keep kept",
        "send sent",
        "find found",
        "build built",
        "hold held",
        "write written",
        "log-in logging-in logged-on",
        "sign-in signed-in signs-on",
    )
    for words in forms:
        assert len({stems(word) for word in words.split()}) == 1, words
    assert stems("log") != stems("log in")
    assert stems("sign") != stems("sign in")


def test_each_word_that_asks_needs_no_question_mark() -> None:
    words = "How What Which Where When Who Why Do Does Is Are Can May Must how".split()
    asking = [f"{word} pagination wardens get" for word in words]
    assert [heading for heading in asking if "Pagination" not in API_DESIGN.recognise(heading)] == []
    assert API_DESIGN.recognise("Some pagination wardens get") == {}


def test_whoever_asks_one_more_word_may_stand_beside_the_name() -> None:
    asking = [f"How do {who} paginate wardens?" for who in "clients users callers consumers customers partners".split()]
    assert [heading for heading in asking if "Pagination" not in API_DESIGN.recognise(heading)] == []
    assert API_DESIGN.recognise("How do clerks paginate claims of wardens?") == {}
