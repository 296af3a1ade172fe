"""What a build shows of the verdict. The gate does not depend on it."""

from dataclasses import dataclass

from mkdocs_gbm.options import Hints, Options, Publish


@dataclass(frozen=True, slots=True)
class Showing:
    """What readers of the site are told."""

    coverage: bool
    """The coverage, on a page of its own or where a page asks for it."""
    strip: bool
    """A strip below the titles of topic pages."""
    status: bool
    """A status beside incomplete pages in the navigation."""
    hints: bool
    """What to write, where something is unwritten."""
    badges: bool
    """Badges, as files and where a page asks for them."""
    titles: bool
    """Badges below the titles of topic pages and checklist, too."""
    report: bool
    """The report, as a file."""

    @classmethod
    def of(cls, options: Options, *, serving: bool) -> "Showing":
        """Return what a build shows.

        Args:
            options: The site's options.
            serving: Whether it is a preview: its reader is the author, to whom all is shown.
        """
        everything = serving or options.publish is Publish.ALL
        badges = everything or options.publish is Publish.BADGE
        wanted = options.hints is Hints.ALWAYS or (serving and options.hints is Hints.SERVE)
        return cls(
            coverage=everything,
            strip=everything and options.status_strip,
            status=everything,
            hints=everything and wanted,
            badges=badges,
            titles=badges and options.badge,
            report=everything,
        )

    @property
    def anything(self) -> bool:
        """Return whether a page may hold something of ours, so that it needs the style sheet."""
        return self.coverage or self.badges
