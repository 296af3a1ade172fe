"""What a proposal is made from: a standard, the pages that there are, and a day."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mkdocs_gbm.adopt.reading import Pages
from mkdocs_gbm.standard import Standard


@dataclass(frozen=True, slots=True)
class Ground:
    """What stays the same while a proposal is made."""

    standard: Standard
    pages: Pages
    uris: tuple[str, ...]
    """The pages of the site, relative to `docs_dir`."""
    today: date
    """The day on which waivers are judged."""
    root: Path = Path()
    """The project's folder, absolute."""
    within: str = ""
    """The folder, relative to `docs_dir`, outside which no page is proposed: where one was named."""
    choose_folder: bool = False
    """Whether the folder of the architecture documentation may be proposed: nobody named it, and it is not there."""

    @property
    def looked_at(self) -> tuple[str, ...]:
        """Return the pages of which some may be proposed."""
        return tuple(uri for uri in self.uris if not self.within or uri.startswith(f"{self.within}/"))
