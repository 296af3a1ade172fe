"""Verbs of finding out, deciding and writing: what is done to a text that is owed, and by people, never by a system."""

from mkdocs_gbm.assess.patterns import any_of, any_word

#: "How it works needs to be …": done to a question, it is unanswered.
WORKED_OUT = any_of(
    any_word(
        "found chosen decided settled sorted figured worked thought written listed collected measured "
        "tested checked "
        "asked agreed defined clarified discussed determined confirmed evaluated investigated explored researched "
        "documented described explained drawn modelled modeled specified fixed negotiated analysed analyzed looked "
        "examined reviewed answered resolved understood verified estimated calculated seen tried compared recorded "
        "noted outlined detailed formalised formalized finalised finalized planned aligned communicated cleared "
        "established sketched gathered assessed audited reconstructed traced picked selected debated "
        "considered proven "
        "identified revisited rethought reconsidered designed concluded sized weighed told elaborated filled added"
    ),
    # As some write who learnt the language late.
    any_word("discuss define decide clarify check confirm describe document agree"),
    "made up",
)
#: Done to the text itself: "The list is going to be … here".
PUT = any_of(
    any_word(
        "put added inserted copied moved collected listed described published pasted documented explained "
        "linked shown "
        "included gathered generated merged summarised summarized written drawn filled completed extended expanded "
        "rewritten reworked revised updated redone redrawn replaced corrected restructured split shortened "
        "translated "
        "brought pulled recorded noted referenced embedded attached uploaded imported maintained kept told given "
        "presented spelled spelt outlined elaborated detailed reviewed checked refreshed fleshed tidied cleaned "
        "transferred migrated ported consolidated annexed appended adapted adjusted amended supplemented "
        "placed stated found"
    ),
)
#: Only people do these, and only before something is written.
PEOPLE_WORK = any_of(
    any_word(
        "write document describe explain define decide settle clarify discuss agree think investigate "
        "evaluate assess "
        "analyse analyze examine explore research try experiment ask talk speak meet propose suggest draft "
        "draw sketch "
        "collect gather compile measure profile benchmark revisit rework rewrite help learn hear wait know compare "
        "present prepare tackle rethink elaborate negotiate interview summarise summarize remember redraw "
        "formulate "
        "understand study estimate align"
    ),
    r"(?:find|figure|work|sort|try|check|spell|flesh|map) (?:\w+ )?out",
    r"look (?:into|at|through|for|over|up)|(?:have|take) (?:an?|another) (?:\w+ )?look",
    r"(?:sit|write|note|put) (?:\w+ )?down|come (?:up|back|round)|get (?:back|round|around|to|rid|in touch)",
    r"(?:do|finish|complete|tidy|update|take|own|handle|cover) (?:this|it|that|the (?:page|section|text|"
    r"documentation))",
    r"dig (?:into|up|out)|go (?:through|over)|run (?:an?|the) (?:\w+ ){0,2}tests?|take (?:care|over)",
    r"make (?:up (?:\w+ ){1,2}minds?|a (?:\w+ )?(?:decision|proposal|choice|list|plan)|sense)|bring "
    r".{2,40} up to date",
)
#: A system's people do these too: they owe where it is meant to be done, or done to us or to this text.
_PEOPLE_MAY = any_word(
    "review check test add send start list update provide deliver share supply fill bring give tell show confirm "
    "answer choose pick complete finish verify identify create specify read get see say link publish fix"
)
_TO_US = any_of(
    r"(?:us|me|this|it|here|that)\b",
    r"(?:\w+ ){0,4}?(?:whether|how|what|which|who|where|when|if|why)\b",
    r"(?:with|from) (?:the )?(?:team|\w+)$",
    r"(?:the |an? |our |some |more |any )?(?:\w+ )?"
    + any_word(
        "numbers values list diagram picture details? text section page examples? description "
        "documentation overview "
        "facts information figures docs table matrix requirements drawing chapter paragraph information "
        "links? answer "
        "feedback input proposal decision concept"
    )
    + r"\b",
)
INTENDED_WORK = any_of(PEOPLE_WORK, _PEOPLE_MAY)
OBLIGED_WORK = any_of(PEOPLE_WORK, rf"{_PEOPLE_MAY} {_TO_US}")
