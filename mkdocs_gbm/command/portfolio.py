"""`gbm portfolio`: the reports of many sites, merged."""

from importlib import import_module
from pathlib import Path

import click

from mkdocs_gbm.command.common import plain_errors
from mkdocs_gbm.command.folder import refuse_others, write_changed
from mkdocs_gbm.command.saying import say
from mkdocs_gbm.neutral import neutral
from mkdocs_gbm.portfolio.files import portfolio_of
from mkdocs_gbm.portfolio.model import Portfolio

_DEFAULT = Path("gbm-portfolio")
#: Name to the module that holds `to_<name>`.
_FORMATS = {"text": "text", "json": "values", "markdown": "markdown"}


@click.command()
@click.argument("reports", metavar="REPORT...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--output",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help=f"The folder that the files are put into; it is made where it is not there.  [default: {_DEFAULT}]",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(_FORMATS)),
    help="Print it like this; files are then written with --output only.",
)
@plain_errors
def portfolio(reports: tuple[Path, ...], folder: Path | None, form: str | None) -> None:
    """Merge the reports of many sites into one page.

    A REPORT is a report.json, as sites publish it and 'gbm report' makes it, or a folder with one in it. Told are the
    coverage of each component and topic, the lowest first, what most components lack, and which standard each was held
    to; components of which different things were required are shown apart. Nothing is asked of the network.

    Written are portfolio.html, portfolio.md, portfolio.json and the badges of the whole. The exit code is 0 whatever
    they say, and 2, with nothing written, when a REPORT cannot be read.

    \b
    Examples:
      gbm portfolio orders/site billing/site
      gbm portfolio reports/*.json --output public
      gbm portfolio reports/*.json --format markdown
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    target = folder if folder is not None else None if form else _DEFAULT
    merged = portfolio_of(reports)
    if target is not None:
        _write(merged, target, quiet=form is not None)
    if form is not None:
        say(getattr(import_module(f"mkdocs_gbm.output.portfolio.{_FORMATS[form]}"), f"to_{form}")(merged))


def _write(merged: Portfolio, folder: Path, *, quiet: bool) -> None:
    from mkdocs_gbm.output.portfolio.files import OURS, portfolio_files  # noqa: PLC0415 - Jinja2 takes long to import
    from mkdocs_gbm.output.portfolio.words import total  # noqa: PLC0415 - the catalogue is read for it
    from mkdocs_gbm.output.strings import Strings  # noqa: PLC0415 - the catalogue is read for it

    refuse_others(folder, OURS, "gbm portfolio")
    files = portfolio_files(merged)
    told = [f"{write_changed(folder / name, text)} {folder / name}" for name, text in files.items()]
    if not quiet:
        say("".join(f"{neutral(line)}\n" for line in [*told, total(merged, Strings())]))
