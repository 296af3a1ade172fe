"""`gbm schema`: what may be written, for editors."""

import click

from mkdocs_gbm.command.common import plain_errors
from mkdocs_gbm.command.saying import say
from mkdocs_gbm.errors import ConfigurationError, did_you_mean


@click.command()
@click.argument("name", required=False)
@plain_errors
def schema(name: str | None) -> None:
    """Print JSON Schemas, with which editors complete and check.

    Of mkdocs.yml, of a template's front matter, of the report (draft 2020-12); they are made from the program itself,
    and so are those of the release that runs. Without a NAME: all of them, a line each.

    \b
    Put one where the editor reads it:
      gbm schema mkdocs > .gbm-mkdocs.schema.json

    \b
    Examples:
      gbm schema
      gbm schema mkdocs
    """  # noqa: D301 - click's mark for lines that are not to be wrapped
    from mkdocs_gbm.schema.catalogue import SCHEMAS, schema_text  # noqa: PLC0415 - it is slow to import

    if name is None:
        say("".join(f"{known:10} {meaning}\n" for known, (meaning, _) in SCHEMAS.items()))
    elif name in SCHEMAS:
        say(schema_text(name))
    else:
        raise ConfigurationError("schema", f"no schema '{name}'", did_you_mean(name, SCHEMAS))
