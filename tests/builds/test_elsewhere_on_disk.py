"""Architecture pages that are not in `docs_dir`: beside it, or brought by other plugins."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from running import config, gbm
from selectolax.lexbor import LexborHTMLParser
from sites import Site, make_site, written_page, written_pages

from mkdocs_gbm.standard import Standard

BESIDE = """
site_name: Orders
repo_url: https://github.com/example/orders
edit_uri: edit/main/docs/
theme: {name: mkdocs}
plugins:
  - gbm:
      architecture_dir: ../.gobuildme/docs/technical/architecture
"""
LOUD = "validation: {links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}}\n"
FOLDER = ".gobuildme/docs/technical/architecture"
PIXEL = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'


def beside(folder: Path, standard: Standard, text: str = BESIDE) -> Site:
    """Make a site in `docs/` whose architecture is in `.gobuildme/`, with an image and links in it."""
    site = make_site(folder, config=text)
    for path, page in written_pages(standard, FOLDER).items():
        site.write(path, page)
    api = f"{FOLDER}/patterns/api-design.md"
    more = "\n![The calls](../images/calls.svg)\n\nSee [the tables](database.md#indexing-strategy).\n"
    site.write(api, site.read(api).replace("\n## ", f"{more}\n## ", 1))
    site.write(f"{FOLDER}/images/calls.svg", PIXEL)
    return site


def command(site: Site) -> dict[str, object]:
    found: dict[str, object] = json.loads(gbm("check", *config(site), "--format", "json")[1])
    return found


class TestBesideDocsDir:
    def test_pages_and_images_are_on_the_site(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = beside(tmp_path, backend_engineer)
        built = site.build("--strict")
        assert built.exit_code == 0, built.output
        assert "technical/architecture/patterns/api-design/index.html" in site.published
        assert "technical/architecture/images/calls.svg" in site.published
        page = LexborHTMLParser(site.read("site/technical/architecture/patterns/api-design/index.html"))
        assert page.css_matches('img[src="../../images/calls.svg"]')
        assert page.css_matches('a[href^="../database/#"]')

    def test_links_between_the_folders_mean_files_as_they_lie_on_the_disk(
        self, tmp_path: Path, backend_engineer: Standard
    ) -> None:
        site = beside(tmp_path, backend_engineer, BESIDE + LOUD)
        site.write("docs/plan [1].svg", PIXEL)
        site.write("docs/team.md", "# Team\n\n## Who decides\n\nThe three of Orders decide, in the open, by Friday.\n")
        links = (
            f"See [the API](../{FOLDER}/patterns/api-design.md#caching), [again][api] and `../{FOLDER}/checklist.md`.",
            f"![The calls](../{FOLDER}/images/calls.svg) and [the site's own](technical/architecture/checklist.md).",
            f"[api]: ../{FOLDER}/patterns/api-design.md?plain=1 'The API'",
        )
        site.write("docs/index.md", "# Home\n\n" + "\n\n".join(links) + "\n")
        security = f"{FOLDER}/patterns/security.md"
        up = "../../../../../docs"
        site.write(security, f"{site.read(security)}\n![Plan](<{up}/plan [1].svg>) [Home]({up}/index.md#home)\n")
        checklist = f"{FOLDER}/checklist.md"
        text = site.read(checklist)
        deployment = next(line for line in text.splitlines() if "**Deployment**" in line)
        there = "../../../../docs/team.md#who-decides"
        site.write(checklist, text.replace(deployment, f"- [x] **Deployment**: [they decide]({there})"))
        built = site.build("--strict")
        assert built.exit_code == 0, built.output
        home = LexborHTMLParser(site.read("site/index.html"))
        assert home.css_matches('.col-md-9 a[href="technical/architecture/patterns/api-design/#caching"]')
        assert home.css_matches('a[href="technical/architecture/patterns/api-design/?plain=1"][title="The API"]')
        assert home.css_matches('img[src="technical/architecture/images/calls.svg"]')
        assert f"<code>../{FOLDER}/checklist.md</code>" in site.read("site/index.html")
        page = LexborHTMLParser(site.read("site/technical/architecture/patterns/security/index.html"))
        assert page.css_matches('img[src="../../../../plan%20%5B1%5D.svg"]')
        assert page.css_matches('a[href="../../../../#home"]')
        items = {item["name"]: item["state"] for item in site.report["components"][0]["items"]}
        assert items["Deployment"] == "done"
        assert command(site) == site.report
        site.write("docs/index.md", f"# Home\n\n[Nothing](../{FOLDER}/patterns/nothing.md)\n")
        assert "a link '../.gobuildme/docs/technical/architecture/patterns/nothing.md'" in site.build("--strict").output

    def test_is_judged_under_its_own_path_by_build_and_command(
        self, tmp_path: Path, backend_engineer: Standard
    ) -> None:
        site = beside(tmp_path, backend_engineer)
        (site.folder / FOLDER / "patterns/security.md").unlink()
        site.build()
        assert site.report["components"][0]["directory"] == FOLDER
        assert [finding["path"] for finding in site.report["findings"] if finding["topic"]] == [
            f"{FOLDER}/patterns/security.md"
        ]
        assert command(site) == site.report

    def test_a_page_that_is_not_plain_goes_through_the_pipeline(
        self, tmp_path: Path, backend_engineer: Standard
    ) -> None:
        site = beside(tmp_path, backend_engineer)
        page = f"{FOLDER}/patterns/services.md"
        site.write(page, f"{site.read(page)}\n<details><summary>More</summary><p>Of it.</p></details>\n")
        site.build()
        assert command(site) == site.report

    def test_the_exact_gear_gives_the_same_report(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = beside(tmp_path, backend_engineer, f"{BESIDE}hooks: [nothing.py]\n")
        site.write("nothing.py", "def on_page_markdown(markdown, **_):\n    return markdown\n")
        site.build()
        assert command(site) == site.report

    @pytest.mark.parametrize(
        "edit",
        [
            "repo_url: https://github.com/example/orders\nedit_uri: edit/main/docs/",
            "edit_uri_template: https://github.com/example/orders/edit/main/docs/{path}",
        ],
    )
    def test_edit_links_lead_to_the_file(self, tmp_path: Path, backend_engineer: Standard, edit: str) -> None:
        lines = BESIDE.replace("repo_url: https://github.com/example/orders\nedit_uri: edit/main/docs/", edit)
        site = beside(tmp_path, backend_engineer, lines.replace("{name: mkdocs}", "{name: readthedocs}"))
        (site.folder / FOLDER / "patterns/security.md").unlink()
        site.build()
        address = f"https://github.com/example/orders/edit/main/{FOLDER}/patterns/api-design.md"
        assert address in site.read("site/technical/architecture/patterns/api-design/index.html")
        made = f"https://github.com/example/orders/new/main/{FOLDER}/patterns?filename=security.md"
        assert made in site.read("site/architecture-coverage/index.html")

    def test_may_be_a_link_to_another_folder_of_the_project(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = beside(tmp_path, backend_engineer)
        (site.folder / "real").mkdir()
        (site.folder / FOLDER).rename(site.folder / "real/architecture")
        (site.folder / FOLDER).symlink_to("../../../real/architecture", target_is_directory=True)
        assert site.build("--strict").exit_code == 0
        assert command(site) == site.report

    def test_a_link_out_of_the_project_is_refused(
        self, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, backend_engineer: Standard
    ) -> None:
        site = beside(tmp_path, backend_engineer)
        other = tmp_path_factory.mktemp("other")
        (site.folder / FOLDER).rename(other / "architecture")
        (site.folder / FOLDER).symlink_to(other / "architecture", target_is_directory=True)
        told = (
            f"plugins: gbm: architecture_dir: '../{FOLDER}' leads out of the project; "
            "name a folder below that of mkdocs.yml, relative to docs_dir"
        )
        assert told in site.build().output
        assert gbm("check", *config(site)) == (2, "", f"gbm: {site.folder}/mkdocs.yml: {told}\n")

    def test_a_page_at_the_same_place_is_an_error(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = beside(tmp_path, backend_engineer)
        site.write("docs/technical/architecture/patterns/api-design.md", "# API\n")
        told = (
            "technical/architecture/patterns/api-design.md: is in docs_dir, and "
            f"../{FOLDER}/patterns/api-design.md beside it would have the same place on the site; move one of them"
        )
        built = site.build()
        assert built.exit_code == 1
        assert told in built.output
        assert gbm("check", *config(site)) == (2, "", f"gbm: {told}\n")

    def test_what_the_site_leaves_out_is_left_out(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = beside(
            tmp_path, backend_engineer, f"{BESIDE}exclude_docs: /technical/architecture/patterns/services.md\n"
        )
        site.build()
        assert "technical/architecture/patterns/services/index.html" not in site.published
        assert site.report["findings"][0]["rule"] == "missing-page"
        assert command(site) == site.report

    def test_new_and_fix_write_where_the_pages_are(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = beside(tmp_path, backend_engineer)
        (site.folder / FOLDER / "patterns/security.md").unlink()
        assert gbm("new", "security", *config(site))[0] == 0
        assert (site.folder / FOLDER / "patterns/security.md").is_file()
        api = backend_engineer.topic("api-design")
        assert api
        site.write(f"{FOLDER}/patterns/api-design.md", written_page(api, without=["Caching"]))
        assert gbm("fix", *config(site))[0] == 0
        assert "## Caching" in site.read(f"{FOLDER}/patterns/api-design.md")


GEN_FILES = """
site_name: Orders
theme: {name: mkdocs}
plugins:
  - gbm
  - gen-files: {scripts: [gen.py]}
