"""MkDocs as `gbm build` and `gbm serve` run it: in a process of its own, on a configuration that may stand anywhere.

`mkdocs -f FILE` takes the file's folder for the project's. The embedded configuration stands in a temporary folder and
is about a repository that must not be written to. So MkDocs is called here as its command calls it, and told where the
configuration would stand: all paths in it, and all that the plugin tells, are the repository's then.
"""

from collections.abc import Callable

import click
from mkdocs.__main__ import color_option
from mkdocs.commands.build import build as build_site
from mkdocs.commands.serve import serve as serve_site
from mkdocs.config import load_config

from mkdocs_gbm.child import end_with_parent


def _on_configuration(command: Callable[..., None]) -> Callable[..., None]:
    command = click.option("--stands-at", required=True, help="Where the configuration would stand.")(command)
    return click.option("--config-file", required=True, help="The configuration.")(command)


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
    serve_site(config_file, config_file_path=stands_at, dev_addr=dev_addr, open_in_browser=opens)


if __name__ == "__main__":
    main(prog_name="gbm")
