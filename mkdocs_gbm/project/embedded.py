"""The configuration of a site that a repository has none of."""

from pathlib import Path
from typing import Any


def embedded(title: str, docs_dir: Path, architecture_dir: str) -> dict[str, Any]:
    """Return a MkDocs configuration: Material, the usual extensions, and the plugin.

    Args:
        title: The site's name.
        docs_dir: The folder of its pages, absolute.
        architecture_dir: The folder of the architecture documentation, relative to `docs_dir`.
    """
    return {
        "site_name": title,
        "docs_dir": str(docs_dir),
        "theme": {"name": "material", "font": False},
        "markdown_extensions": ["admonition", "attr_list", "tables", "pymdownx.details", "pymdownx.superfences"],
        "plugins": ["search", {"gbm": {"architecture_dir": architecture_dir}}],
    }
