"""One place at which a required section was found, and the verdict on it alone."""

from dataclasses import dataclass

from mkdocs_gbm.assess.content import Content, Status
from mkdocs_gbm.assess.recognise import Match
from mkdocs_gbm.assess.report import Place
from mkdocs_gbm.assess.waivers import Waiver


@dataclass(frozen=True, slots=True)
class Found:
    """One place that a required section was recognised at, and what stands there."""

    section: str
    match: Match
    place: Place
    content: Content
    waiver: Waiver | None = None
    expired: bool = False
    """Whether its waiver held until a day that is past."""
    leads: str | None = None
    """Where the link leads that is all its content, as a finding tells it, if nothing is written there."""

    @property
    def status(self) -> Status:
        """Return the verdict on this place alone."""
        if self.waiver:
            return Status.NOT_APPLICABLE if self.waiver.reason and not self.expired else Status.PLACEHOLDER
        return Status.PLACEHOLDER if self.leads else self.content.status

    @property
    def settles(self) -> bool:
        """Whether nothing more needs to be looked for."""
        return self.status in (Status.DOCUMENTED, Status.NOT_APPLICABLE)
