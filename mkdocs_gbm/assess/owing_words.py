"""The words by which people owe a text: of writing and deciding it, of people, places, work and time.

A closed list. What is not on it, in any of its forms, tells of the system, or is a name.
"""

from collections.abc import Iterator
from functools import cache

#: They say nothing by themselves, of a text or of a system.
_PLAIN = """

a about according actually again all almost along also although always am an and another any anybody anyone anything
api app application apply appropriate appropriately are around art at attention back backend be because been believe
best better between bit both but by can cannot care careful carefully case certain client common component configure
consider consistent consistently control convention correct correctly could create critical crucial data default
design did different do done down each efficient efficiently else enable ensure environment essential even everybody
everyone everything everywhere exist experience eye fashion fast follow for framework from gave general given good
great guarantee had handle has have he her here his hopefully how however i i'd i'll i'm i've if implement important
in industry into it it'll itself just keep key kind less let level levels like likely list little lot made make manage
manner many may maybe me mechanism might mine model modern more most mostly much must my necessary need nice no none
nor normal normally not of off ok okay on one only or other ought our ourselves out over own partly pattern perform
performance perhaps place platform please policy possible possibly practice principle probably procedure product
production project proper properly provide quality quite rather really reasonable reasonably reliable reliably require
result right robust robustly rule run safe safely same scalable scale scheme secure securely security self sensible
sensibly seriously service set several shall she should so software solution some somebody someone something sort
special stage staging standard strategy such suitable support system take taken than that that'll the their them then
there these they they'll they're this those though through to together too took treat try under up us use user usual
usually value various versus very vital vs was way we we'd we'll we're we've well were what whatever when whenever
where which while who whole whom whose why will wise wisely with without work would yes you your
"""
#: Of these one is enough to show that a sentence owes, where all its other words are of owing too.
_TELLING = """

agenda agree agreement alignment analysis appendix approach await aware backlog bear blank brevity budget chapter
clarify clear concern confidential consensus content dba decide decision deck define depend description detail
determine diagram discuss documentation drawing early elsewhere empty evaluation evident example excuse exercise
explanation explanatory fine future handbook hoster idea info information interesting left lose lost love luck matter
milestone nda nobody normal nothing obsolete obvious omit optional outdated overview paragraph picture placeholder
plan premature prepare presentation priority problem proposal redo reserve responsibility responsible rewrite right
roadmap scope screenshot section sense separately sketch slide somewhere sorry special stale still stub topic training
trivial tune unfinished usual wiki word workshop yet
"""
#: Of these a sentence that owes may be made: of the text, and of who will write it, when and where.
_OWING = """

above accept actual add address admin administrator adr affect after afterwards ago aim align already alternative
analyse analyst analyze annex announce answer anyway apologise apologize appear approval approve april architect
architecture archive area aren't argument arrive arrow article ask aspect assess assign assume attach attempt auditor
august author autumn available background bad bandwidth basic become before began begin begun belong below benchmark
big block blocker blog board boring boss box brief business buy call came can't candidate capacity catalog catalogue
center central centre channel chaos chat check chief choice choose chose chosen cio ciso clarification class
classified clean clue coach code colleague collect come comment commit committee company compare comparison complete
complex compliance complicated concept conclusion concrete conference configuration confirm confirmation conflict
confluence consideration constraint construction consult consultant contact context contract contractor contribution
conversation copy core corporate cost couldn't council counsel course cover cto current currently dare day deadline
deal debate debt december defer deferral delay delegate delete deliberately deliver demand demo department dependency
describe desire desk detect developer devops didn't difficult disagreement discussion doc document doesn't don't
double doubt dpo draft draw drawn drew drive drop due easy edition effort elaborate email end engineer enterprise epic
estimate evaluate eventually evidence exactly excel excellent expand expect experiment expert explain explore extend
extract fact fall false far february feedback feel figma figure file fill final finalise finalize finally find finish
first fix fixme flux folder folks foresee forget forgive forgot forgotten formal former found free frontend
fundamental funding fuzzy gap gather generate get give go goal gone got gotten group guess guide guideline guy hadn't
half halfway hand handwritten happen hard hasn't haven't head help helper hence high hint hire hold hole holiday
homework hope hosting huge hunt hurdle hurry ideal ignore illustrate image imminent impression improve incomplete
increment individual inform informal infrastructure initial input insert insight intend intention intentionally
interim intern internal interview introduce investigate investigation involve isn't issue iteration january jira job
joint july june knew know knowledge known lack last late later latest launch law lawyer lead leader learn leave legal
library limbo link live load long look low mainly maintain maintainer major management manager mandatory manual march
mean meantime measure measurement medium meeting memory mention mess mid middle mind minor minutes miro miss moment
money month move mr ms mvp mysterious mystery nearly negotiate negotiation neither never new newsletter next note
notify notion november now number obstacle obtain occasion october officer official offsite old once ongoing open
operate operation opinion ops option organisation organization original outcome outdate outline outsource outstanding
owe owner page paper parental park part partial past paste pen pend pentest people perfect person personal phase pick
piece pilot play playbook pm po poc podcast point polish poor possibility postpone postponement predecessor
preliminary preparation present presently prevent previous prioritise prioritize privacy progress promise proof
proofread propose provisional purchase purpose put qa quarter question quick quote ran reach reachable read readme
real reason recap receive recent recheck recording redesign redraw redrawn refer reference refine refinement regret
regulation regulator relate release relevant remain remark remember remind reminder remove reorganise replace reply
repo report repository request requirement research resolve response restructure rethink retro reveal review revise
revision revisit rework rewritten rfc risk rollout room rough rumour runbook rush said sample say schedule screencast
search secret see seen send separate september serious session settle severe share sharepoint short shortly shouldn't
show shown sick sign similar simple simply sketchy skip slack small someday sometime soon sooner source speak spec
specification specify spike spoke spoken spreadsheet spring sprint sre stage stakeholder stall start stay step story
struggle stuck student stuff subject successor sufficient suggest suggestion summarise summarize summary summer
superficial supplement supplier supply sure survey suspect swagger sync table tackle talk target task tba tbc tbd team
tell template temporary tend tentative term test tester text thanks therefore thin think thought thus ticket tidy till
time title today todo told tomorrow tool touch track transition translate trial tricky true ugly unclear undecided
understand understood underway unknown until upcoming update upload urgent useful vacation vague vendor verdict
verification verify version video view void volunteer wait want wasn't week welcome weren't whiteboard winter wip wish
won't workshop worry wouldn't write writer written wrong wrote year
"""
#: In the plural they are the system's own things, its documents and tickets: what is owed is one text.
_THE_SYSTEMS = frozenset(
    """
    addresses approvals articles calls codes comments contracts courses descriptions documents drafts files images
    jobs meetings messages offers owners pages people posts purchases releases reports reviews sections signatures
    stories tables tasks templates tickets titles trials verifications versions
    """.split()
)
_ENDINGS = (
    *(("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e")),
    *(("ied", "y"), ("ing", ""), ("ing", "e"), ("'s", "")),
)


@cache
def is_owing(word: str) -> bool:
    """Say whether a word, in lower case, tells nothing of a system: it is plain, or of a text that is owed."""
    return word not in _THE_SYSTEMS and not _set_of(_PLAIN + _TELLING + _OWING).isdisjoint(_forms(word))


@cache
def is_telling(word: str) -> bool:
    """Say whether a word, in lower case, shows by itself that a text is owed."""
    return word not in _THE_SYSTEMS and not _set_of(_TELLING).isdisjoint(_forms(word))


@cache
def is_plain(word: str) -> bool:
    """Say whether a word, in lower case, says nothing by itself."""
    return not _set_of(_PLAIN).isdisjoint(_forms(word))


@cache
def _set_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _forms(word: str) -> Iterator[str]:
    """Yield a word and what it may be a form of: `planned`, `plann`, `plan`, `planne`."""
    yield word
    for ending, instead in _ENDINGS:
        if word.endswith(ending):
            stem = word.removesuffix(ending) + instead
            yield stem
            if stem[-2:-1] == stem[-1:]:
                yield stem[:-1]
