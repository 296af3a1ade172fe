"""The verdict by way of the site's own pipeline: MkDocs with its plugins and hooks, nothing published."""

import logging
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from mkdocs_gbm.assess import Report
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.plugin import GbmPlugin, Judged
from mkdocs_gbm.site.reading import project_dir
from mkdocs_gbm.site.rehearsal import Rehearsal


def judge_site(
    config_file: Path, root: Path | None = None, texts: Mapping[Path, str] | None = None
) -> tuple[Report, Path]:
    """Return the verdict on a site, with its baseline applied, and the path of that baseline.

    Args:
        config_file: The site's configuration.
        root: The project's folder, where the configuration does not stand in it.
        texts: Texts that stand in place of those of some pages, by their absolute paths.

    Raises:
        ConfigurationError: If MkDocs cannot build the site, or the plugin is not in its configuration.
    """
    if not config_file.is_file():
        raise ConfigurationError(str(config_file), "no such file", "name the site's mkdocs.yml with -f")
    with _silence(), tempfile.TemporaryDirectory(prefix="gbm-") as folder:
        try:
            return _judge(config_file, root or config_file.parent, folder, texts or {})
        except MkDocsException as error:
            problem = " ".join(str(error).split())
            raise ConfigurationError(str(config_file), problem or "MkDocs cannot read it", "mend it") from error
        except Abort as error:
            raise ConfigurationError(
                str(config_file), "MkDocs cannot build the site", "see what 'mkdocs build' says"
            ) from error


@contextmanager
def _silence() -> Iterator[None]:
    """Keep MkDocs' messages, and those of plugins, out of the command's own."""
    log = logging.getLogger("mkdocs")
    before = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(before)


def _judge(config_file: Path, root: Path, folder: str, texts: Mapping[Path, str]) -> tuple[Report, Path]:
    stands_at = str(root / config_file.name)
    config = load_config(str(config_file), config_file_path=stands_at, site_dir=folder)
    plugin = next((plugin for plugin in config.plugins.values() if isinstance(plugin, GbmPlugin)), None)
    if plugin is None:
        raise ConfigurationError(str(config_file), "the plugin 'gbm' is not in it", "add '- gbm' under 'plugins:'")
    plugin.judge_only = True
    if texts:
        config.plugins["gbm-rehearsal"] = Rehearsal(texts)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    except Judged as judged:
        return judged.report, Path(project_dir(config), plugin.config.options.baseline)
    finally:
        plugin.judge_only = False  # MkDocs keeps plugins that know `on_startup` for the process's next build
        config.plugins.on_shutdown()
    raise ConfigurationError(str(config_file), "the build ended without a verdict", "see what 'mkdocs build' says")
