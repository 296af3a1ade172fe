"""What `gbm` makes of a `zensical.toml`, beside a `mkdocs.yml` and alone; Zensical itself is not needed for it."""

import json
from pathlib import Path

import pytest
from running import run_in
from sites import Site, make_site, without_section, written_pages

from mkdocs_gbm.standard import Standard

API = "technical/architecture/patterns/api-design.md"
MKDOCS_YML = "site_name: Orders\ntheme: {name: material}\nplugins: [gbm]\n"
NOTE = "gbm: note: "
BESIDE = "zensical.toml is beside mkdocs.yml"


@pytest.mark.parametrize(
    ("mkdocs", "toml", "note"),
    [
        pytest.param(MKDOCS_YML, '[project]\nsite_name = "Orders"\n', BESIDE, id="beside mkdocs.yml"),
        pytest.param(
            MKDOCS_YML.replace("{name: material}", "{name: material, variant: classic}"),
            None,
            "mkdocs.yml: theme: variant",
            id="a theme of Zensical's",
        ),
        pytest.param(
            None,
            '[project]\nsite_name = "Orders"\n[project.plugins.gbm]\n',
            "zensical.toml: project: plugins",
            id="alone",
        ),
        pytest.param(
            None, '[project]\nsite_name = "Orders"\nplugins = ["gbm"]\n', "zensical.toml: project: plugins", id="a list"
        ),
        pytest.param(MKDOCS_YML, '[project]\nsite_name = "Orders"\n[gbm]\n', None, id="a table of our own"),
        pytest.param(None, '[project]\nsite_name = "Orders"\n', None, id="nothing of ours"),
        pytest.param(MKDOCS_YML, None, None, id="no Zensical"),
    ],
)
def test_whoever_lists_the_plugin_where_zensical_drops_it_is_told_once(
    tmp_path: Path, backend_engineer: Standard, mkdocs: str | None, toml: str | None, note: str | None
) -> None:
    site = make_site(tmp_path, config=mkdocs or "", pages=written_pages(backend_engineer))
    if mkdocs is None:
        (tmp_path / "mkdocs.yml").unlink()
    if toml is not None:
        site.write("zensical.toml", toml)
    ran = run_in("check", "--format", "json", folder=tmp_path)
    assert ran.returncode == 0
    assert json.loads(ran.stdout)["coverage"]["percent"] == 100
    said = ran.stderr.splitlines()
    if note is None:
        assert said == []
    else:
        assert len(said) == 1
        assert said[0].startswith(f"{NOTE}{note}: where Zensical builds the site, it drops the plugin 'gbm'")
        assert "'gbm check'" in said[0]
        assert "'gbm report --markdown --output DIR'" in said[0]
    site.write(f"docs/{API}", without_section(site.read(f"docs/{API}"), "Caching"))
    assert run_in("check", folder=tmp_path).returncode == 1


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ("[project\n", "zensical.toml: no TOML: Expected ']' at the end of a table declaration (at line 1, column 9)"),
        ("project = 1\n", "zensical.toml: project: a table is expected; write [project] and 'key = value' lines"),
        ("[gbm]\nmin_wrods = 3\n", "plugins: gbm: unknown key 'min_wrods'; did you mean 'min_words'?"),
        ('[project]\ndocs_dir = "none"\n', "zensical.toml: docs_dir: there is no folder none; name the folder"),
    ],
)
def test_a_mistake_in_zensical_toml_is_one_line(tmp_path: Path, toml: str, told: str) -> None:
    Site(tmp_path).write("docs/index.md", "# Home\n")
    Site(tmp_path).write("zensical.toml", toml)
    ran = run_in("check", folder=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert told in ran.stderr
    assert len(ran.stderr.splitlines()) == 1
