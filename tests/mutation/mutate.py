"""Make small mistakes in the rules, one at a time, and see whether a test notices: `python tests/mutation/mutate.py`.

    --most 1000      how many mutants are tried, spread over the files by how many each has
    --seed 7         which ones
    --jobs 2         how many at a time
    --only names     files whose name begins so
    --least 85       fail where less than so many percent are killed

No tool that is to be had drops single alternatives of a pattern or words of a list, and most of the rules are written
in these. Each mutant is a process of its own, forked where pages and standards have been read: it imports the rules
anew, one of them changed, and judges first the golden cases, then the sentences of `tests/assess`, then the labelled
pages of `tuning`: there it is killed when any verdict is no longer the same.
"""

import argparse
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import inspect
import json
import os
import random
import resource
import sys
import tempfile
import time
import types
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache, partial, update_wrapper
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), *(str(ROOT / "tests" / each) for each in ("", "assess", "labelled", "mutation"))]

import markdown  # noqa: E402 - the folders of tests are no packages
from operators import Mutant, mutants_of  # noqa: E402

from mkdocs_gbm import front_matter  # noqa: E402

#: Modules whose names are bound anew, again and again.
test_cases: Any = importlib.import_module("test_cases")
evaluate: Any = importlib.import_module("evaluate")

standards: dict[str, Any] = {}

FOLDER = ROOT / "mkdocs_gbm" / "assess"
FILES = (
    "names recognise questions search plans references row_labels content known nearest exempt blanks dummies "
    "empty_talk instructions owed features unwritten patterns parts"
).split()
#: What need not be imported anew: it imports nothing of the rules.
KEPT = tuple(
    f"mkdocs_gbm.{name}" for name in "outline standard front_matter errors keys endless yaml_text texts".split()
)
UNIT_TESTS = (
    "test_each_way",
    "test_each_name",
    "test_exempt_pages",
    "test_wordless_alias",
    "test_each_question",
    "test_nearest",
    "test_each_neighbour",
    "test_each_plan",
    "test_known_text",
    "test_row_labels",
    "test_several_pages",
    "test_owed",
)
#: Tests of thousands of texts that ask these files alone: no mistake in another one could be noticed there.
ASK_ONLY = {"test_nearly_every_short_text_is_told_rightly": ("owed", "features", "parts")}
SECONDS = 60
"""A mutant that takes longer hangs, and that is noticed, too."""


