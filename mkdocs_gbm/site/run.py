"""MkDocs as `gbm build` and `gbm serve` run it: in a process of its own, on a configuration that may stand anywhere.

`mkdocs -f FILE` takes the file's folder for the project's. The embedded configuration stands in a temporary folder and
is about a repository that must not be written to. So MkDocs is called here as its command calls it, and told where the
configuration would stand: all paths in it, and all that the plugin tells, are the repository's then.
"""

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from traceback import extract_tb

import click
from jinja2 import TemplateSyntaxError
from mkdocs.__main__ import color_option
from mkdocs.commands.build import build as build_site
from mkdocs.commands.serve import serve as serve_site
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from mkdocs_gbm.child import end_with_parent
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.neutral import neutral

_WRONG_USE = 2


def _on_configuration(command: Callable[..., None]) -> Callable[..., None]:
    command = click.option("--stands-at", required=True, help="Where the configuration would stand.")(command)
    return click.option("--config-file", required=True, help="The configuration.")(command)


@contextmanager
def _on_one_line(address: str = "") -> Iterator[None]:
    """Tell what MkDocs, a plugin or a hook raises on one line, with exit code 2, and no stack trace."""
    try:
        yield
    except (MkDocsException, click.ClickException, click.exceptions.Exit):
        raise  # MkDocs tells these itself
    except Exception as error:  # noqa: BLE001 - whatever it is, the user is to read one line
        click.echo(neutral(f"gbm: {_told(error, address).seen_from(os.getcwd())}"), err=True)
        sys.exit(_WRONG_USE)


def _told(error: Exception, address: str) -> ConfigurationError:
    told = " ".join(str(error).split()).rstrip(".")
    if isinstance(error, OSError) and error.errno in (errno.EADDRINUSE, errno.EADDRNOTAVAIL, errno.EACCES) and address:
        return ConfigurationError(f"--dev-addr: {address}", str(error.strerror), "name another, such as 127.0.0.1:8001")
    if isinstance(error, OSError):
        where = str(error.filename or "the site")
        return ConfigurationError(where, f"{error.strerror}", "mend that, and run the command again")
    if isinstance(error, TemplateSyntaxError):
        where = f"{error.filename}:{error.lineno}"
        return ConfigurationError(where, f"Jinja2 cannot read it ({told})", "mend it there")
    last = extract_tb(error.__traceback__)[-1]
    problem = f"{type(error).__name__}: {told}"
    return ConfigurationError(f"{last.filename}:{last.lineno}", problem, "mend it there; 'mkdocs build' tells more")


@click.group()
@color_option  # type: ignore[untyped-decorator] # writes MkDocs' messages as MkDocs' own command does
def main() -> None:
    """Run MkDocs until its parent ends."""
    end_with_parent()


@main.command()
@_on_configuration
@click.option("--strict", is_flag=True, default=None)
@click.option("--site-dir")
def build(config_file: str, stands_at: str, *, strict: bool | None, site_dir: str | None) -> None:
    """Build the site, as `mkdocs build` does."""
    with _on_one_line():
        config = load_config(config_file, config_file_path=stands_at, strict=strict, site_dir=site_dir)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build_site(config)
        finally:
            config.plugins.on_shutdown()


@main.command()
@_on_configuration
@click.option("--dev-addr")
@click.option("--open", "opens", is_flag=True)
def serve(config_file: str, stands_at: str, *, dev_addr: str | None, opens: bool) -> None:
    """Serve the site, as `mkdocs serve` does."""
    with _on_one_line(dev_addr or "the address"):
        serve_site(config_file, config_file_path=stands_at, dev_addr=dev_addr, open_in_browser=opens)


if __name__ == "__main__":
    main(prog_name="gbm")
