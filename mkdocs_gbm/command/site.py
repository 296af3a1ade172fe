"""What `gbm build` and `gbm serve` have in common: which site they are about, and how MkDocs is run for it."""

import sys
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from mkdocs_gbm.child import run
from mkdocs_gbm.command.common import plain_errors
from mkdocs_gbm.project.site import Site, find_site


def of_site(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that say which site it is about; it takes a `Site` as `site`.

    With `--print-config` the command itself does not run.
    """

    @click.argument("folder", type=click.Path(path_type=Path), required=False)
    @click.option(
        "-f", "--config-file", type=click.Path(path_type=Path), help="The site's configuration.  [default: mkdocs.yml]"
    )
    @click.option(
        "-C", "--directory", type=click.Path(path_type=Path), default=Path(), help="Work in this folder instead."
    )
    @click.option("--print-config", is_flag=True, help="Show the configuration that is used, and end.")
    @wraps(command)
    def found(
        folder: Path | None, config_file: Path | None, directory: Path, *, print_config: bool, **arguments: Any
    ) -> None:
        site = find_site(directory, config_file, folder)
        if print_config:
            click.echo(site.text, nl=not site.text.endswith("\n"))
        else:
            command(site=site, **arguments)

    return plain_errors(found)


def run_mkdocs(site: Site, command: str, options: Sequence[str]) -> int:
    """Run MkDocs for a site until it ends, and return its exit code; nothing is left behind in any case.

    Args:
        site: What to build.
        command: `build` or `serve`.
        options: The command's options, as `mkdocs_gbm.site.run` takes them.
    """
    with TemporaryDirectory(prefix="gbm-") as folder:
        file = site.config_file or _written(Path(folder, "mkdocs.yml"), site.text)
        stands_at = site.config_file or site.root / file.name
        # -P: what lies in the project's folder is not imported, as little as by MkDocs' own command.
        call = [sys.executable, "-P", "-m", "mkdocs_gbm.site.run"]
        paths = ["--config-file", str(file), "--stands-at", str(stands_at)]
        # MkDocs leaves its own temporary folder behind when it is interrupted early: it makes it in this one.
        environment = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), folder)
        if site.config_file is None:  # who did not choose the theme need not read what it says about its future
            environment["NO_MKDOCS_2_WARNING"] = "1"
        return run([*call, command, *paths, *options], site.root, environment)


def _written(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8")
    return file
