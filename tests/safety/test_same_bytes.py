"""The same input gives the same bytes, whatever machine it is on."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from running import environment, process, run_in
from sites import REPOSITORY, make_site

from safety.stopping import everything

SAFETY = Path(__file__).resolve().parent
DAY = "1790000000"
A = "technical/architecture"
CONFIG = """
site_name: Bestellungen für Grün
theme: {name: mkdocs}
plugins:
  - search
  - gbm:
      standard: own
      components:
        Örders: technical/architecture
        "S *": services/*/arch
"""
PAGES = {
    f"{A}/patterns/api-design.md": "# API\n\n## Authentication\n\nTöken für jeden, zehn Minuten gültig.\n\n"
    "## Caching\n\nNot applicable until 2026-12-01: eine Instanz.\n\n## Rate Limiting\n\nTBD\n\n## Fehler\n\nRFC 9.\n",
    f"{A}/checklist.md": "# C\n\n- [x] **API Design Documented**: ja\n- [ ] **Über**\n",
    f"{A}/größe.md": "# Größe\n\n## Partitioning\n\nMonate.\n\n## Indexes\n\nAuf Kunde.\n",
    "services/a/arch/patterns/database.md": "# D\n\n## Indexes\n\nTODO\n",
    "services/b/arch/x.md": "# D\n",
    "services/c/arch/x.md": "---\ngbm: {topic: security}\nowner: [Zoë, b]\n---\n# D\n",
}


def project(folder: Path, *, windows: bool) -> Path:
    make_site(folder, config=CONFIG, pages=PAGES)
    shutil.copytree(REPOSITORY / "templates/backend_engineer", folder / "own")
    if windows:
        for file in (*folder.rglob("*.md"), folder / "mkdocs.yml"):
            file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    return folder


def test_everything_is_the_same_on_two_machines_that_have_nothing_in_common(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "a folder/as deep as they come"
    one = project(here / "orders", windows=False)
    other = project(there / "checkout", windows=True)
    machines: list[tuple[Path, dict[str, str], list[str]]] = [
        (one, {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"}, []),
        (other, {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}, [str(SAFETY / "shuffled")]),
    ]
    running = []
    for site, variables, first in machines:
        path = os.pathsep.join([*first, str(REPOSITORY)])
        env = environment(**variables, SOURCE_DATE_EPOCH=DAY, PYTHONPATH=path)
        command = [sys.executable, str(SAFETY / "everything.py"), str(site), str(site.parent / "made")]
        running.append(subprocess.Popen(command, cwd=site, env=env, stderr=subprocess.PIPE))
    assert [each.communicate()[1] for each in running] == [b"", b""]
    made, again = everything(here / "made"), everything(there / "made")
    assert len(made) > 60
    assert made.keys() == again.keys()
    lines = again.pop("diff")  # in the ends that the page has
    assert lines is not None
    assert lines.replace(b"\r\n", b"\n") == made.pop("diff")
    assert [path for path in made if made[path] != again[path]] == []


@pytest.mark.parametrize(("day", "rules"), [("2026-11-30", 0), ("2026-12-02", 1)])
def test_the_day_is_the_one_that_source_date_epoch_says(tmp_path: Path, day: str, rules: int) -> None:
    page = PAGES[f"{A}/patterns/api-design.md"]
    site = make_site(tmp_path, pages={f"{A}/patterns/api-design.md": page})
    seconds = subprocess.run(["date", "-ud", day, "+%s"], capture_output=True, text=True, check=True).stdout.strip()
    told = run_in("check", folder=site.folder, SOURCE_DATE_EPOCH=seconds)
    assert told.stdout.count(": expired-waiver: ") == rules
    run_in("new", "security", folder=site.folder, SOURCE_DATE_EPOCH=seconds)
    assert f"Started: {day}." in site.read(f"docs/{A}/patterns/security.md")


def test_a_day_that_is_none_is_one_line(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    ran = run_in("check", folder=site.folder, SOURCE_DATE_EPOCH="soon")
    assert (ran.returncode, ran.stdout) == (2, "")
    problem = "'soon' is no number of seconds since 1970; set it to one, or unset it"
    assert ran.stderr == f"gbm: SOURCE_DATE_EPOCH: {problem}\n"


def test_names_and_words_are_utf_8_where_the_locale_is_another(tmp_path: Path) -> None:
    site = make_site(tmp_path, config=CONFIG.replace("standard: own", "min_words: 5"), pages=PAGES)
    plain = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}
    ran = process("check", "--format", "markdown", folder=site.folder, **plain)
    assert "größe.md" in ran.stdout
    assert ran.stdout == run_in("check", "--format", "markdown", folder=site.folder).stdout
