"""A page that is there, and that the site leaves out: what is told of it."""

from mkdocs_gbm.assess.pages import Component


def left_out(subject: str, slug: str, component: Component, so: str) -> tuple[str, str] | None:
    """Return message and remedy for what has no page on the site, if its page is left out.

    Args:
        subject: The topic, or the checklist.
        slug: By which it is known.
        component: Whose page it is.
        so: What follows from it.
    """
    if slug not in component.left_out:
        return None
    instead = component.left_out[slug]
    if instead:
        remedy = f"{instead} takes its place: name that under 'pages: {slug}:', or give one of them another name"
    else:
        remedy = f"take it out of 'exclude_docs' or 'draft_docs', or name another page under 'pages: {slug}:'"
    return f"the page of {subject} is there, and the site leaves it out, {so}", remedy
