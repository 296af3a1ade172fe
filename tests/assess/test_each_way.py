"""Each way to write nothing, one line for each alternative of the patterns; and, beside it, what is no such way."""

from collections.abc import Callable

import pytest

from mkdocs_gbm.assess import blanks, dummies, empty_talk, facts, instructions, unwritten
from mkdocs_gbm.assess.plainly import plainly

NOTES = """
to-do: the limits|todo, later|TODO.|to do: limits|to do|TBD|tba: see|TBC|t.b.d.|tbw|FIXME: numbers|xxx: limits|XXXX|wip: draft
WIP|lorem ipsum dolor|Lorem ipsum.|work in progress|Under construction.|coming soon!|In progress: limits|not yet: limits
TODO ORD-12|TODO @kim|TODO limits|TODO add|todo describe the flow|todo write all of it|todo document this well|todo fill the gaps
todo define the limits|todo explain the flow|todo complete this part|todo finish this part|todo update this part
todo check the limits|todo decide on limits|todo clarify the limits|todo insert a figure|todo provide a figure
todo expand this part|todo ask the owner|todo list the limits|todo specify the limits|todo by the team lead
todo once it is there|todo after the launch|todo with the owner|todo in the summer|TODO - limits|TODO (Kim)|TODO [Kim]
This section is to be written|The page will be documented|This part is yet to be described by Legal|The chapter is to be determined
This section is still to be decided|To be clarified with Legal|To be designed|To be agreed by all|Will be written
To be defined (Legal)|To be done|Must be completed|To be added|To be specified|To be provided|To be supplied|To be filled|Must be described
will follow soon|follows later|to follow when it is there|coming next month|coming once it is there|coming after the launch
will follow as soon as we can|coming in a week|Numbers will follow.|Numbers will follow here|The numbers will be published here
The limits will be described here|They will be documented here|They will be listed here|It will be written up here
It will be added here|It will be explained here|It will be shown here|It will be put here
what to write: limits|what to describe: all|what to document here: all|what to put: all|what to include: all|what to cover: all
what to fill in: all|what to say: all|Note to authors: all|hint for the author: all|instructions to the writers: x
guidance for editors: all|Author note: all|writing notes: all|template hint: all|author guidance: x|writing tip: x|template instructions: x
folgt|folgt noch|folgt später|wird nachgereicht|noch offen|in Arbeit|kommt noch|à venir|à compléter|à définir|à faire|por definir
pendiente|por hacer|a completar|da definire|da completare|da fare|em breve|a definir|nog te bepalen|volgt|nog in te vullen
do uzupełnienia|w budowie|kommer snart|doplnić|待補|待补|未定|準備中|作成中|[Describe the limits]|Limits: TBD|Limits (pending)|Limits - TBD
"""
NO_NOTES = """
To do this, the gateway asks the ledger.|Todos are stored in Redis.|To be completed, an order needs a payment.
The draft of an order is kept for an hour.|We follow the rules of the bank.|The limits will be raised when the load grows.
[x] short|A page is to be read in one go by any client of the API that asks for it.
To be added to the list, a client signs.|To be done in one go.|To be completed, orders are sorted.
"""
FILLERS = """
Coming soon|Work in progress|Under construction|In progress|Placeholder|Pending|Draft|To follow|Optional|Later|Soon|Here|Goes here
N/A|Nothing here yet|Nothing yet|Fill this in|Fill in|To be written|Will be defined|Not yet decided|Yet to be announced
Needs to be confirmed|Still to be discussed|Must be updated|This section is TBD|Details to follow|More to follow|TBD, and more
We still need the details, TBD|See the diagram: TBD|Please write your text: TBD|Content, table, picture, image, figure: TBD|Not yet or an image: TBD|an image: TBD
"""
NO_FILLERS = "Redis|Orders are pending|The draft is kept|Coming from Kafka|Hello|This section|More|Details"
OPEN = "TBD|open|Pending|planned|no|none|unknown|undecided|missing|later|-|?|—|TODO|..."
NOT_OPEN = "5 s|Kafka|open for a minute|no limit|none of them|yes"
RECORDS = """
Status: proposed|State: open|Owner: Kim|Owners: Kim, Lee|Author: Kim|Authors: Kim|Date: 2026-01-01|Updated: today|Reviewed: yes
Reviewer: Kim|Reviewers: Kim|Version: 2|Ticket: ORD-1|Issue: 12|Jira: ORD-1|Maintainer: Kim|Deciders: all|Supersedes: 3
Assignee: Kim|Due: May|Responsible: Kim|Contact: Kim|Approved: yes|Approver: Kim|Last updated: May|Last reviewed: May
Last review: May|Last modified: May|Superseded by: 4|Owner: one two three four five six seven eight
"""
NO_RECORDS = "Cache: Redis|Owner|Status one|Status: one two three four five six seven eight nine|The owner: Kim"
DUMMIES = """
Lorem ipsum dolor sit amet|consectetur adipiscing elit sed do eiusmod tempor|incididunt ut labore et dolore magna aliqua
enim ad minim veniam quis nostrud|exercitation ullamco laboris nisi aliquip ex|ea commodo consequat duis aute irure in
reprehenderit voluptate velit esse cillum eu|fugiat nulla pariatur excepteur sint occaecat|cupidatat non proident sunt culpa qui
officia deserunt mollit anim id est laborum|foo bar|baz qux|asdf|blah bla|sample text|example test|dummy|lorem ipsum dolor here
"""
NO_DUMMIES = "The cache holds foo|lorem ipsum dolor|An example of it|lorem ipsum for two clients|Orders"
IMAGES = "placeholder.png|your-diagram.png|your_logo.svg|your logo|image-here.png|diagram_here|https://img.shields.io/x.svg|badge|todo.png"
MORE_IMAGES = (
    "my todo|tbd.png|lorem.jpg|dummy.png|coming-soon.png|comingsoon.gif|<your diagram>|TODO: draw it|BADGE.svg"
)
NO_IMAGES = "flow.svg|The flow of an order|badger.png|hereford.png|yourselves.png|mastodon.png"
COMMENTS = "# a|// a|-- a|/* a|* a|; a|% a|<!-- a|... a|# a\n\n  # b|"
NO_COMMENTS = "a # b|# a\nb|GET /orders|- a"
STRUCTURES = """
sequenceDiagram|autonumber|erDiagram|flowchart LR|graph TD|stateDiagram-v2|end|flowchart TB|flowchart RL|graph BT|classDiagram
@startuml|@enduml
"""
NO_STRUCTURES = "A->>B|flowchart orders|participant A|end A"
BLANKS = """
<requests per minute>|#lt;the limit#gt;|In <limit> we|{describe the cache}|XX requests|NNN orders|RTO ? / RPO|? minutes|RTO ?, RPO
[the limit] and [the rate]|after ... and then ... more|a … b … c|from ___ to ___ it|<limit> per minute|(<limit>)|**<limit>**
"""
NO_BLANKS = "Map<Order>|[the limit]|a ... b|a https://x.org/?a b|{{x}}|{x}|XX-ray|[a](b) [c](d)|really?|a_b_c|[the limit](x) [the rate](y)|[x]: y"
FENCED_BLANKS = "<the limit>|#lt;the limit#gt;|{describe the cache}"
NO_FENCED_BLANKS = "List<Order>|<limit>|<div>"
INSTRUCTIONS = """
Describe how limits work|Explain why it is so|Outline the flow|Document all calls|Specify what is cached|Detail each call|Summarise this
Summarize here|Please describe the flow|You should explain which calls there are|Briefly outline where it is|Help: describe whether it is
Hint: explain who calls|Hints: describe your flow|Note: document any call|Tip: explain every call|Guidance: describe a call
Instruction: describe an event|Instructions: describe relevant calls|Author: describe details of it|Describe about calls|Describe something
Insert a diagram here|Provide the details|List examples|Add your limits|Define this section|Give hints|Show the diagrams
Write descriptions|Paste it here|Delete the section|Remove the hint|Replace this section|Draw a diagram|Mention an example, or examples
Include details|State it here|Note it here|Put it here|Discuss details|Consider the details|Identify your clients|Name your clients
Describe what it is|Describe the cache - here
"""
NO_INSTRUCTIONS = """
Described in Redis|List orders of a client|Add an order to the queue|Documents are stored in S3|The gateway describes how|Describe
Provide tokens.
"""
REQUESTS = """
Describe limits|Explain limits|List the limits|Insert this|Provide it|Add something|Define more|Give an idea|Show all limits
Write any limit|Paste each limit|Delete every limit|Remove your limit|Replace which limit|Draw what happens|Mention how it is
Include whether it is|State who calls|Note where it is|Put a limit|Discuss the limit|Consider the limit|Identify the limit|Name the limit
"""
NO_REQUESTS = "List `orders`|Describes it|Orders are listed|Add orders"
ANNOUNCEMENTS = """
This section describes the limits|The following page explains the limits|The present chapter covers limits of it
This document contains all limits|This part documents the limits|This paragraph outlines limits of it|The following table lists all limits
The following diagram shows all calls|This list details the limits|This section defines the limits|This page gives the limits
This page summarises the limits|This page summarizes the limits|This page will tell the limits|In this section, we find the limits
Here you will describe the limits|In this section you can explain the limits|Here we document limits|Here we list the limits|Here, you see the limits
This is the security section|This is an overview page|This is a very long chapter|This is the other part|In the following, limits are presented
Below, all limits are described|In the following limits will be explained|Below the limits are shown
A brief description of the limits|The explanation about limits|Short overview of limits|High-level summary of limits|Details on limits
A detailed list of limits|Outlines of limits|The documentation for limits|Information about limits|See the wiki|Please refer to our manual
cf. a manual|Contact the team|Talk to the team|Speak to Kim|Ping Kim|Reach out to Kim|Consult the team|Please contact Kim|Ask Kim|Ask the team lead
We will describe it once it is there|We'll measure when we can|We are going to decide as soon as we can|We plan to do it later
We intend to do it soon|We want to do it next month|We hope to do it after the launch|We will do it in the summer|We will wait until May
We will do it by May|Limits:|Limits: [ ]|Back to top|Back to the contents|Table of contents|Overview|Index|ditto
(See the wiki)|> See the wiki.
"""
NO_ANNOUNCEMENTS = "The gateway holds it|We cache it for 5 minutes|This cache is fast|See `x`|Redis|A list|Contact details are encrypted. They are."
FACTS = """
5 minutes|Ask @Kim|It must never fail|It must not fail|One cluster serves all|two nodes|three|four|five nodes|six|seven|eight|nine|ten
each order|every order|per order|only orders|Redis, Kafka and S3|Redis, Kafka|the next page|next link|deliberately so|intentionally so
on purpose|by design|by choice|by hand
"""
NO_FACTS = """
A new one|the old one|this one day|that one|no one|one of us|one day|one would|one will|two other people|only a draft|only on Monday|only later
only after that|only once it is|only when it is|only partly|only exists here|only Kim knows|only Kim understands|deliberately left
intentionally blank|deliberately empty|Redis
"""


