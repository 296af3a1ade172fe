"""What is shipped: a wheel made from the sdist works with no more than its declared dependencies."""

import ast
import importlib.util
import json
import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_string
from functools import cache
from graphlib import TopologicalSorter
from importlib.metadata import Distribution, distribution
from pathlib import Path
from textwrap import dedent

import pytest
from packaging.requirements import Requirement
from sites import EXAMPLE, REPOSITORY, Site, example_site

from mkdocs_gbm import __version__

PACKAGE = REPOSITORY / "mkdocs_gbm"

pytestmark = pytest.mark.xdist_group("packaging")


def run(*command: str | Path, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command as a user would, without what the tests have on their path."""
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONHOME")}
    environment |= {"NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@dataclass(frozen=True)
class Made:
    """The files that are uploaded."""

    sdist: Path
    wheel: Path

    def in_sdist(self) -> set[str]:
        with tarfile.open(self.sdist) as archive:
            return {member.name.partition("/")[2] for member in archive.getmembers() if member.isfile()}

    def in_wheel(self) -> set[str]:
        with zipfile.ZipFile(self.wheel) as archive:
            return set(archive.namelist())

    def requirements(self) -> list[str]:
        """Return what the wheel says that it depends on, extras left out."""
        with zipfile.ZipFile(self.wheel) as archive:
            metadata = archive.read(f"mkdocs_gbm-{__version__}.dist-info/METADATA").decode("utf-8")
        required = message_from_string(metadata).get_all("Requires-Dist", [])
        return [text for text in required if "extra ==" not in text]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Build the sdist from the repository, and the wheel from the sdist."""
    folder = tmp_path_factory.mktemp("dist")
    alone = ["--no-isolation"] if importlib.util.find_spec("hatchling") else []
    built = run(sys.executable, "-m", "build", *alone, "--outdir", folder, REPOSITORY)
    assert built.returncode == 0, built.stdout + built.stderr
    (sdist,) = folder.glob("*.tar.gz")
    (wheel,) = folder.glob("*.whl")
    return Made(sdist, wheel)


def closure(requirements: list[str]) -> dict[str, Distribution]:
    """Return the distributions that satisfy these requirements, with theirs in turn."""
    found: dict[str, Distribution] = {}
    waiting = [Requirement(text) for text in requirements]
    while waiting:
        wanted = waiting.pop()
        if wanted.marker and not any(wanted.marker.evaluate({"extra": extra}) for extra in ("", *wanted.extras)):
            continue
        if wanted.name.casefold() in found:
            continue
        installed = distribution(wanted.name)
        assert installed.version in wanted.specifier, f"{wanted} is not installed as declared"
        found[wanted.name.casefold()] = installed
        waiting.extend(Requirement(text) for text in installed.requires or [])
    return found


@pytest.fixture(scope="module")
def installed(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into a fresh environment, which sees the declared dependencies and nothing else.

    They come from the environment of the tests, each linked by itself: nothing is downloaded.
    """
    folder = tmp_path_factory.mktemp("fresh")
    dependencies = folder / "dependencies"
    dependencies.mkdir()
    for each in closure(made.requirements()).values():
        assert each.files is not None
        for top in {file.parts[0] for file in each.files} - {"..", "__pycache__"}:
            (dependencies / top).symlink_to(str(each.locate_file(top)))
    venv.create(folder / "venv")
    (site_packages,) = (folder / "venv").glob("[Ll]ib/**/site-packages")
    (site_packages / "dependencies.pth").write_text(f"{dependencies}\n", encoding="utf-8")
    scripts = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--python", scripts / "python", "--disable-pip-version-check"]
    result = run(*pip, "install", "--no-deps", "--no-index", made.wheel)
    assert result.returncode == 0, result.stdout + result.stderr
    return scripts


def files_below(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


class TestFiles:
    def test_of_the_package_and_its_templates_are_in_the_wheel(self, made: Made) -> None:
        wheel = made.in_wheel()
        assert {f"mkdocs_gbm/{path}" for path in files_below(PACKAGE)} <= wheel
        assert {f"mkdocs_gbm/templates/{path}" for path in files_below(REPOSITORY / "templates")} <= wheel
        assert "mkdocs_gbm/py.typed" in wheel
        assert {f"mkdocs_gbm/output/theme/css/{name}.css" for name in ("colours", "heat", "gaps")} <= set(wheel)
        assert "mkdocs_gbm/output/theme/partials/gbm/coverage/gaps.html" in wheel
        assert "mkdocs_gbm/output/theme/partials/gbm/coverage.html" in wheel
        assert len([path for path in wheel if path.startswith("mkdocs_gbm/templates/backend_engineer/")]) >= 7

    def test_of_nobody_else_are_in_the_wheel(self, made: Made) -> None:
        assert {path.split("/")[0] for path in made.in_wheel()} == {"mkdocs_gbm", f"mkdocs_gbm-{__version__}.dist-info"}
        assert not [path for path in made.in_wheel() if "__pycache__" in path or path.endswith(".pyc")]

    def test_to_build_test_and_read_about_it_are_in_the_sdist(self, made: Made) -> None:
        sdist = made.in_sdist()
        assert {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md"} <= sdist
        assert {f"templates/{path}" for path in files_below(REPOSITORY / "templates")} <= sdist
        assert {"tests/sites.py", "tests/conftest.py", "example-site/mkdocs.yml"} <= sdist
        assert not [path for path in sdist if path.startswith("example-site/site/") or "__pycache__" in path]

    def test_say_what_the_wheel_is(self, made: Made) -> None:
        with zipfile.ZipFile(made.wheel) as archive:
            folder = f"mkdocs_gbm-{__version__}.dist-info"
            metadata = archive.read(f"{folder}/METADATA").decode("utf-8")
            entry_points = archive.read(f"{folder}/entry_points.txt").decode("utf-8")
            assert f"{folder}/licenses/LICENSE" in archive.namelist()
        assert "gbm = mkdocs_gbm.cli:main" in entry_points
        assert "gbm = mkdocs_gbm.plugin:GbmPlugin" in entry_points
        assert "Name: mkdocs-gbm\n" in metadata
        assert f"Version: {__version__}\n" in metadata
        assert "License-Expression: MIT\n" in metadata
        assert "Requires-Python: >=3.11\n" in metadata


class TestInstalledWheel:
    def test_is_what_the_fresh_environment_imports(self, installed: Path) -> None:
        told = run(installed / "python", "-c", "import mkdocs_gbm; print(mkdocs_gbm.__file__)", folder=installed)
        assert told.returncode == 0, told.stderr
        assert Path(told.stdout.strip()).is_relative_to(installed.parent)

    def test_tells_its_version(self, installed: Path) -> None:
        for command in ([installed / "gbm"], [installed / "python", "-m", "mkdocs_gbm"]):
            told = run(*command, "--version", folder=installed)
            assert (told.returncode, told.stdout, told.stderr) == (0, f"gbm {__version__}\n", "")

    def test_builds_the_example_site_strictly(self, installed: Path, tmp_path: Path) -> None:
        site = example_site(tmp_path / "example")
        built = run(installed / "python", "-m", "mkdocs", "build", "--strict", folder=site.folder)
        assert built.returncode == 0, built.stdout + built.stderr
        assert site.report["coverage"]["documented"] == 45
        assert "assets/gbm/gbm.css" in site.published
        assert 'class="gbm-coverage"' in site.read("site/architecture-coverage/index.html")

    def test_gates_a_broken_site(self, installed: Path, tmp_path: Path) -> None:
        site = Site(tmp_path)
        site.write("mkdocs.yml", "site_name: Orders\nplugins: [gbm]\n")
        site.write("docs/index.md", "# Home\n")
        built = run(installed / "python", "-m", "mkdocs", "build", "--strict", "-q", folder=site.folder)
        assert built.returncode == 1
        assert built.stderr.count("missing-page") == 7
        assert "Traceback" not in built.stderr

    def test_has_its_types_checked_by_whoever_uses_it(self, installed: Path) -> None:
        (marker,) = installed.parent.glob("**/site-packages/mkdocs_gbm/py.typed")
        assert marker.is_file()


def test_the_command_and_the_module_tell_the_same_version(tmp_path: Path) -> None:
    for command in ([Path(sys.executable).parent / "gbm"], [sys.executable, "-m", "mkdocs_gbm"]):
        told = run(*command, "--version", folder=tmp_path)
        assert (told.returncode, told.stdout) == (0, f"gbm {__version__}\n")


class TestCore:
    """The core serves other generators too: it works where MkDocs is not."""

    WITHOUT_MKDOCS = """
        import sys

        class Blocked:
            def find_spec(self, name, path=None, target=None):
                if name.partition(".")[0] in {"mkdocs", "material", "markdown", "pymdownx", "properdocs"}:
                    raise ImportError(f"{name} is blocked")

        sys.meta_path.insert(0, Blocked())
        """

    def run_without_mkdocs(self, script: str, *arguments: str | Path) -> str:
        told = run(sys.executable, "-c", dedent(self.WITHOUT_MKDOCS) + dedent(script), *arguments)
        assert told.returncode == 0, told.stderr
        return told.stdout

    def test_judges_the_example_where_mkdocs_cannot_be_imported(self) -> None:
        script = """
            from datetime import date
            from pathlib import Path

            from mkdocs_gbm import assess, outline, standard
            from mkdocs_gbm.output import badge, report_json, strings

            folder = Path(sys.argv[1])
            wanted = standard.load("backend_engineer", folder)

            def pages(path):
                return (assess.Page(path, outline.read_markdown((folder / path).read_text(encoding="utf-8"))),)

            component = assess.Component(
                "Orders",
                "",
                {topic.slug: pages(topic.page) for topic in wanted.topics},
                checklist=pages(wanted.checklist.page),
            )
            report = assess.assess(wanted, [component], assess.Settings(date(2026, 11, 22)))
            assert badge.coverage_badge(report, strings.Strings()).svg().startswith("<svg ")
            print(report_json.to_json(report))
            """
        folder = EXAMPLE / ".gobuildme" / "docs" / "technical" / "architecture"
        report = json.loads(self.run_without_mkdocs(script, folder))
        assert report["coverage"] == {"percent": 100.0, "documented": 45, "required": 46, "not_applicable": 1}
        assert {finding["rule"] for finding in report["findings"]} <= {"unsupported-item"}  # links are for the doors

    @pytest.mark.parametrize("room", ["standard", "outline", "assess", "output"])
    def test_imports_every_module_where_mkdocs_cannot_be_imported(self, room: str) -> None:
        modules = sorted(module for module in imports() if module.split(".")[1:2] == [room])
        assert modules
        self.run_without_mkdocs("\n".join(f"import {module}" for module in modules))

    def test_the_blocking_is_real(self) -> None:
        told = run(sys.executable, "-c", f"{dedent(self.WITHOUT_MKDOCS)}\nimport mkdocs_gbm.plugin")
        assert told.returncode == 1
        assert "mkdocs" in told.stderr
        assert "is blocked" in told.stderr


def module_name(file: Path) -> str:
    parts = file.relative_to(REPOSITORY).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported_by(file: Path) -> Iterator[str]:
    """Yield every module that a file imports, wherever the import stands in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            assert node.module
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def imports() -> dict[str, set[str]]:
    """Return which modules of the package import which, and what else they import."""
    files = {module_name(file): file for file in PACKAGE.rglob("*.py")}
    found: dict[str, set[str]] = {}
    for module, file in files.items():
        names = set(imported_by(file))
        own = {name for name in names if name in files}
        found[module] = own | {name.partition(".")[0] for name in names if not name.startswith("mkdocs_gbm")}
    return found


def room_of(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


#: The rooms of the core, each with those that it may import.
ALLOWED = {
    "standard": {"standard"},
    "outline": {"outline"},
    "assess": {"standard", "outline", "assess"},
    "compare": {"standard", "assess", "compare"},
    "project": {"standard", "outline", "assess", "compare", "project"},
    "author": {"standard", "outline", "assess", "project", "author"},
    "adopt": {"standard", "outline", "assess", "project", "author", "adopt"},
    "portfolio": {"assess", "portfolio"},
    "output": {"standard", "outline", "assess", "compare", "adopt", "portfolio", "output"},
    "schema": {"standard", "assess", "output", "schema"},
}
DOORS = ("plugin", "config", "cli", "command", "site", "__main__")
#: What every room may use; `options` and `layout` are the configuration, and know the words of standard and verdict.
SHARED = set(
    "errors keys front_matter files git child boundary clock endless neutral safe_yaml texts yaml_text __init__".split()
)


class TestDirection:
    """Imports run left to right: standard, outline → assess → output → the doors."""

    @pytest.mark.parametrize("room", ALLOWED)
    def test_no_room_imports_one_to_its_right(self, room: str) -> None:
        wrong = [
            f"{module} imports {other}"
            for module, others in imports().items()
            for other in others
            if room_of(module) == room and room_of(other) in (*ALLOWED, *DOORS) and room_of(other) not in ALLOWED[room]
        ]
        assert wrong == []

    def test_what_the_rooms_share_imports_no_room(self) -> None:
        wrong = [
            f"{module} imports {other}"
            for module, others in imports().items()
            for other in others
            if room_of(module) in SHARED and room_of(other) in (*ALLOWED, *DOORS)
        ]
        assert wrong == []

    def test_only_the_mkdocs_door_imports_mkdocs(self) -> None:
        door = {"plugin", "config", "site"}
        names = {"mkdocs", "material", "markdown"}
        assert {
            module for module, others in imports().items() if others & names and room_of(module) not in door
        } == set()

    def test_there_is_no_cycle(self) -> None:
        packages = {module for module in imports() if (PACKAGE.parent / module.replace(".", "/")).is_dir()}
        graph = {
            module: {other for other in others if other.startswith("mkdocs_gbm") and other not in packages}
            for module, others in imports().items()
        }
        assert set(TopologicalSorter(graph).static_order()) >= set(graph)