class _Mutated(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports one module from a changed tree."""

    def __init__(self, name: str, path: Path, mutant: Mutant) -> None:
        self._name, self._path, self._mutant = name, path, mutant

    def find_spec(self, name: str, *_: Any) -> importlib.machinery.ModuleSpec | None:
        return importlib.util.spec_from_loader(name, self, origin=str(self._path)) if name == self._name else None

    def exec_module(self, module: types.ModuleType) -> None:
        exec(compile(self._mutant.tree(), str(self._path), "exec"), module.__dict__)


def forget_rules() -> None:
    """Have everything that depends on the rules imported anew."""
    for name in [name for name in sys.modules if name.startswith("mkdocs_gbm.") and not name.startswith(KEPT)]:
        del sys.modules[name]
        package, _, module = name.rpartition(".")
        if package in sys.modules and hasattr(sys.modules[package], module):
            delattr(sys.modules[package], module)
    for tests in (test_cases, evaluate):
        for name, value in list(vars(tests).items()):
            home = str(getattr(value, "__module__", None) or getattr(value, "__name__", ""))
            if home.startswith("mkdocs_gbm.") and not home.startswith(KEPT):
                anew: Any = importlib.import_module(home)
                setattr(tests, name, getattr(anew, name, anew))
    test_cases.RULES = importlib.import_module("mkdocs_gbm.assess").RULES


def prepare(folder: Path) -> None:
    """Read once what is the same for every mutant: standards, cases, outlines of pages."""
    for number, case in enumerate(test_cases.ALL):
        standards[case.name] = test_cases.load_folder(test_cases.narrowed(case, folder / str(number)))
    front_matter.split = cache(front_matter.split)
    test_cases.read_markdown = cache(test_cases.read_markdown)
    test_cases.narrowed = lambda case, _: case.name
    test_cases.load_folder = standards.__getitem__
    backend = evaluate.standard.load("backend_engineer", ROOT)
    evaluate.standard = types.SimpleNamespace(load=lambda *_: backend)


def cases() -> Iterator[tuple[str, Callable[[], None]]]:
    """Yield the golden cases that can be judged without a build."""
    for case in test_cases.ALL:
        if case.says.get("source", True):
            yield case.name, lambda case=case: test_cases.test_core(case, Path())  # type: ignore[misc]


def killer_of(order: Sequence[str], labels: list[str], changed: str = "") -> str:
    """Return what notices, with the rules as they are in this process; empty where nothing does.

    Args:
        order: The golden cases, those first that noticed most so far.
        labels: What is said of the labelled pages without any mistake.
        changed: The file with the mistake in it.
    """
    found = dict(cases())
    for name in order:
        try:
            found[name]()
        except BaseException as error:  # noqa: BLE001 - whatever it is, it was noticed
            return f"case {name}" if isinstance(error, AssertionError) else f"case {name} ({type(error).__name__})"
    for test in unit_tests():
        if changed and changed not in ASK_ONLY.get(test.__name__, [changed]):
            continue
        try:
            test()
        except BaseException:  # noqa: BLE001
            return f"test {test.__name__}"
    if labelled_verdicts() != labels:
        return "labels"
    return ""


def unit_tests() -> Iterator[Callable[[], None]]:
    """Yield the tests of `tests/assess` that ask the rules alone, each with its arguments."""
    fixtures = {"backend_engineer": evaluate.standard.load()}
    for name in UNIT_TESTS:
        module = importlib.import_module(name)
        for test in [test for told, test in vars(module).items() if told.startswith("test_")]:
            wants = inspect.signature(test).parameters
            for values in _arguments(test):
                given = {wanted: values[wanted] if wanted in values else fixtures[wanted] for wanted in wants}
                yield update_wrapper(partial(test, **given), test)


def _arguments(test: Callable[..., None]) -> list[dict[str, Any]]:
    """Return the arguments that a test is given by `pytest.mark.parametrize`."""
    found: list[dict[str, Any]] = [{}]
    for mark in getattr(test, "pytestmark", []):
        names, rows = mark.args
        names = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
        values = [dict(zip(names, row if len(names) > 1 else [row], strict=True)) for row in rows]
        found = [{**one, **other} for one in found for other in values]
    return found


def labelled_verdicts() -> list[str]:
    """Return every verdict on the labelled pages of `tuning`, all judged at once."""
    pages = labelled_pages()
    components = [
        evaluate.Component(name, ".", {topic: (evaluate.Page(name, outline),)}) for name, topic, outline in pages
    ]
    report = evaluate.assess(evaluate.standard.load(), components, evaluate.Settings(date(2026, 11, 22)))
    return [
        f"{name} {verdict.section.name} {verdict.status.value} {verdict.match and verdict.match.word}"
        for (name, topic, _), component in zip(pages, report.components, strict=True)
        for verdict in component.topic(topic).sections
    ]


@cache
def labelled_pages() -> list[tuple[str, str, Any]]:
    """Return the labelled pages: name, topic, outline."""
    found = []
    for path in sorted((evaluate.HERE / "tuning").glob("*.md")):
        source = evaluate.split(path.read_bytes().decode("utf-8"))
        html = markdown.markdown(source.body, extensions=evaluate.EXTENSIONS, extension_configs=evaluate.SETTINGS)
        found.append((path.name, source.meta["labelled"]["topic"], evaluate.read_html(html)))
    return found


def forked(run: Callable[[], str]) -> tuple[int, int]:
    """Run something in a child; return its id, and where its answer is to be read."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
    try:
        answer = run()
    except BaseException as error:  # noqa: BLE001 - a rule that cannot be imported is noticed by every test
        answer = f"import ({type(error).__name__})"
    os.write(writing, answer.encode() or b"-")
    os._exit(0)


def answer_of(reading: int) -> str:
    """Return what a child said: empty where nothing was noticed."""
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read().decode()
    return "" if answer == "-" else answer or "hangs"


def tried(name: str, mutant: Mutant, order: list[str], labels: list[str]) -> str:
    sys.meta_path.insert(0, _Mutated(f"mkdocs_gbm.assess.{name}", FOLDER / f"{name}.py", mutant))
    forget_rules()
    return killer_of(order, labels, name)


def sampled(most: int, seed: int, only: str) -> list[tuple[str, Mutant]]:
    """Return so many mutants, each file with its share."""
    chance = random.Random(seed)
    files = [name for name in FILES if name.startswith(only) and (FOLDER / f"{name}.py").exists()]
    found = {name: list(mutants_of((FOLDER / f"{name}.py").read_text(encoding="utf-8"), chance)) for name in files}
    share = min(1.0, most / max(1, sum(map(len, found.values()))))
    chosen = {name: chance.sample(all_, max(1, round(len(all_) * share))) for name, all_ in found.items()}
    print("mutants: " + ", ".join(f"{name} {len(chosen[name])} of {len(found[name])}" for name in found), flush=True)
    listed = [(name, mutant) for name in files for mutant in chosen[name]]
    chance.shuffle(listed)
    return listed


def run(listed: list[tuple[str, Mutant]], jobs: int, labels: list[str]) -> Iterator[tuple[str, Mutant, str]]:
    """Yield every mutant with what noticed it."""
    kills: Counter[str] = Counter()
    order = [name for name, _ in cases()]
    running: dict[int, tuple[str, Mutant, int]] = {}
    waiting = list(listed)
    while waiting or running:
        while waiting and len(running) < jobs:
            name, mutant = waiting.pop()
            first = [each for each, _ in kills.most_common()]
            ordered = [*first, *(each for each in order if each not in kills)]
            child, reading = forked(lambda: tried(name, mutant, ordered, labels))  # noqa: B023 - it runs at once
            running[child] = name, mutant, reading
        child, _ = os.wait()
        name, mutant, reading = running.pop(child)
        answer = answer_of(reading)
        if answer.startswith("case "):
            kills[answer.split()[1]] += 1
        yield name, mutant, answer


def main() -> int:
    parser = argparse.ArgumentParser(description="Mutation testing of the rules.")
    parser.add_argument("--most", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only", default="")
    parser.add_argument("--least", type=float, default=85.0)
    parser.add_argument("--log", type=Path)
    given = parser.parse_args()
    started = time.monotonic()
    os.chdir(ROOT)
    sys.dont_write_bytecode = True
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder))
        labels = labelled_verdicts()
        child, reading = forked(lambda: killer_of([name for name, _ in cases()], labels))
        wrong = answer_of(reading)
        os.waitpid(child, 0)
        if wrong:
            print(f"without any mutant, this fails already: {wrong}")
            return 2
        print(f"ready after {time.monotonic() - started:.0f} s", flush=True)
        outcomes = []
        for name, mutant, killer in run(sampled(given.most, given.seed, given.only), given.jobs, labels):
            outcomes.append((name, mutant, killer))
            if given.log:
                with given.log.open("a") as log:
                    log.write(json.dumps([name, mutant.line, mutant.kind, mutant.told, killer]) + "\n")
    return tell(outcomes, given.least, time.monotonic() - started)


def tell(outcomes: list[tuple[str, Mutant, str]], least: float, seconds: float) -> int:
    """Print survivors and figures; return the exit code."""
    by_file: dict[str, list[bool]] = defaultdict(list)
    for name, mutant, killer in sorted(outcomes, key=lambda each: (each[0], each[1].line)):
        by_file[name].append(bool(killer))
        if not killer:
            print(f"survived: {name}.py:{mutant.line}: {mutant.kind}: {mutant.told}")
    print(f"\nkilled by: {dict(Counter(killer.split()[0] for _, _, killer in outcomes if killer))}")
    for name, killed in by_file.items():
        print(f"{name + '.py':20} {sum(killed):4} of {len(killed):4} = {sum(killed) / len(killed):.0%}")
    killed_in_all, all_ = sum(map(sum, by_file.values())), len(outcomes)
    percent = 100 * killed_in_all / max(1, all_)
    print(f"{'in all':20} {killed_in_all:4} of {all_:4} = {percent:.1f} % in {seconds / 60:.1f} minutes")
    return 0 if percent >= least else 1


if __name__ == "__main__":
    sys.exit(main())