"""
GEN = """
import mkdocs_gen_files

for path, text in {pages!r}.items():
    with mkdocs_gen_files.open(path, "w") as file:
        file.write(text)
"""


def test_pages_that_a_plugin_generates_are_judged(tmp_path: Path, backend_engineer: Standard) -> None:
    site = make_site(tmp_path, config=GEN_FILES)
    site.write("gen.py", GEN.format(pages=written_pages(backend_engineer)))
    assert site.build("--strict").exit_code == 0
    assert site.report["coverage"]["percent"] == 100
    assert site.report["components"][0]["topics"][0]["pages"] == ["docs/technical/architecture/patterns/api-design.md"]
    assert command(site) == site.report


MONOREPO = """
site_name: Shop
theme: {name: mkdocs}
nav:
  - index.md
  - Orders: '!include ./services/orders/mkdocs.yml'
  - Parcels: '!include ./services/parcels/mkdocs.yml'
plugins:
%s
"""


class TestMonorepoPlugin:
    @pytest.mark.parametrize("gbm_first", [True, False])
    def test_components_are_judged_under_their_own_paths(
        self,
        tmp_path: Path,
        backend_engineer: Standard,
        gbm_first: bool,  # noqa: FBT001 - a parameter of pytest
    ) -> None:
        lines = ["  - gbm: {components: '*/architecture'}", "  - monorepo"]
        site = make_site(tmp_path, config=MONOREPO % "\n".join(lines if gbm_first else lines[::-1]))
        for name in ("orders", "parcels"):
            site.write(f"services/{name}/mkdocs.yml", f"site_name: {name}\nnav: [index.md]\n")
            site.write(f"services/{name}/docs/index.md", f"# {name}\n")
            for path, page in written_pages(backend_engineer, f"services/{name}/docs/architecture").items():
                site.write(path, page)
        (site.folder / "services/parcels/docs/architecture/patterns/database.md").unlink()
        # In a process of its own: the monorepo plugin leaves a temporary folder for the collector to warn of.
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=site.folder, check=True)
        report = site.report
        assert [(each["name"], each["directory"]) for each in report["components"]] == [
            ("orders", "services/orders/docs/architecture"),
            ("parcels", "services/parcels/docs/architecture"),
        ]
        assert report["components"][0]["coverage"]["percent"] == 100
        assert {finding["path"] for finding in report["findings"] if finding["topic"]} == {
            "services/parcels/docs/architecture/patterns/database.md"
        }
        api = next(each for each in report["components"][0]["topics"] if each["slug"] == "api-design")
        assert api["pages"] == ["services/orders/docs/architecture/patterns/api-design.md"]
        assert command(site) == report
