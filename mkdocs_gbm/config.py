"""The options, adapted for MkDocs: keys, defaults and checks are those of the core."""

from mkdocs.config import base
from mkdocs.config import config_options as c

from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.options import Options, parse


class GbmConfig(base.Config):
    """What stands under `plugins: gbm:`; `options` holds it as the core reads it.

    MkDocs wants each key declared. What it means is told in `mkdocs_gbm.options.Options`.
    """

    standard = c.Optional(c.Type(object))
    architecture_dir = c.Optional(c.Type(object))
    components = c.Optional(c.Type(object))
    not_applicable = c.Optional(c.Type(object))
    pages = c.Optional(c.Type(object))
    coverage_page = c.Optional(c.Type(object))
    home_page = c.Optional(c.Type(object))
    badge = c.Optional(c.Type(object))
    status_strip = c.Optional(c.Type(object))
    hints = c.Optional(c.Type(object))
    publish = c.Optional(c.Type(object))
    severity = c.Optional(c.Type(object))
    aliases = c.Optional(c.Type(object))
    min_words = c.Optional(c.Type(object))
    fail_under = c.Optional(c.Type(object))
    baseline = c.Optional(c.Type(object))
    strings = c.Optional(c.Type(object))

    options = Options()

    def validate(self) -> tuple[base.ConfigErrors, base.ConfigWarnings]:
        """Read the options; the first mistake is one error with one line."""
        try:
            self.options = parse(dict(self.items()))
        except ConfigurationError as error:
            where = error.where.removeprefix("plugins: gbm").lstrip(": ") or "gbm"
            return [(where, base.ValidationError(f"{error.problem}; {error.remedy}"))], []
        return [], []
