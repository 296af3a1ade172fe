"""Paragraphs that announce what would stand there, or point elsewhere: "This section describes …", "See the wiki."."""

import re

from mkdocs_gbm.assess.patterns import any_of, any_word

_IN_BRACKETS = re.compile(r"^\W*\(([^()]*)\)\W*$")
_BEFORE_IT = "\U0001f6a7\u26a0\ufe0f\u2757\U0001f51c\u23f3 >*_-"
_ANNOUNCEMENT = re.compile(
    "^"
    + any_of(
        r"(?:this|the following|the present) "
        + any_word("section page chapter document part paragraph table diagram list")
        + " "
        + any_word(
            "describes explains covers contains documents outlines lists shows details defines summarises summarizes "
            "gives will"
        )
        + r"\b[^.;]{3,120}",
        r"(?:in this section,? |here,? )(?:we|you|one) (?:will |can )?"
        + any_word("find describe explain document list see")
        + r" [^.:;]{3,100}",
        r"this is (?:the|an?) [^.:;]{3,50} (?:section|page|chapter|part)",
        r"(?:in the following|below),? [^.]{5,90} (?:is|are|will be) (?:presented|described|explained|shown|listed)",
        r"(?:an? |the )?(?:brief |short |high-level |detailed )*"
        + any_word("description explanation overview summary detail details list outline documentation information")
        + r"s? (?:of|about|on|for) (?:(?=(?:how|what|which|who|where|when|why|whether)\b)"
        r"|(?![^.:;]{3,80} (?:is|are|has|have|comes?|can) ))[^.:;]{3,80}",
        r"(?:please )?(?:see|refer to|cf\.?) (?:the |our |a )?[^.:;`/]{2,70}",
        r"(?:please )?(?:contact|talk to|speak to|ping|reach out to|consult) [^.:;]{2,60}",
        r"ask (?:the )?\w+(?: \w+)?",
        r"we(?:['\u2019]ll| will| are going to| plan to| intend to| want to| hope to) [^.\d]{3,70}\b"
        r"(?:once|when|as soon as|later|soon|next|after|in the|until|by)\b[^.\d]{0,70}",
        r"[^:]{2,40}: [^|]+(?:\|[^|]+){2,}",
        r"[^.:;]{1,40}:\s*(?:\[ ?\])?",
        r"[^.:;]{3,80}:",
        r"\W*(?:back to (?:the )?)?(?:top|contents|table of contents|overview|index)",
        "ditto",
    )
    + r"[.!]?$",
    re.IGNORECASE,
)


def is_announcement(paragraph: str) -> bool:
    """Say whether a paragraph announces what would stand there, or only says where it is."""
    said = _IN_BRACKETS.sub(r"\1", paragraph).lstrip(_BEFORE_IT)
    return "`" not in paragraph and bool(_ANNOUNCEMENT.match(said))


def is_question(sentence: str) -> bool:
    """Say whether a sentence asks."""
    return sentence.rstrip("*_) ").endswith("?")
