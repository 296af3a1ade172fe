"""One project's documentation, once it was found."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs_gbm import standard as standards
from mkdocs_gbm.boundary import refuse_outside
from mkdocs_gbm.options import Options


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody said of the project, so that it can be found again in another folder."""

    config_file: Path | None = None
    """The site's configuration."""
    architecture_dir: str | None = None
    """The folder of the architecture documentation: with a configuration, in place of its own `architecture_dir`;
    without one, the folder that is judged."""
    standard: str | None = None


@dataclass(frozen=True, slots=True)
class Project:
    """One project's documentation."""

    root: Path
    """The folder that paths are told from, absolute: that of `mkdocs.yml`, where there is one."""
    config_file: Path | None
    """The site's `mkdocs.yml`, absolute; none where the embedded configuration serves, or Zensical's does."""
    values: Mapping[str, Any]
    """What the configuration says, as it was read; the embedded one's values where there is none."""
    docs_dir: Path
    """The folder of the site's pages, absolute."""
    options: Options
    standard: standards.Standard
    asked: Asked = Asked()
    embedded: str = ""
    """The embedded configuration as text, where there is no `mkdocs.yml`: read as if it stood in `root`."""
    runs_in: Path = Path()
    """The folder that the site is built in: what extensions read by relative paths, as snippets, is told from it."""

    @property
    def name(self) -> str:
        """Return the site's name."""
        return str(self.values.get("site_name", self.root.name))

    @property
    def architecture_dir(self) -> Path:
        """Return the folder of the architecture documentation, absolute."""
        return self.docs_dir / self.options.architecture_dir

    @property
    def baseline_file(self) -> Path:
        """Return the path of the file of excused findings, which may not be there, symbolic links followed.

        Raises:
            ConfigurationError: If it leads out of the project.
        """
        return baseline_at(self.root, self.options)


def baseline_at(root: Path, options: Options) -> Path:
    """Return the path of the file of excused findings, symbolic links followed.

    Args:
        root: The folder of `mkdocs.yml`.
        options: Name the file.

    Raises:
        ConfigurationError: If it leads out of the project.
    """
    file = root / options.baseline
    refuse_outside("plugins: gbm: baseline", options.baseline, file, root)
    return file.resolve() if file.is_symlink() else file
