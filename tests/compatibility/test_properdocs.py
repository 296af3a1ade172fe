"""ProperDocs, which took MkDocs 1 over: the same site gives the same verdict there."""

from pathlib import Path

from running import generator, run_in
from sites import ARCHITECTURE, whole_example_site, without_section

API = f"{ARCHITECTURE}/patterns/api-design.md"
MADE = ["report.json", "badge.svg", "badge.json", "coverage.svg", "coverage-badge.json"]


def test_the_same_site_gives_the_same_report_and_badges(tmp_path: Path) -> None:
    by_mkdocs, by_properdocs = (whole_example_site(tmp_path / name) for name in ("mkdocs", "properdocs"))
    assert by_mkdocs.build("--strict").exit_code == 0
    (by_properdocs.folder / "mkdocs.yml").rename(by_properdocs.folder / "properdocs.yml")
    outcome = generator("properdocs", "build", "--strict", folder=by_properdocs.folder)
    assert outcome.exit_code == 0, outcome.output
    assert by_properdocs.published == by_mkdocs.published
    for name in MADE:
        assert by_properdocs.read(f"site/gbm/{name}") == by_mkdocs.read(f"site/gbm/{name}")
    coverage = by_properdocs.read("site/architecture-coverage/index.html")
    assert "76 of 76 required sections are written" in coverage

    ran = run_in("check", "--format", "json", folder=by_properdocs.folder)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, by_mkdocs.read("site/gbm/report.json"), "")

    page = by_properdocs.read(API)
    by_properdocs.write(API, without_section(page, "Rate Limiting"))
    outcome = generator("properdocs", "build", "--strict", "-q", "-d", "none", folder=by_properdocs.folder)
    assert outcome.exit_code == 1
    assert "missing-section: the section 'Rate Limiting' is missing" in outcome.output
    assert not (by_properdocs.folder / "none/index.html").exists()
