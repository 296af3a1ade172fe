"""Repositories laid out as GoBuildMe lays them out: one project, modules under one roof, several repositories."""

import json
import subprocess
from pathlib import Path
from typing import Any

from running import run_in
from sites import ARCHITECTURE, Site, written_page, written_pages

from mkdocs_gbm.standard import Standard

SINGLE = """
site_name: Orders
docs_dir: .gobuildme/docs
plugins: [gbm]
"""
MODULES = """
site_name: Shop
docs_dir: .gobuildme/docs
plugins:
  - gbm:
      components:
        Platform: technical/architecture
        "*": {dir: ../../services/*/.gobuildme/docs/technical/architecture, inherit: Platform}
"""
WORKSPACE = """
site_name: Shop
plugins:
  - gbm: {components: ../*/.gobuildme/docs/technical/architecture}
"""


def project(folder: Path, config: str | None = None) -> Site:
    site = Site(folder)
    if config:
        site.write("mkdocs.yml", config)
    return site


def write_whole(site: Site, standard: Standard, where: str = "") -> None:
    for path, page in written_pages(standard, f"{where}{ARCHITECTURE}").items():
        site.write(path, page)


def modules(site: Site, standard: Standard) -> Site:
    """Write the architecture of a repository, and two modules of which one has a page for the API alone."""
    write_whole(site, standard)
    write_whole(site, standard, "services/orders/")
    api = standard.topic("api-design")
    assert api
    site.write(f"services/parcels/{ARCHITECTURE}/{api.page}", written_page(api))
    return site


def checked(site: Site) -> dict[str, Any]:
    ran = run_in("check", "--format", "json", folder=site.folder)
    assert ran.stderr == ""
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def names(report: dict[str, Any]) -> list[str]:
    return [each["name"] for each in report["components"]]


def inherited(report: dict[str, Any], name: str) -> set[str | None]:
    component = next(each for each in report["components"] if each["name"] == name)
    return {section["inherited_from"] for topic in component["topics"] for section in topic["sections"]}


class TestOneProject:
    def test_needs_no_option(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = project(tmp_path, SINGLE)
        write_whole(site, backend_engineer)
        site.write(".gobuildme/docs/index.md", "# Orders\n")
        assert site.build("--strict").exit_code == 0
        assert names(site.report) == ["Orders"]
        assert checked(site) == site.report

    def test_needs_no_configuration_at_all(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = project(tmp_path / "orders")
        write_whole(site, backend_engineer)
        assert names(checked(site)) == ["orders"]


class TestModules:
    def test_take_what_they_lack_from_the_root(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = modules(project(tmp_path, MODULES), backend_engineer)
        site.write(".gobuildme/docs/index.md", "# Shop\n")
        assert site.build("--strict").exit_code == 0
        assert names(site.report) == ["Platform", "orders", "parcels"]
        assert inherited(site.report, "orders") == {None}
        assert inherited(site.report, "parcels") == {None, "Platform"}
        assert "services/parcels/technical/architecture/patterns/api-design/index.html" in site.published
        assert checked(site) == site.report

    def test_need_no_configuration_at_all(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = modules(project(tmp_path / "shop"), backend_engineer)
        report = checked(site)
        assert names(report) == ["shop", "orders", "parcels"]
        assert inherited(report, "parcels") == {None, "shop"}
        ran = run_in("build", "--strict", folder=site.folder)
        assert ran.returncode == 0, ran.stderr
        assert site.report["components"] == report["components"]

    def test_of_one_name_are_told_apart(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = project(tmp_path / "shop")
        for where in ("orders/api/", "parcels/api/"):
            write_whole(site, backend_engineer, where)
        site.write(f"{ARCHITECTURE}/overview.md", "# Overview\n")
        assert names(checked(site)) == ["shop", "orders-api", "parcels-api"]


class TestWorkspace:
    def test_has_a_component_for_each_repository(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = project(tmp_path, WORKSPACE)
        site.write("docs/index.md", "# Shop\n")
        for name in ("orders", "parcels"):
            write_whole(site, backend_engineer, f"{name}/")
            commit(site.folder / name)
        assert site.build("--strict").exit_code == 0
        assert names(site.report) == ["orders", "parcels"]
        assert checked(site) == site.report

    def test_is_adopted_with_the_same_line(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = project(tmp_path / "shop")
        for name in ("orders", "parcels"):
            write_whole(site, backend_engineer, f"{name}/")
        assert run_in("adopt", "--write", folder=site.folder).returncode == 0
        assert "      components: ../*/.gobuildme/docs/technical/architecture\n" in site.read("mkdocs.yml")
        assert names(checked(site)) == ["orders", "parcels"]

    def test_tells_when_a_page_of_each_repository_changed(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = project(tmp_path, WORKSPACE)
        site.write("docs/index.md", "# Shop\n")
        for name in ("orders", "parcels"):
            write_whole(site, backend_engineer, f"{name}/")
            commit(site.folder / name)
        site.build()
        for name in ("orders", "parcels"):
            assert "2024-05-17" in site.read(f"site/{name}/technical/architecture/patterns/api-design/index.html")


def commit(folder: Path) -> None:
    """Make a folder a repository in which everything is committed."""
    day = "2024-05-17T12:00:00Z"
    settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "-q"], ["add", "-A"], [*settings, "commit", "-q", "-m", "All", "--date", day]):
        subprocess.run(
            ["git", "-C", str(folder), *arguments],
            check=True,
            env={"PATH": "/usr/bin:/bin:/usr/local/bin", "GIT_COMMITTER_DATE": day, "HOME": str(folder)},
        )
