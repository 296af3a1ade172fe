"""How fast `gbm check` is, against a build of the same site and against linters that look for required headings.

    python tests/benchmarks/check_speed.py [6 1000 6000] [--no-build] [--lacking] [--linters FOLDER]

Each topic page holds all sections of its topic, of 80 to 150 words each; all pages of a site are judged. `--linters`
names a folder with `markdownlint-cli2` and `rumdl`; without it they are looked for on the PATH. CPU seconds are
printed beside the seconds of the clock, since a busy machine changes the latter most. With `--lacking` each topic's
last section is nowhere: then every page is read whole, in search of it.
"""

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from mkdocs_gbm import standard as standards
from mkdocs_gbm.front_matter import body_of
from mkdocs_gbm.project.simple import simple_blocks

THINGS = (
    "order payment service gateway queue customer retry table index partition replica token schema latency cluster "
    "node broker event consumer stock invoice pool timeout circuit release shard snapshot worker ledger carrier"
).split()
DOES = "keeps sends writes reads holds checks rejects stores signs caches limits routes".split()


@dataclass(frozen=True)
class Run:
    """What one command took."""

    seconds: float
    cpu: float
    memory: float
    """MiB at most, of the largest process."""


def sentence(dice: random.Random) -> str:
    one, two, three, four = dice.sample(THINGS, 4)
    return (
        f"The {one} {two} {dice.choice(DOES)} the {three} of {dice.randint(2, 900)} {four}s within "
        f"{dice.randint(5, 900)} ms, since `{one}_{four}` {dice.choice(DOES)} each {two}."
    )


def prose(dice: random.Random, words: int) -> str:
    told: list[str] = []
    while sum(len(text.split()) for text in told) < words:
        told.append(sentence(dice))
    return " ".join(told)


def section(dice: random.Random, name: str) -> str:
    words = dice.randint(80, 150)
    half = prose(dice, words // 2)
    form = dice.choice(("prose", "prose", "list", "table"))
    if form == "list":
        return f"## {name}\n\n{half}\n\n" + "".join(f"- **{thing}**: {sentence(dice)}\n" for thing in THINGS[:2])
    if form == "table":
        rows = "".join(f"| `{thing}` | {dice.randint(1, 99)} ms | {sentence(dice)} |\n" for thing in THINGS[:2])
        return f"## {name}\n\n{half}\n\n| Part | Limit | Why |\n| --- | --- | --- |\n{rows}"
    return f"## {name}\n\n{half}\n\n{prose(dice, words // 2)}\n"


def make_site(folder: Path, count: int, *, lacking: bool = False) -> list[Path]:
    """Write a site of so many topic pages, and what the linters need to look for the same headings."""
    dice = random.Random(4)
    standard = standards.load("backend_engineer", Path.cwd())
    root = folder / "docs/technical/architecture"
    written = []
    for number in range(count):
        topic = standard.topics[number % len(standard.topics)]
        page = root / topic.slug / f"system-{number:05}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        names = [required.name for required in topic.sections]
        names[-1] = "Ghost stories" if lacking else names[-1]
        sections = "\n".join(section(dice, name) for name in names)
        page.write_text(f"# {topic.title} of system {number}\n\n{prose(dice, 40)}\n\n{sections}", encoding="utf-8")
        written.append(page)
    items = "".join(
        f"- [ ] **{item.name}**: {sentence(dice)}\n"
        for item in (standard.checklist.items if standard.checklist else ())
    )
    (root / "checklist.md").write_text(f"# Checklist\n\n{items}", encoding="utf-8")
    globs = "".join(f"        {topic.slug}: {topic.slug}/*.md\n" for topic in standard.topics)
    (folder / "mkdocs.yml").write_text(
        "site_name: Speed\ntheme: {name: material, font: false}\nmarkdown_extensions:\n  - admonition\n  - attr_list\n"
        "  - pymdownx.details\n  - pymdownx.superfences\nplugins:\n  - search\n  - gbm:\n      pages:\n" + globs,
        encoding="utf-8",
    )
    (folder / ".markdownlint-cli2.jsonc").write_text(
        '{"config": {"default": false, "MD043": {"headings": ["# *", "## *", "*"]}}}', encoding="utf-8"
    )
    (folder / ".rumdl.toml").write_text(
        '[global]\nenable = ["MD043"]\n[MD043]\nheadings = ["# ?", "*"]\n', encoding="utf-8"
    )
    return written


def environment() -> dict[str, str]:
    """Return the environment of who has installed the product: Python keeps what it has compiled."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "NO_MKDOCS_2_WARNING": "1"}


def run(command: list[str], folder: Path, times: int) -> Run:
    """Run a command several times and return its quickest run."""
    runs = []
    for _ in range(times):
        began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, cwd=folder, capture_output=True, check=False, env=environment())
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
        runs.append(Run(time.perf_counter() - began, cpu, after.ru_maxrss / 1024))
    return min(runs, key=lambda one: one.seconds)


def compared(folder: Path, linters: str | None, *, build: bool) -> dict[str, list[str]]:
    """Return the commands to compare, by their names."""
    path = os.pathsep.join(filter(None, [linters, os.environ.get("PATH")]))
    commands = {"gbm check": [sys.executable, "-m", "mkdocs_gbm", "check"]}
    if build:
        commands["mkdocs build"] = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(folder / "site")]
    if found := shutil.which("rumdl", path=path):
        commands["rumdl"] = [found, "check", "--no-cache", "docs"]
    if found := shutil.which("markdownlint-cli2", path=path):
        commands["markdownlint-cli2"] = [found, "docs/**/*.md"]
    return commands


def main() -> None:
    """Print a table for each site."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[6, 1000, 6000])
    parser.add_argument("--linters", help="folders with the linters, as in PATH")
    parser.add_argument("--no-build", action="store_true", help="leave the build out, which takes minutes")
    parser.add_argument("--lacking", action="store_true", help="let each topic lack a section")
    arguments = parser.parse_args()
    for size in arguments.sizes:
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            pages = make_site(folder, size, lacking=arguments.lacking)
            quick = sum(simple_blocks(body_of(page.read_text(encoding="utf-8")).body) is not None for page in pages)
            print(f"\n{size} pages, {sum(page.stat().st_size for page in pages) / size / 1024:.1f} KiB each; ", end="")
            print(f"quick gear {quick}, exact gear {size - quick}")
            runs = {}
            for name, command in compared(folder, arguments.linters, build=not arguments.no_build).items():
                runs[name] = run(command, folder, times=1 if name == "mkdocs build" else 3)
                ours, one = runs["gbm check"], runs[name]
                ratio = f"{one.seconds / ours.seconds:7.2f} x {one.cpu / ours.cpu:7.2f} x"
                print(f"{name:20}{one.seconds:8.2f} s {one.cpu:8.2f} s CPU  {ratio} {size / one.seconds:8.0f} pages/s")
            print(f"memory of gbm check: {runs['gbm check'].memory:.0f} MiB")


if __name__ == "__main__":
    main()
