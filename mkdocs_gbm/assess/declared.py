"""A standard with the evidence that the verdict goes by: declared, or told by names."""

from datetime import date

from mkdocs_gbm.assess.assessment import recognisers_of
from mkdocs_gbm.assess.inference import with_evidence
from mkdocs_gbm.assess.settings import Settings
from mkdocs_gbm.standard import Standard


def as_judged(standard: Standard) -> Standard:
    """Return the standard with evidence for each checklist item, as a site without aliases of its own is judged."""
    return with_evidence(standard, recognisers_of(standard, Settings(date.min)))
