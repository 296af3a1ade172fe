"""What a page's title, file name and folders say of its topic, before a section of it is read."""

from mkdocs_gbm.assess import names
from mkdocs_gbm.assess.pages import Page
from mkdocs_gbm.assess.questions import stems
from mkdocs_gbm.assess.recognise import NEUTRAL
from mkdocs_gbm.standard import Standard, Topic

_FOLDERS = frozenset(names.key(name) for name in ("architecture", "technical", "design", "arc42", "patterns", "system"))
_TITLE = 80
"""A title of more characters names too much."""


class Affinity:
    """Knows the words by which a page is named after a topic.

    Args:
        standard: Its topics' titles and slugs have the words; those that several topics have tell nothing alone.
        architecture_dir: The folder of the architecture documentation.
    """

    def __init__(self, standard: Standard, architecture_dir: str) -> None:
        self._telling = {topic.slug: _telling(topic) for topic in standard.topics}
        self._directory = architecture_dir

    def named_after(self, page: Page, slug: str) -> bool:
        """Say whether a page's title, file or folder has most of the words that tell of a topic."""
        telling = self._telling[slug]
        return bool(telling) and 2 * len(telling & _name_words(page)) >= len(telling)

    def in_architecture(self, uri: str) -> bool:
        """Say whether a page is among the architecture documentation, by its folders."""
        if self._directory and uri.startswith(f"{self._directory}/"):
            return True
        return any(names.key(folder) in _FOLDERS for folder in uri.split("/")[:-1])


def _telling(topic: Topic) -> frozenset[str]:
    words = (*names.words(topic.title), *names.words(topic.slug.replace("-", " ")))
    return stems(" ".join(word for word in words if word not in NEUTRAL))


def _name_words(page: Page) -> frozenset[str]:
    *folders, file = page.path.split("/")
    title = page.outline.title.text[:_TITLE] if page.outline.title else ""
    parts = [title, file.rsplit(".", 1)[0], *folders[-1:]]
    return frozenset().union(*(stems(part.replace("_", " ").replace("-", " ")) for part in parts))
