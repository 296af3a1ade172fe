"""Markdown rendered by cmark-gfm, and its memory given back.

cmarkgfm frees neither the tree that a text is parsed into nor the HTML that it is rendered to, together sixteen times
as large as a usual page, and wraps no function that would. The library in it has them, and tells where they are on
Linux and on macOS; where it does not, the memory is lost until the process ends.
"""

import ctypes
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, Final

from cmarkgfm import _cmark
from cmarkgfm.cmark import (
    Options,
    core_extensions_ensure_registered,
    find_syntax_extension,
    parser_attach_syntax_extension,
    parser_feed,
    parser_finish,
    parser_free,
    parser_get_syntax_extensions,
    parser_new,
)

_TABLES: Final = ("table",)
_GITHUB: Final = ("table", "autolink", "tagfilter", "strikethrough", "tasklist")
_OPTIONS = Options.CMARK_OPT_SOURCEPOS | Options.CMARK_OPT_UNSAFE

_Free = Callable[[Any], None]


def to_html(text: str) -> str:
    """Return Markdown without front matter as the HTML that GitHub makes, with source positions; raw HTML stays.

    Format: https://github.github.com/gfm/.
    """
    return _rendered(text, _OPTIONS | Options.CMARK_OPT_GITHUB_PRE_LANG, _GITHUB)


def with_tables(text: str) -> str:
    """Return the same of CommonMark and tables, and nothing else that GitHub adds."""
    return _rendered(text, _OPTIONS, _TABLES)


def _rendered(text: str, options: int, extensions: Sequence[str]) -> str:
    free_tree, free_text = _frees()
    parser = parser_new(options)
    try:
        for name in extensions:
            parser_attach_syntax_extension(parser, _extension(name))
        parser_feed(parser, text.replace("\0", "\ufffd"))  # a NUL would end the text, and what follows must not vanish
        tree = parser_finish(parser)
        rendered = _cmark.lib.cmark_render_html(tree, options, parser_get_syntax_extensions(parser))
        html: str = _cmark.ffi.string(rendered).decode("utf-8")
        free_tree(tree)
        free_text(rendered)
    finally:
        parser_free(parser)
    return html


@cache
def _extension(name: str) -> Any:
    core_extensions_ensure_registered()
    return find_syntax_extension(name)


@cache
def _frees() -> tuple[_Free, _Free]:
    """Return what frees a tree and what frees a text, or does nothing where the library does not tell."""
    try:
        library = ctypes.CDLL(_cmark.__file__)
        node_free, allocator = library.cmark_node_free, library.cmark_get_default_mem_allocator
    except (AttributeError, OSError):
        return _keep, _keep
    allocator.restype = ctypes.c_void_p
    ffi = _cmark.ffi
    address = ctypes.cast(node_free, ctypes.c_void_p).value
    return ffi.cast("void (*)(cmark_node *)", address), ffi.cast("cmark_mem *", allocator()).free


def _keep(_: object) -> None:
    """Free nothing."""
