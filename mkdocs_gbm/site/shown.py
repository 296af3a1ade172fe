"""What a build shows on the pages that are judged."""

from dataclasses import dataclass

from mkdocs_gbm.options import Hints, Options, Publish


@dataclass(frozen=True, slots=True)
class Shown:
    """Which of these a build shows: the preview all that is wanted, a published site what `publish` allows."""

    strip: bool
    status: bool
    hints: bool

    @classmethod
    def of(cls, options: Options, *, serving: bool) -> "Shown":
        """Decide it by the options, and by whether this is a preview."""
        allowed = serving or options.publish is Publish.ALL
        hinting = options.hints is Hints.ALWAYS or (serving and options.hints is Hints.SERVE)
        return cls(allowed and options.status_strip, allowed, allowed and hinting)
