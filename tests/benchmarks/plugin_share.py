"""Measure what the plugin costs a build: `python tests/benchmarks/plugin_share.py [PAGES …]`.

Every figure comes from a process of its own: whole builds are too noisy to be compared with one another, so the
plugin's share is the CPU time in its own hooks over the CPU time of the very same process.
"""

import json
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypedDict

EXAMPLE = Path(__file__).resolve().parent.parent.parent / "example-site" / ".gobuildme" / "docs"
SMALL, MIDDLE, LARGE = 8, 70, 1050
"""Pages: the least that holds all topics and the checklist, and what the goals are about."""
HUGE = 4900
REPETITIONS = {SMALL: 5, MIDDLE: 5, LARGE: 3, HUGE: 1}
MEGABYTE = 1024  # as `ru_maxrss` counts on Linux, in KiB
WORDS = "order stock ledger parcel refund quote index queue broker retry window token cache shard replica lease".split()

CONFIG = """\
site_name: Benchmark
theme: {{name: material, font: false, features: [navigation.prune]}}
plugins: [{plugins}]
markdown_extensions:
  - admonition
  - attr_list
  - tables
  - toc: {{permalink: true}}
  - pymdownx.details
  - pymdownx.highlight
  - pymdownx.superfences
  - pymdownx.tabbed: {{alternate_style: true}}
  - pymdownx.tasklist: {{custom_checkbox: true}}
"""


class Measured(TypedDict):
    """What one build says of itself."""

    process: float
    """CPU seconds of the whole process."""
    hooks: dict[str, float]
    """CPU seconds in each of the plugin's hooks."""
    peak: int
    """The most memory that was resident, in KiB."""


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    parser = ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("pages", nargs="*", type=int, default=[SMALL, MIDDLE, LARGE], help="sizes of the sites")
    parser.add_argument("--measure", type=Path, help="build this site in this process, and print what it took")
    parser.add_argument("--profile", action="store_true", help="print where the hooks' time goes as well")
    arguments = parser.parse_args()
    if arguments.measure:
        say(json.dumps(measure(arguments.measure)))
        return
    say(f"{'pages':>6} {'build s':>8} {'hooks ms':>9} {'share':>7} {'memory MiB':>11} {'more MiB':>9}  hooks, ms")
    for pages in arguments.pages:
        with tempfile.TemporaryDirectory() as folder:
            write_site(Path(folder), pages)
            say(row(Path(folder), pages))
            if arguments.profile:
                say(profile(Path(folder)))


def row(site: Path, pages: int) -> str:
    """Measure a site with and without the plugin, and sum up the medians."""
    repetitions = range(REPETITIONS.get(pages, 3))
    runs = [(_run(site / "with.yml"), _run(site / "without.yml")) for _ in repetitions]
    mine = [run for run, _ in runs]
    hooks: dict[str, float] = defaultdict(float)
    for run in mine:
        for name, seconds in run["hooks"].items():
            hooks[name] += 1000 * seconds / len(mine)
    process = statistics.median(run["process"] for run in mine)
    spent = statistics.median(sum(run["hooks"].values()) for run in mine)
    peak = statistics.median(run["peak"] for run in mine) / MEGABYTE
    more = peak - statistics.median(run["peak"] for _, run in runs) / MEGABYTE
    each = ", ".join(f"{name} {spent_in:.1f}" for name, spent_in in sorted(hooks.items(), key=lambda hook: -hook[1]))
    return f"{pages:6} {process:8.2f} {1000 * spent:9.1f} {spent / process:7.2%} {peak:11.1f} {more:9.1f}  {each}"


