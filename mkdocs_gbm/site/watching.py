"""What the preview watches beside the pages: standard, baseline, folders beside `docs_dir`."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.mounts import Mounts
from mkdocs_gbm.options import Options
from mkdocs_gbm.project.project import baseline_at
from mkdocs_gbm.site.reading import project_dir

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer


class Watching:
    """Has files and folders watched, by the configuration and by the server that is running already.

    Args:
        config: The site's configuration.
        server: The preview's server, once it runs.
    """

    def __init__(self, config: "MkDocsConfig", server: "LiveReloadServer | None") -> None:
        self._config = config
        self._server = server

    def add(self, path: str) -> None:
        """Watch a file or folder."""
        if path not in self._config.watch:
            self._config.watch.append(path)
            if self._server is not None:
                self._server.watch(path)

    def add_baseline(self, options: Options) -> None:
        """Watch the file of excused findings, where it is there."""
        with suppress(ConfigurationError):  # told when it is read
            file = baseline_at(Path(project_dir(self._config)), options)
            if file.is_file():
                self.add(str(file))

    def add_mounted(self, docs_dir: str, mounts: Mounts) -> None:
        """Watch the folders beside `docs_dir`, or what is above them until they are made."""
        root = Path(project_dir(self._config)).resolve()
        for folder, _ in mounts.folders:
            path = Path(docs_dir, folder).resolve()
            while not path.is_dir():
                path = path.parent
            if path != root and path.is_relative_to(root):
                self.add(str(path))
