"""Turn page templates into the pages that authors start from."""

from dataclasses import dataclass, fields

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.standard.model import Checklist, RequiredSection, Spot, Topic

_ENVIRONMENT = SandboxedEnvironment(
    undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
)


_KNOWN = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Concat),
    *(nodes.If, nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Test, nodes.Filter),
)
"""What a head may be made of: nothing that goes round, calls, or looks into a value, so that none takes long."""
_FILTERS = frozenset({"capitalize", "d", "default", "e", "escape", "lower", "title", "trim", "upper"})


@dataclass(frozen=True, slots=True)
class Author:
    """What a template may say about the documentation that it starts."""

    component: str
    owner: str = ""
    date: str = ""
    """As it is to be printed: 2026-11-22."""


def render_topic(topic: Topic, author: Author) -> str:
    """Return the Markdown page from which an author starts a topic.

    Raises:
        ConfigurationError: If the head of the template is no valid Jinja2.
    """
    sections = [render_section(section) for section in topic.sections]
    return (
        "\n\n".join(
            [_render(topic.head, author, topic.read_at or Spot(f"template {topic.slug}", 0)).strip("\n"), *sections]
        )
        + "\n"
    )


def render_section(section: RequiredSection, level: int = 2) -> str:
    """Return a required section as Markdown: heading, guidance as a comment, skeleton."""
    parts = [f"{'#' * level} {section.name}", _comment(section), section.skeleton]
    return "\n\n".join(part for part in parts if part)


def render_checklist(checklist: Checklist, author: Author) -> str:
    """Return the checklist page with nothing ticked.

    Raises:
        ConfigurationError: If the template is no valid Jinja2.
    """
    return _render(checklist.template, author, checklist.read_at or Spot("template checklist", 0)).strip("\n") + "\n"


def _comment(section: RequiredSection) -> str:
    if not section.guidance and not section.questions:
        return ""
    questions = "\n".join(f"- {question}" for question in section.questions)
    return "<!-- " + "\n\n".join(part for part in (section.guidance, questions) if part) + "\n-->"


def _one_line(text: str) -> str:
    """Return text that stays where it is put: no heading, no element comes of it."""
    return " ".join(text.split()).replace("<", "&lt;")


def _render(template: str, author: Author, spot: Spot) -> str:
    try:
        _refuse_programs(template)
        return _ENVIRONMENT.from_string(template).render(
            component=_one_line(author.component), owner=_one_line(author.owner), date=_one_line(author.date)
        )
    except RecursionError as error:
        raise ConfigurationError(spot.file, "its Jinja2 is nested too deeply", "make it simpler") from error
    except Exception as error:  # a template computes, and so may fail in every way that Python can
        said = getattr(error, "message", None) or str(error)
        line = getattr(error, "lineno", None) or _line_of_unknown(template)
        where = f"{spot.file}:{spot.line + line}" if line else spot.file
        raise ConfigurationError(
            where, f"Jinja2 cannot read it ({said.rstrip('.')})", "mend what stands above its first '## ' heading"
        ) from error


def _refuse_programs(template: str) -> None:
    """Refuse what a head has no need of: a standard may be anybody's.

    Raises:
        TemplateError: If there is any, with its line.
    """
    for node in _ENVIRONMENT.parse(template).find_all(nodes.Node):
        name = node.name if isinstance(node, nodes.Filter) else type(node).__name__.casefold()
        if not isinstance(node, _KNOWN) or (isinstance(node, nodes.Filter) and name not in _FILTERS):
            raise TemplateSyntaxError(f"'{name}' is not to be used here", node.lineno)


def _line_of_unknown(template: str) -> int | None:
    """Return the first line that names a variable there is not, in a template that Jinja2 can parse."""
    known = {field.name for field in fields(Author)}
    names = _ENVIRONMENT.parse(template).find_all(nodes.Name)
    return min((name.lineno for name in names if name.ctx == "load" and name.name not in known), default=None)
