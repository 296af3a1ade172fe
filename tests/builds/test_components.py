"""Several components on one site: each with its pages, its checklist, its waivers, its badges; and their sum."""

import json
from pathlib import Path
from typing import Any

import pytest
from running import config, gbm
from selectolax.lexbor import LexborHTMLParser
from sites import Site, make_site, written_page, written_pages

from mkdocs_gbm.standard import Standard

CONFIG = """
site_name: Shop
theme: {{name: mkdocs}}
plugins:
  - gbm:
{options}
"""
TWO = """
components:
  Orders: services/orders/architecture
  Parcels: services/parcels/architecture
"""


def configured(options: str, *more: str) -> str:
    lines = "\n".join(f"      {line}" for line in options.strip("\n").split("\n"))
    return CONFIG.format(options=lines) + "\n".join(more)


def two(folder: Path, standard: Standard, options: str = TWO, **more: str) -> Site:
    """Make a site of two components: one written whole, one that lacks a page and a section."""
    pages = written_pages(standard, "services/orders/architecture")
    pages |= written_pages(standard, "services/parcels/architecture")
    del pages["services/parcels/architecture/patterns/database.md"]
    api = standard.topic("api-design")
    assert api
    pages["services/parcels/architecture/patterns/api-design.md"] = written_page(api, without=["Caching"])
    return make_site(folder, config=configured(options), pages={**pages, **more})


def checked(site: Site) -> dict[str, Any]:
    """Return the report of the command."""
    _, out, err = gbm("check", *config(site), "--format", "json")
    assert err == ""
    found: dict[str, Any] = json.loads(out)
    return found


def component(report: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in report["components"] if each["name"] == name)
    return found


