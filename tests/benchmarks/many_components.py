"""Measure a monorepo of many components: `python tests/benchmarks/many_components.py [COMPONENTS …]`.

Says the plugin's share of the build, the size of the coverage page, and what `gbm check` takes.
"""

import re
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from plugin_share import CONFIG, EXAMPLE, profile, row, say

USUAL = 200
_SMALL = re.compile(r"(?<= )(?:the|a|an|of|and|to|in|is|with|for|by|from|per|on)(?= )|(?<=[^-|])(?= \|$)")
"""Where a word can be put into a text without doing any harm."""
PAGES = ("api-design", "database", "services", "data-flow", "performance", "security")


def main() -> None:
    parser = ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("components", nargs="*", type=int, default=[USUAL], help="how many components")
    parser.add_argument("--profile", action="store_true", help="print where the hooks' time goes as well")
    arguments = parser.parse_args()
    for count in arguments.components:
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder)
            write_monorepo(site, count)
            say(f"{count} components: pages, build s, hooks ms, share, memory MiB, more MiB, hooks, ms")
            say(row(site, len(list(site.rglob("*.md")))))
            say(f"coverage page: {_coverage_page(site) / 1000:.0f} kB")
            say(f"gbm check: {_check(site):.2f} s")
            if arguments.profile:
                say(profile(site))


def write_monorepo(folder: Path, count: int) -> None:
    """Write a site of so many services: the example's pages, of which some lack sections and some are not there."""
    docs = folder / "docs"
    docs.mkdir()
    (docs / "index.md").write_text("# Home\n\n<!-- gbm:badge -->\n", encoding="utf-8")
    source = EXAMPLE / "technical" / "architecture"
    for number in range(count):
        architecture = docs / "services" / f"service-{number:03}" / "architecture"
        (architecture / "patterns").mkdir(parents=True)
        checklist = (source / "checklist.md").read_text(encoding="utf-8")
        (architecture / "checklist.md").write_text(checklist, encoding="utf-8")
        for index, name in enumerate(PAGES):
            text = _in_words_of(number, _page(source / "patterns" / f"{name}.md", (number + index) % 5))
            if (number + index) % 17:
                (architecture / "patterns" / f"{name}.md").write_text(text, encoding="utf-8")
    for name, plugins in {
        "with": "search, gbm: {components: services/*/architecture}",
        "without": "search",
    }.items():
        listed = plugins.replace("gbm: {", "{gbm: {") + ("}" if name == "with" else "")
        (folder / f"{name}.yml").write_text(CONFIG.format(plugins=listed), encoding="utf-8")


def _page(file: Path, without: int) -> str:
    """Return a page of the example without its last sections."""
    parts = file.read_text(encoding="utf-8").split("\n## ")
    return "\n## ".join(parts[: len(parts) - without])


def _in_words_of(number: int, text: str) -> str:
    """Return a page in a service's own words, so that nothing is gained by remembering what another one's said."""
    own = "".join(chr(ord("a") + int(digit)) for digit in f"{number:03}")
    lines = text.split("\n")
    return "\n".join(line if line.startswith("#") else _SMALL.sub(rf"\g<0> s{own}", line) for line in lines)


def _coverage_page(site: Path) -> int:
    """Return the size of the page in bytes."""
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(site / "with.yml"), "-d", str(site / "built")]
    subprocess.run(command, check=True, capture_output=True)
    return (site / "built" / "architecture-coverage" / "index.html").stat().st_size


def _check(site: Path) -> float:
    before = time.perf_counter()
    command = [sys.executable, "-m", "mkdocs_gbm", "check", "-f", str(site / "with.yml"), "--format", "json"]
    subprocess.run(command, check=False, capture_output=True)
    return time.perf_counter() - before


if __name__ == "__main__":
    main()