def lines(text: str) -> list[str]:
    return [line for row in text.strip("\n").split("\n") for line in row.split("|")]


Ways = tuple[Callable[[str], object], list[str], list[str]]
WAYS: dict[str, Ways] = {
    "note": (unwritten.is_note, lines(NOTES), lines(NO_NOTES)),
    "filler": (unwritten.is_filler, lines(FILLERS), lines(NO_FILLERS)),
    "open": (unwritten.is_open, lines(OPEN), lines(NOT_OPEN)),
    "record": (dummies.is_record, lines(RECORDS), lines(NO_RECORDS)),
    "dummy": (dummies.is_dummy, lines(DUMMIES), lines(NO_DUMMIES)),
    "image": (lambda text: dummies.is_dummy_image(["", text]), lines(f"{IMAGES}|{MORE_IMAGES}"), lines(NO_IMAGES)),
    "comment": (dummies.is_commented_out, COMMENTS.split("|"), NO_COMMENTS.split("|")),
    "structure": (dummies.is_structure, lines(STRUCTURES), lines(NO_STRUCTURES)),
    "blank": (lambda text: blanks.is_blank_to_fill(text, fenced=False), lines(BLANKS), lines(NO_BLANKS)),
    "fenced": (lambda text: blanks.is_blank_to_fill(text, fenced=True), lines(FENCED_BLANKS), lines(NO_FENCED_BLANKS)),
    "instruction": (instructions.is_instruction, lines(INSTRUCTIONS), lines(NO_INSTRUCTIONS)),
    "request": (instructions.is_request, lines(REQUESTS), lines(NO_REQUESTS)),
    "announcement": (empty_talk.is_announcement, lines(ANNOUNCEMENTS), lines(NO_ANNOUNCEMENTS)),
    "fact": (facts.tells_a_fact, lines(FACTS), lines(NO_FACTS)),
}


@pytest.mark.parametrize("way", WAYS)
def test_each_way(way: str) -> None:
    judge, is_so, is_not = WAYS[way]
    assert [line for line in is_so if not judge(line)] == []
    assert [line for line in is_not if judge(line)] == []


@pytest.mark.parametrize(
    ("clause", "plain"),
    [
        ("ORD-12 is open", "milestone is open"),
        ("AES-256 is used", "AES-256 is used"),
        ("#general", "milestone"),
        ("@kim", "milestone"),
        ("12.3.2026", "milestone"),
        ("12th May", "milestone"),
        ("1st of June", "1st of June"),
        ("3 December", "milestone"),
        ("2026-01-12", "milestone"),
        ("Q3", "milestone"),
        ("rfc 12", "milestone"),
        ("sprint 12", "milestone"),
        ("version 2.1", "meeting"),
        ("v2", "meeting"),
        ("the platform team", "team"),
        ("our database people", "team"),
        ("the team", "team"),
        ("our operations handbook", "wiki"),
        ("the security concept", "wiki"),
        ("orders are stored", "orders are stored"),
    ],
)
def test_a_plain_word_stands_for_what_is_called_by_many_names(clause: str, plain: str) -> None:
    assert plainly(clause) == plain
