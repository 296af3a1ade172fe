"""CODEOWNERS: each pattern means what the `codeowners` package says, and none of them keeps a build busy."""

import time
from pathlib import Path

import pytest
from codeowners import CodeOwners
from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_gbm.site.owner_patterns import means
from mkdocs_gbm.site.owners import Owners

PIECES = st.sampled_from(["a", "b", "/", "*", "**", "**/", "?", "/*", "\\a", "."])


@given(
    st.lists(PIECES, min_size=1, max_size=6).map("".join),
    st.lists(st.text("ab.", min_size=1, max_size=2), min_size=1, max_size=4).map("/".join),
)
@example("**", "a")
@example("/a/", "a/b")
@example("a/*", "a/b/c")
@example("a**b", "a/b")
@example("**/", "a")
@example("a/**/", "a/b")
def test_a_pattern_means_what_the_package_says(pattern: str, path: str) -> None:
    """But for spaces, which it takes for folders: no pattern with one would mean a file below the root."""
    rules = CodeOwners(f"{pattern} @them").paths
    for expression, source, *_ in rules:
        if source.strip("/"):  # `//` alone is no pattern to GitHub, and any file to the package
            assert means(source, path, expression) == (expression.search(path) is not None)


@pytest.mark.parametrize(
    ("rules", "path", "owners"),
    [
        ("*.md @docs", "docs/a.md", ("@docs",)),
        ("*.md @docs\n/docs/a* @team", "docs/a.md", ("@team",)),
        ("/docs/[ab].md @team", "docs/a.md", ("@team",)),
        ("/docs/[ab].md @team", "docs/c.md", ()),
        ("my\\ docs/ @team", "my docs/a.md", ("@team",)),
        ("my\\ docs @team", "a/my docs/b.md", ("@team",)),
        ("/docs/ @team\n/docs/a.md", "docs/a.md", ()),
    ],
)
def test_whose_a_file_is(tmp_path: Path, rules: str, path: str, owners: tuple[str, ...]) -> None:
    assert owners_of(tmp_path, rules, path) == owners


@pytest.mark.parametrize(
    "pattern",
    ["a*" * 30 + "b", "**/" * 30 + "b", "[a]*" * 30 + "b", "*a" * 400_000, "/**/a" * 99],
    ids=["stars", "folders", "letters", "endless", "folders and names"],
)
def test_no_pattern_keeps_a_build_busy(tmp_path: Path, pattern: str) -> None:
    started = time.process_time()
    assert owners_of(tmp_path, f"*.md @docs\n{pattern} @them", "a/" * 40 + "a" * 100 + ".md") == ("@docs",)
    assert time.process_time() - started < 1


def test_thousands_of_rules_keep_no_build_busy(tmp_path: Path) -> None:
    rules = "\n".join(f"/services/team{at}/docs/*.md @team{at}" for at in range(2000))
    (tmp_path / "CODEOWNERS").write_text(f"*.md @docs\n{rules}\n")
    owners = Owners(tmp_path)
    started = time.process_time()
    for at in range(150):
        assert owners.of({}, str(tmp_path / f"docs/technical/architecture/{at}.md")) == ("@docs",)
    assert time.process_time() - started < 1


def owners_of(root: Path, rules: str, path: str) -> tuple[str, ...]:
    (root / ".git").mkdir()
    (root / "CODEOWNERS").write_text(rules, encoding="utf-8")
    return Owners(root).of({}, str(root / path))
