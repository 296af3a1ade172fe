"""Measure a rebuild in the preview after one edit: `python tests/benchmarks/serve_rebuild.py [PAGES …]`.

Two processes take turns, one with the plugin and one without, each rebuilding the same site as
`mkdocs serve` does: the configuration is read anew, the plugin's instance and everything that is imported stay.
"""

import json
import logging
import statistics
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import IO

sys.path.insert(0, str(Path(__file__).resolve().parent))
from plugin_share import LARGE, MIDDLE, SMALL, say, write_site

REBUILDS = {SMALL: 9, MIDDLE: 7, LARGE: 3}
EDITED = "docs/technical/architecture/patterns/security.md"


def main() -> None:
    parser = ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("pages", nargs="*", type=int, default=[SMALL, MIDDLE, LARGE], help="sizes of the sites")
    parser.add_argument("--preview", type=Path, help="rebuild this site at each line of standard input")
    arguments = parser.parse_args()
    if arguments.preview:
        preview(arguments.preview)
        return
    say(f"{'pages':>6} {'without s':>10} {'with s':>8} {'ratio':>7}   (CPU seconds of one rebuild, medians)")
    for pages in arguments.pages:
        with tempfile.TemporaryDirectory() as folder:
            write_site(Path(folder), pages)
            without, with_plugin = rebuilds(Path(folder), REBUILDS.get(pages, 3))
            say(f"{pages:6} {without:10.3f} {with_plugin:8.3f} {with_plugin / without:7.2f}")


def rebuilds(site: Path, times: int) -> tuple[float, float]:
    """Return the CPU seconds of a rebuild without and with the plugin: medians of rebuilds that take turns."""
    previews = [_start(site / "without.yml"), _start(site / "with.yml")]
    taken: list[tuple[float, float]] = []
    page = site / EDITED
    for number in range(times):
        page.write_text(f"{page.read_text(encoding='utf-8')}\nEdit {number} of this page.\n", encoding="utf-8")
        taken.append((_rebuild(previews[0]), _rebuild(previews[1])))
    for one in previews:
        one.communicate()
    return statistics.median(first for first, _ in taken), statistics.median(second for _, second in taken)


def _start(config: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, __file__, "--preview", str(config)]
    started = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    _answer(started.stdout)  # the first build is done
    return started


def _rebuild(preview_of: "subprocess.Popen[str]") -> float:
    assert preview_of.stdin
    preview_of.stdin.write("\n")
    preview_of.stdin.flush()
    return _answer(preview_of.stdout)


def _answer(stream: IO[str] | None) -> float:
    assert stream
    return float(json.loads(stream.readline()))


def preview(config_file: Path) -> None:
    """Build a site as `mkdocs serve` does, again at each line that comes in, and print the CPU seconds of each."""
    from mkdocs.commands.build import build  # noqa: PLC0415 - the parent stays small
    from mkdocs.config import load_config  # noqa: PLC0415

    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as site_dir:
        started = False
        while not started or sys.stdin.readline():
            before = time.process_time()
            config = load_config(str(config_file), site_dir=site_dir)
            if not started:
                config.plugins.on_startup(command="serve", dirty=False)
            config.site_url = "http://127.0.0.1:8000/"
            build(config, serve_url=config.site_url)
            started = True
            say(json.dumps(time.process_time() - before))


if __name__ == "__main__":
    main()