def sections(report: dict[str, Any], name: str, topic: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = next(
        each["sections"] for each in component(report, name)["topics"] if each["slug"] == topic
    )
    return found


class TestSeveral:
    def test_each_is_judged_and_the_site_is_their_sum(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = two(tmp_path, backend_engineer)
        assert site.build().exit_code == 0
        report = site.report
        orders, parcels = component(report, "Orders"), component(report, "Parcels")
        database = backend_engineer.topic("database")
        assert database
        assert orders["coverage"]["percent"] == 100
        assert parcels["coverage"]["documented"] == orders["coverage"]["documented"] - len(database.sections) - 1
        assert report["coverage"]["required"] == 2 * orders["coverage"]["required"]
        assert report["coverage"]["documented"] == sum(each["coverage"]["documented"] for each in report["components"])
        assert report["checklist"]["total"] == 2 * orders["checklist"]["total"]
        assert {finding["component"] for finding in report["findings"]} == {"Parcels"}
        assert parcels["directory"] == "docs/services/parcels/architecture"

    def test_the_command_gives_the_report_of_the_build(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = two(tmp_path, backend_engineer)
        site.build()
        assert checked(site) == site.report

    def test_a_strict_build_tells_which_page_is_whose(self, tmp_path: Path, backend_engineer: Standard) -> None:
        built = two(tmp_path, backend_engineer).build("--strict")
        assert built.exit_code == 1
        assert max(built.findings).startswith(
            "docs/services/parcels/architecture/patterns/database.md: missing-page: the topic 'Database Architecture'"
        )

    def test_a_dirty_build_judges_all(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = two(tmp_path, backend_engineer)
        site.build()
        whole = site.report
        assert site.build("--dirty").exit_code == 0
        assert site.report == whole

    def test_the_baseline_knows_whose_gaps_it_excuses(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = two(tmp_path, backend_engineer)
        assert gbm("baseline", *config(site))[0] == 0
        assert "component: Parcels" in site.read("gbm-baseline.yml")
        assert site.build("--strict").exit_code == 0
        assert checked(site) == site.report

    def test_what_is_wrong_in_one_is_no_matter_of_the_other(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = two(tmp_path, backend_engineer)
        page = "docs/services/orders/architecture/patterns/security.md"
        site.write(page, "# Security Architecture\n")
        site.build()
        told = {(finding["component"], finding["topic"]) for finding in site.report["findings"]}
        assert told == {("Orders", "security"), ("Parcels", "database"), ("Parcels", "api-design")}


class TestGlobs:
    @pytest.mark.parametrize(
        ("options", "names"),
        [
            ("components: services/*/architecture", ["orders", "parcels"]),
            ("components: [services/*/architecture]", ["orders", "parcels"]),
            ("components: {'The * service': services/*/architecture}", ["The orders service", "The parcels service"]),
            (
                "components: {Shipping: services/parcels/architecture, '*': services/*/architecture}",
                ["Shipping", "orders"],
            ),
            ("components: [services/orders/architecture]", ["orders"]),
        ],
    )
    def test_name_the_components_that_they_find(
        self, tmp_path: Path, backend_engineer: Standard, options: str, names: list[str]
    ) -> None:
        site = two(tmp_path, backend_engineer, options)
        assert site.build().exit_code == 0
        assert [each["name"] for each in site.report["components"]] == names
        assert checked(site) == site.report

    @pytest.mark.parametrize(
        ("options", "told"),
        [
            (
                "components: service/*/architecture",
                (
                    "plugins: gbm: components: no folder matches 'service/*/architecture'; "
                    "paths are relative to docs_dir; "
                    "a component's pages must be in the folder"
                ),
            ),
            (
                "components: {All: services, Orders: services/orders/architecture}",
                (
                    "plugins: gbm: components: the folder of 'Orders' (services/orders/architecture) "
                    "lies in that of 'All' "
                    "(services); give each component a folder of its own"
                ),
            ),
            (
                "components: {A: {dir: services/orders, inherit: B}, B: {dir: services/parcels, inherit: A}}",
                "plugins: gbm: components: A: inherit: leads in a circle (A → B → A); take one out",
            ),
            (
                "components: {A: {dir: services/orders, inherit: C}, Parcels: services/parcels}",
                "plugins: gbm: components: A: inherit: there is no component 'C'; use one of: A, Parcels",
            ),
            (
                "components: {A: {dir: services/orders, not_applicable: {data-flo: it stores nothing}}}",
                (
                    "plugins: gbm: components: A: not_applicable: 'data-flo' is no topic of this standard; "
                    "did you mean 'data-flow'?"
                ),
            ),
            (
                "components: {A: {dir: services/orders, pages: {datbase: x.md}}}",
                "plugins: gbm: components: A: pages: 'datbase' is no topic of this standard; did you mean 'database'?",
            ),
            (
                "components: {A: ../../elsewhere}",
                (
                    "plugins: gbm: components: A: '../../elsewhere' leads out of the project; "
                    "name a folder below that of mkdocs.yml, relative to docs_dir"
                ),
            ),
            (
                "components: {A: ..}",
                "plugins: gbm: components: A: '..' holds docs_dir; name the architecture's own folder",
            ),
        ],
    )
    def test_a_mistake_is_one_line(self, tmp_path: Path, backend_engineer: Standard, options: str, told: str) -> None:
        site = two(tmp_path, backend_engineer, options)
        built = site.build()
        assert built.exit_code == 1
        assert told in built.output
        assert gbm("check", *config(site)) == (2, "", f"gbm: {site.folder}/mkdocs.yml: {told}\n")


OWN = """
components:
  Orders: services/orders/architecture
  Parcels:
    dir: services/parcels/architecture
    pages: {database: [storage.md]}
    aliases: {api-design: {Caching: Kept answers}}
    severity: {missing-section: info}
    not_applicable: {data-flow: parcels are looked up and never processed}
"""


class TestOptionsOfTheirOwn:
    def test_hold_for_one_and_not_for_the_other(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = two(tmp_path, backend_engineer, OWN)
        folder = "docs/services/parcels/architecture"
        database = backend_engineer.topic("database")
        assert database
        site.write(f"{folder}/storage.md", written_page(database, without=["Backup and Recovery"]))
        api = site.read(f"{folder}/patterns/api-design.md")
        site.write(f"{folder}/patterns/api-design.md", f"{api}\n## Kept answers\n\nReads are kept for 60 s in Redis.\n")
        (site.folder / folder / "patterns/data-flow.md").unlink()
        other = "docs/services/orders/architecture/patterns/api-design.md"
        site.write(other, site.read(other).replace("## Caching\n", "## Kept answers\n"))
        assert site.build().exit_code == 0
        assert checked(site) == site.report
        caching = next(each for each in sections(site.report, "Parcels", "api-design") if each["name"] == "Caching")
        assert (caching["match"], caching["heading"]) == ("alias", "Kept answers")
        flow = sections(site.report, "Parcels", "data-flow")
        assert {(each["status"], each["reason"]) for each in flow} == {
            ("not-applicable", "parcels are looked up and never processed")
        }
        weighed = {(each["component"], each["rule"]): each["severity"] for each in site.report["findings"]}
        assert weighed["Parcels", "missing-section"] == "info"
        assert weighed["Orders", "missing-section"] == "warn"

    def test_are_told_on_the_coverage_page(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = two(tmp_path, backend_engineer, OWN)
        site.build()
        page = LexborHTMLParser(site.read("site/architecture-coverage/index.html"))
        text = page.body.text(separator=" ") if page.body else ""
        assert "Parcels: missing-section" in text
        assert "parcels are looked up and never processed" in text

    def test_a_topic_may_be_waived_on_a_site_of_one(self, tmp_path: Path, backend_engineer: Standard) -> None:
        pages = written_pages(backend_engineer)
        del pages["technical/architecture/patterns/data-flow.md"]
        options = "not_applicable: {data-flow: 'a library holds no data', checklist: we have another}"
        site = make_site(tmp_path, config=configured(options), pages=pages)
        assert site.build("--strict").exit_code == 0
        assert checked(site) == site.report
        flow = backend_engineer.topic("data-flow")
        assert flow
        assert site.report["coverage"]["not_applicable"] == len(flow.sections)
        assert {item["state"] for item in site.report["components"][0]["items"]} == {"not-applicable"}

    def test_a_waiver_whose_day_is_past_is_one_finding(self, tmp_path: Path, backend_engineer: Standard) -> None:
        pages = written_pages(backend_engineer)
        del pages["technical/architecture/patterns/data-flow.md"]
        options = "not_applicable: {data-flow: 'until 2020-01-31: nothing is processed yet'}"
        site = make_site(tmp_path, config=configured(options), pages=pages)
        found = [line for line in site.build().findings if "data-flow" in line and "checklist" not in line]
        page = "docs/technical/architecture/patterns/data-flow.md"
        message = "the topic 'Data Flow and Processing' was not applicable until 2020-01-31"
        remedy = "write its sections or give a later date under 'not_applicable: data-flow:'"
        assert [line.split("; and un-tick")[0] for line in found] == [f"{page}: expired-waiver: {message}; {remedy}"]


INHERITING = """
components:
  Platform: platform
  Orders: {dir: orders, inherit: Platform}
"""


def inheriting(folder: Path, standard: Standard, options: str = INHERITING) -> Site:
    """Make a site on which Orders has a page for the API alone, and it lacks caching."""
    pages = written_pages(standard, "platform")
    api = standard.topic("api-design")
    assert api
    pages["orders/patterns/api-design.md"] = written_page(api, without=["Caching"])
    return make_site(folder, config=configured(options), pages=pages)


class TestInheritance:
    def test_what_a_component_lacks_is_taken_from_the_other(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = inheriting(tmp_path, backend_engineer)
        assert site.build("--strict").exit_code == 0
        assert checked(site) == site.report
        orders = component(site.report, "Orders")
        assert orders["coverage"]["percent"] == 100
        caching = next(each for each in sections(site.report, "Orders", "api-design") if each["name"] == "Caching")
        assert caching["status"] == "documented"
        assert caching["match"] == "reference"
        assert caching["inherited_from"] == "Platform"
        assert caching["page"] == "docs/platform/patterns/api-design.md"
        assert caching["anchor"] == "caching"
        own = next(each for each in sections(site.report, "Orders", "api-design") if each["name"] == "Rate Limiting")
        assert (own["inherited_from"], own["page"]) == (None, "docs/orders/patterns/api-design.md")
        assert {item["state"] for item in orders["items"]} == {"done"}
        assert {item["inherited_from"] for item in orders["items"]} == {"Platform"}

    def test_what_was_begun_is_to_be_finished(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = inheriting(tmp_path, backend_engineer)
        page = "docs/orders/patterns/api-design.md"
        site.write(page, f"{site.read(page)}\n## Caching\n\nTODO\n")
        built = site.build("--strict")
        assert built.rules == ["placeholder-section", "open-item"]
        assert checked(site)["findings"][0]["component"] == "Orders"

    def test_what_neither_has_is_missing_once(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = inheriting(tmp_path, backend_engineer)
        database = backend_engineer.topic("database")
        assert database
        lacking = [section.name for section in database.sections][:2]
        site.write("docs/platform/patterns/database.md", written_page(database, without=lacking))
        site.build()
        assert checked(site) == site.report
        mine = [each for each in site.report["findings"] if each["component"] == "Orders" and each["topic"]]
        assert [(each["rule"], each["topic"]) for each in mine] == [("missing-page", "database")]
        assert (
            f"so 2 of its {len(database.sections)} required sections, which are not inherited, are missing"
            in (mine[0]["message"])
        )

    def test_goes_on_through_several(self, tmp_path: Path, backend_engineer: Standard) -> None:
        options = """
        components:
          Cart: {dir: cart, inherit: Orders}
          Orders: {dir: orders, inherit: Platform}
          Platform: platform
        """
        site = inheriting(tmp_path, backend_engineer, options.replace("\n        ", "\n"))
        assert site.build("--strict").exit_code == 0
        assert [each["name"] for each in site.report["components"]] == ["Cart", "Orders", "Platform"]
        told = {each["name"]: each["inherited_from"] for each in sections(site.report, "Cart", "api-design")}
        assert (told["Caching"], told["Rate Limiting"]) == ("Platform", "Orders")

    def test_is_shown_on_the_coverage_page(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = inheriting(tmp_path, backend_engineer)
        site.build()
        page = LexborHTMLParser(site.read("site/architecture-coverage/index.html"))
        cell = next(each for each in page.css("#gbm-component-orders .gbm-inherited") if "Caching" in each.text())
        assert cell.text() == "Caching: inherited from Platform"
        assert cell.attributes["href"] == "../platform/patterns/api-design/#caching"
        tiles = [each.text() for each in page.css("#gbm-component-orders .gbm-tiles .gbm-tile")]
        assert (tiles[0], tiles[1]) == ("100 %", "↙ 100 %")
        assert [each.text() for each in page.css(".gbm-legend .gbm-inherited")] == ["inherited"]


class TestBadges:
    def test_each_component_has_its_own_files(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = two(tmp_path, backend_engineer)
        site.build()
        names = ["badge.json", "badge.svg", "coverage-badge.json", "coverage.svg"]
        for slug in ("orders", "parcels"):
            assert {f"gbm/{slug}/{name}" for name in names} <= set(site.published)
        assert json.loads(site.read("site/gbm/orders/coverage-badge.json"))["message"] == "100 % written"
        assert json.loads(site.read("site/gbm/parcels/coverage-badge.json"))["message"] != "100 % written"

    def test_pages_show_the_numbers_of_their_component(self, tmp_path: Path, backend_engineer: Standard) -> None:
        marks = "# Home\n\n<!-- gbm:badge -->\n\n## Orders\n\n<!-- gbm:badge orders -->\n"
        site = two(tmp_path, backend_engineer, **{"index.md": marks})
        site.build()
        whole, orders = (
            f"{each['documented']} of {each['required']} required sections are written"
            for each in (site.report["coverage"], component(site.report, "Orders")["coverage"])
        )
        home = site.read("site/index.html")
        assert home.index(whole) < home.index(orders)
        api = site.read("site/services/orders/architecture/patterns/api-design/index.html")
        assert orders in api
        assert whole not in api

    def test_a_mark_that_names_no_component_is_told(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = two(tmp_path, backend_engineer, **{"index.md": "# Home\n\n<!-- gbm:badge ordres -->\n"})
        built = site.build()
        assert (
            "gbm: docs/index.md: '<!-- gbm:badge ordres -->' names no component; did you mean 'Orders'?" in built.output
        )


class TestWriting:
    def test_new_makes_the_page_of_a_component(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = two(tmp_path, backend_engineer)
        code, out, _ = gbm("new", "database", "--component", "parcels", *config(site))
        assert (code, out) == (0, "created      docs/services/parcels/architecture/patterns/database.md\n")
        assert "Parcels" in site.read("docs/services/parcels/architecture/patterns/database.md")

    def test_new_wants_to_know_whose_page_it_is(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = two(tmp_path, backend_engineer)
        assert gbm("new", "database", *config(site)) == (
            2,
            "",
            "gbm: new: the site has several components; name one: --component 'Orders'\n",
        )
        assert gbm("new", "database", "--component", "Parcel", *config(site)) == (
            2,
            "",
            "gbm: --component: there is no component 'Parcel'; did you mean 'Parcels'?\n",
        )

    def test_fix_mends_the_pages_of_all(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = two(tmp_path, backend_engineer)
        code, out, _ = gbm("fix", *config(site))
        assert code == 0
        assert out == (
            "docs/services/parcels/architecture/patterns/api-design.md: 'Caching' added\n"
            "docs/services/parcels/architecture/patterns/database.md: no such page; "
            "'gbm new database --component Parcels' makes it\n"
        )

    def test_next_tells_whose_topic_it_is(self, tmp_path: Path, backend_engineer: Standard) -> None:
        site = two(tmp_path, backend_engineer)
        assert "(Parcels: Database Architecture; missing-page, warn)" in gbm("next", *config(site))[1]

    def test_init_makes_the_pages_of_all(self, tmp_path: Path) -> None:
        site = make_site(
            tmp_path,
            config=configured(
                "components: {Orders: orders, Cart: {dir: cart, not_applicable: {database: it keeps nothing}}}"
            ),
        )
        code, _, err = gbm("init", "--yes", *config(site))
        assert (code, err) == (0, "")
        assert (site.folder / "docs/orders/patterns/database.md").is_file()
        assert (site.folder / "docs/cart/checklist.md").is_file()
        assert not (site.folder / "docs/cart/patterns/database.md").exists()
