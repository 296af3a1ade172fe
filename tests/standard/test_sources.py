"""Where a standard comes from: the note of the persona, packages, folders, and a project's own partial."""

from pathlib import Path

import pytest

from mkdocs_gbm import standard
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.standard import Chosen, load_folder
from mkdocs_gbm.standard.source import Source

PARTIAL = """\
# Backend

### API Architecture

- **Error handling**: What a client is told

### Checklist

- [ ] **Error Handling**: Standard error patterns documented
- [ ] **Monitoring**: What is watched
"""


@pytest.mark.parametrize(
    ("note", "chosen"),
    [
        ("default_persona: backend_engineer\n", Chosen.PERSONA),
        ("default_persona: ''\n", Chosen.DEFAULT),
        ("default_persona:\n", Chosen.DEFAULT),
        ("- backend_engineer\n", Chosen.DEFAULT),
    ],
)
def test_the_note_of_the_persona_says_who_chose(note: str, chosen: Chosen, tmp_path: Path) -> None:
    file = tmp_path / ".gobuildme/config/personas.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(note, encoding="utf-8")
    origin = standard.load(None, tmp_path).origin
    assert origin
    assert (origin.source, origin.chosen) == ("bundled", chosen)


def test_evidence_is_spelled_as_the_projects_own_partial_spells_its_sections(tmp_path: Path) -> None:
    file = tmp_path / ".gobuildme/templates/personas/partials/backend_engineer/architecture.md"
    file.parent.mkdir(parents=True)
    for heading, evidence in (("Error handling", ["api-design#Error handling"]), ("Caching", [])):
        file.write_text(PARTIAL.replace("**Error handling**", f"**{heading}**"), encoding="utf-8")
        checklist = standard.load(None, tmp_path).checklist
        assert checklist
        assert [str(each) for each in checklist.items[0].evidence] == evidence


def test_a_package_that_names_no_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "orders_docs-1.0.dist-info").mkdir()
    info = tmp_path / "orders_docs-1.0.dist-info"
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: orders-docs\nVersion: 1.0\n", encoding="utf-8")
    points = "[mkdocs_gbm.standards]\nlost = orders_docs_lost:FOLDER\n"
    (info / "entry_points.txt").write_text(points, encoding="utf-8")
    (tmp_path / "orders_docs_lost.py").write_text("FOLDER = 'nowhere/at/all'\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(
        ConfigurationError, match=r"^plugins: gbm: standard: package:lost: 'orders_docs_lost:FOLDER' is no folder"
    ):
        standard.load("package:lost", tmp_path)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"gone: no such folder; name a folder of page templates$"):
        load_folder(tmp_path / "gone")


def test_a_source_of_nothing_is_told() -> None:
    with pytest.raises(ConfigurationError, match=r"^own: no such standard; name a folder of page templates$"):
        standard.read(Source("own", "own", Chosen.CONFIGURED))
