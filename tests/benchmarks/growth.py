"""Measure how time and memory grow with what is required: `python tests/benchmarks/growth.py [SECTIONS …]`.

The sites are monorepos whose components have a page for each topic; every seventh page lacks its last section. The core
reads rendered pages and judges them; `gbm check` does everything from its start. From each figure that of a site of one
component is taken, so that the exponents tell of growth alone: 1.0 is linear, 2.0 is quadratic.
"""

import json
import math
import random
import resource
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mkdocs_gbm import standard as standards
from mkdocs_gbm.standard import Standard

sys.path.insert(0, str(Path(__file__).resolve().parent))
from check_speed import environment, sentence
from plugin_share import say

USUAL = (1_000, 3_000, 10_000, 30_000, 50_000)
LACKING = 7
"""Each so many'th page lacks a section."""
FEW, SEVERAL = 5_000, 5
"""Sites of fewer sections are measured so often, and the best counts: noise is large beside what they take."""
TODAY = date(2026, 1, 1)


@dataclass(frozen=True)
class Cost:
    """What one size took."""

    sections: int
    cpu: float
    """Seconds."""
    memory: float
    """MiB at most."""


def main() -> None:
    parser = ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("sections", nargs="*", type=int, default=list(USUAL), help="how many required sections")
    parser.add_argument("--core", type=Path, help="judge this site by the core in this process, print what it took")
    arguments = parser.parse_args()
    if arguments.core:
        say(json.dumps(judge(arguments.core)))
        return
    standard = standards.load("backend_engineer", Path.cwd())
    each = sum(len(topic.sections) for topic in standard.topics)
    costs: dict[str, list[Cost]] = {"core": [], "gbm check": []}
    say(f"{'sections':>9} {'core s':>8} {'MiB':>7} {'gbm check s':>12} {'MiB':>7}   (CPU seconds)")
    for sections in (each, *sorted(arguments.sections)):
        with tempfile.TemporaryDirectory() as folder:
            count = write_site(Path(folder), standard, round(sections / each))
            times = range(SEVERAL if count < FEW else 1)
            costs["core"].append(min((_core(Path(folder), count) for _ in times), key=lambda cost: cost.cpu))
            costs["gbm check"].append(min((_check(Path(folder), count) for _ in times), key=lambda cost: cost.cpu))
        core, check = costs["core"][-1], costs["gbm check"][-1]
        say(f"{count:9} {core.cpu:8.2f} {core.memory:7.0f} {check.cpu:12.2f} {check.memory:7.0f}")
    for name, measured in costs.items() if len(arguments.sections) > 1 else ():
        time_grows = exponent([(cost.sections, cost.cpu) for cost in measured])
        memory_grows = exponent([(cost.sections, cost.memory) for cost in measured])
        say(f"{name}: time grows with the power {time_grows:.2f} of the sections, memory with {memory_grows:.2f}")


def exponent(figures: Sequence[tuple[int, float]]) -> float:
    """Return the slope of a line through the logarithms, after taking the first figure from the others."""
    (fewest, least), *others = figures
    points = [(math.log(count - fewest), math.log(max(figure - least, 1e-6))) for count, figure in others]
    middle = [sum(axis) / len(points) for axis in zip(*points, strict=True)]
    rise = sum((x - middle[0]) * (y - middle[1]) for x, y in points)
    slope: float = rise / sum((x - middle[0]) ** 2 for x, _ in points)
    return slope


def write_site(folder: Path, standard: Standard, components: int) -> int:
    """Write a monorepo of so many components and return how many sections are required of it."""
    dice = random.Random(components)
    for number in range(components):
        for index, topic in enumerate(standard.topics):
            page = folder / "docs" / f"service-{number:04}" / topic.page
            page.parent.mkdir(parents=True, exist_ok=True)
            names = [required.name for required in topic.sections]
            kept = names[:-1] if (number + index) % LACKING == 0 else names
            page.write_text("\n".join(_page(topic.title, kept, dice)), encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: Growth\nplugins:\n  - gbm:\n      severity: {missing-item: ignore}\n      components: '*'\n",
        encoding="utf-8",
    )
    return components * sum(len(topic.sections) for topic in standard.topics)


def _page(title: str, names: Sequence[str], dice: random.Random) -> Iterator[str]:
    yield f"# {title}\n\n{sentence(dice)}\n"
    for name in names:
        yield f"## {name}\n\n{sentence(dice)} {sentence(dice)} {sentence(dice)}\n"
        yield f"- {sentence(dice)}\n- {sentence(dice)}\n"


def _core(folder: Path, sections: int) -> Cost:
    command = [sys.executable, __file__, "--core", str(folder)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    cpu, memory = json.loads(printed)
    return Cost(sections, cpu, memory)


def judge(folder: Path) -> tuple[float, float]:
    """Judge all pages by the core alone and return CPU seconds and MiB."""
    from mkdocs_gbm.assess import Component, Page, Settings, assess  # noqa: PLC0415 - the parent stays small
    from mkdocs_gbm.outline import read_markdown  # noqa: PLC0415

    standard = standards.load("backend_engineer", Path.cwd())
    before = time.process_time()
    components = [
        Component(
            each.name,
            each.name,
            {
                topic.slug: (Page(f"{each.name}/{topic.page}", read_markdown((each / topic.page).read_text("utf-8"))),)
                for topic in standard.topics
            },
        )
        for each in sorted((folder / "docs").iterdir())
    ]
    report = assess(standard, components, Settings(today=TODAY))
    cpu = time.process_time() - before
    assert len(report.components) == len(components)
    return cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _check(folder: Path, sections: int) -> Cost:
    script = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], capture_output=True);"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)"
    )
    command = [sys.executable, "-m", "mkdocs_gbm", "check"]
    finished = subprocess.run(
        [sys.executable, "-c", script, *command],
        check=True,
        capture_output=True,
        text=True,
        cwd=folder,
        env=environment(),
    )
    cpu, memory = map(float, finished.stdout.split())
    return Cost(sections, cpu, memory)


if __name__ == "__main__":
    main()
