"""The command `gbm`."""

import click

from mkdocs_gbm import __version__


@click.group(invoke_without_command=True)
@click.version_option(__version__, prog_name="gbm", message="%(prog)s %(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """Keep backend architecture documentation complete.

    The plugin `gbm` for MkDocs does the work; this command tells its version.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
