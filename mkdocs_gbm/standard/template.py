"""The parts of a page template: head, and per `##` heading guidance, questions and skeleton."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.front_matter import Source
from mkdocs_gbm.standard.names import key

_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"##[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*$")
_JINJA = re.compile(r"\{\{|\{%|\{#")
_BULLET = re.compile(r"\s*[-*+][ \t]+")
_ITEM = re.compile(r"[-*+][ \t]+\[[ xX]\][ \t]+\*\*(?P<name>[^*]+)\*\*:?[ \t]*(?P<meaning>.*)$")


@dataclass(frozen=True, slots=True)
class Block:
    """One `##` heading of a template with what stands under it."""

    name: str
    guidance: str
    questions: tuple[str, ...]
    skeleton: str


@dataclass(frozen=True, slots=True)
class Template:
    """A page template in parts."""

    head: str
    blocks: tuple[Block, ...]


def split_template(path: str, source: Source) -> Template:
    """Split a template's body at its `##` headings.

    Raises:
        ConfigurationError: If a name stands twice, a comment is not closed or holds `--`,
            or Jinja2 stands below the first heading.
    """
    lines = source.body.split("\n")
    starts = list(_headings(lines))
    head = "\n".join(lines[: starts[0][0]] if starts else lines)
    blocks: dict[str, Block] = {}
    ends = [number for number, _ in starts[1:]] + [len(lines)]
    for (number, name), end in zip(starts, ends, strict=False):  # without headings, no blocks
        where = f"{path}:{source.offset + number + 1}"
        if same := blocks.get(key(name)):
            as_well = "" if same.name == name else f", which reads as '{same.name}'"
            problem = f"a second heading '{name}'{as_well}"
            raise ConfigurationError(where, problem, "give each required section one heading")
        _refuse_jinja(path, source.offset + number, lines[number:end])
        blocks[key(name)] = _block(path, source.offset + number + 1, name, lines[number + 1 : end])
    return Template(head, tuple(blocks.values()))


def items_of(body: str) -> dict[str, str]:
    """Return the checklist items of a template's body: name to meaning, in order."""
    found = (_ITEM.match(line.strip()) for line in body.split("\n"))
    return {match["name"].strip(): match["meaning"].strip() for match in found if match}


def _headings(lines: list[str]) -> Iterator[tuple[int, str]]:
    fence = ""
    comment = False
    for number, line in enumerate(lines):
        if comment:
            comment = "-->" not in line
        elif fence:
            if line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
        elif match := _FENCE.match(line):
            fence = match[1]
        elif line.lstrip().startswith("<!--"):
            comment = "-->" not in line
        elif heading := _HEADING.match(line):
            yield number, heading[1]


def _refuse_jinja(path: str, offset: int, lines: list[str]) -> None:
    for number, line in enumerate(lines, start=1):
        if _JINJA.search(line):
            raise ConfigurationError(
                f"{path}:{offset + number}",
                "Jinja2 below the first '## ' heading",
                "use {{ component }}, {{ owner }} and {{ date }} only above it",
            )


def _block(path: str, offset: int, name: str, lines: list[str]) -> Block:
    body = "\n".join(lines).strip("\n")
    if not body.startswith("<!--"):
        return Block(name, "", (), body)
    comment, closed, rest = body[4:].partition("-->")
    before = "\n".join(lines).index("<!--")
    first = offset + "\n".join(lines)[:before].count("\n") + 1
    if not closed:
        raise ConfigurationError(f"{path}:{first}", "the comment is not closed", "end it with -->")
    if "--" in comment:
        line = first + comment[: comment.index("--")].count("\n")
        raise ConfigurationError(
            f"{path}:{line}", "guidance holds '--', which would end the comment", "write a colon or a dash instead"
        )
    guidance, questions = _guidance(comment)
    return Block(name, guidance, questions, rest.strip("\n"))


def _guidance(comment: str) -> tuple[str, tuple[str, ...]]:
    prose: list[str] = []
    questions: list[str] = []
    for line in comment.strip().split("\n"):
        if match := _BULLET.match(line):
            questions.append(line[match.end() :].strip())
        elif questions and line.strip():
            questions[-1] += f" {line.strip()}"
        elif line.strip():
            prose.append(line.strip())
    return " ".join(prose), tuple(questions)