def profile(site: Path) -> str:
    """Say which functions the plugin's hooks spend their time in."""
    script = "import sys; sys.path.insert(0, sys.argv[2]); import plugin_share as s; s.profile_build(sys.argv[1])"
    command = [sys.executable, "-c", script, str(site / "with.yml"), str(Path(__file__).parent)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _run(config: Path) -> Measured:
    command = [sys.executable, __file__, "--measure", str(config)]
    result = subprocess.run(command, check=True, capture_output=True, text=True)
    measured: Measured = json.loads(result.stdout.splitlines()[-1])
    return measured


def measure(config_file: Path) -> Measured:
    """Build a site as `mkdocs build` does, with a clock around each of the plugin's hooks."""
    hooks: dict[str, float] = defaultdict(float)

    def timed(name: str, hook: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **keywords: Any) -> Any:
            before = time.process_time()
            try:
                return hook(*arguments, **keywords)
            finally:
                hooks[name] += time.process_time() - before

        return run

    build(config_file, timed)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"process": time.process_time(), "hooks": dict(hooks), "peak": peak}


def profile_build(config_file: str) -> None:
    """Build a site with a profiler running in the plugin's hooks alone."""
    import cProfile  # noqa: PLC0415 - a measured process must not carry it
    import pstats  # noqa: PLC0415

    profiler = cProfile.Profile()

    def profiled(_: str, hook: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **keywords: Any) -> Any:
            profiler.enable()
            try:
                return hook(*arguments, **keywords)
            finally:
                profiler.disable()

        return run

    build(Path(config_file), profiled)
    pstats.Stats(profiler).sort_stats("cumulative").print_stats(45)


def build(config_file: Path, wrap: Callable[[str, Callable[..., Any]], Callable[..., Any]]) -> None:
    """Build a site, with the plugin's own hooks wrapped."""
    from mkdocs.commands.build import build as build_site  # noqa: PLC0415 - the parent stays small: its peak is inherited
    from mkdocs.config import load_config  # noqa: PLC0415

    config = load_config(str(config_file))
    for name, methods in config.plugins.events.items():
        methods[:] = [
            wrap(name, method) if type(getattr(method, "__self__", None)).__name__ == "GbmPlugin" else method
            for method in methods
        ]
    config.plugins.on_startup(command="build", dirty=False)
    build_site(config)
    config.plugins.on_shutdown()


def write_site(folder: Path, pages: int) -> None:
    """Write a site with so many pages: the example's architecture, a home page, and others of 100 to 400 words."""
    docs = folder / "docs"
    shutil.copytree(EXAMPLE / "technical", docs / "technical")
    for page in ("integrations", "deployment"):
        (docs / "technical" / "architecture" / f"{page}.md").unlink()
    (docs / "index.md").write_text("# Home\n\n<!-- gbm:badge -->\n", encoding="utf-8")
    dice = random.Random(pages)
    for number in range(pages - len(list(docs.rglob("*.md")))):
        path = docs / f"part-{number // 50:02}" / f"page-{number:04}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(_page(number, dice)), encoding="utf-8")
    assert len(list(docs.rglob("*.md"))) == pages
    for name, plugins in {"with": "search, gbm", "without": "search"}.items():
        (folder / f"{name}.yml").write_text(CONFIG.format(plugins=plugins), encoding="utf-8")


def _page(number: int, dice: random.Random) -> Iterator[str]:
    """Yield a page of 100 to 400 words under three to six headings, with a table and code."""
    yield f"# Page {number}\n"
    headings = dice.randint(3, 6)
    words = dice.randint(100, 400)
    for section in range(headings):
        yield f"## {dice.choice(WORDS).title()} {section}\n"
        yield f"{' '.join(dice.choices(WORDS, k=words // headings))}, as in `{dice.choice(WORDS)}.py`.\n"
    rows = "\n".join(f"| {dice.choice(WORDS)} | {dice.randint(1, 999)} | {dice.choice(WORDS)} |" for _ in range(6))
    yield f"| what | how many | where |\n| --- | --- | --- |\n{rows}\n"
    steps = "\n".join(
        f"    {dice.choice(WORDS)} = count * {dice.randint(2, 9)}  # {dice.choice(WORDS)}" for _ in range(6)
    )
    yield f"```python\ndef page_{number}(count: int) -> int:\n{steps}\n    return count + {number}\n```\n"


if __name__ == "__main__":
    main()
