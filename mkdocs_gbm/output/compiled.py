"""Templates that Jinja2 compiled when the package was built: in the build of a small site nothing else took so long.

Each is kept under a digest of all that it was made from, Jinja2's release among it. So none is ever out of date: what
is not there under its digest, as a site's own templates are not, is compiled when it is needed. The package's build
runs this file by itself, with nothing but Jinja2 installed.
"""

from hashlib import sha256
from importlib.machinery import SourceFileLoader
from pathlib import Path
from typing import Any

import jinja2
from jinja2.bccache import Bucket

THEME = Path(__file__).resolve().parent / "theme"
OPTIONS: dict[str, Any] = {
    "autoescape": True,
    "undefined": jinja2.StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "optimized": False,  # templates are compiled for one build, and hold nothing that could be computed beforehand
}
"""What templates are compiled with."""
_RELEASE: str | None = vars(jinja2).get("__version__")
"""Jinja2's release. Were it not told one day, nothing compiled would be used."""


class Compiled(jinja2.BytecodeCache):
    """Gives Jinja2 the compiled templates that it asks for, and keeps none of those that it compiles itself."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return what a template's digest begins with; that of its source follows."""
        del filename  # the same text is the same template, wherever it stands
        return sha256(f"{_RELEASE} {OPTIONS} {name}".encode()).hexdigest()[:16]

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in a template's code, where it is there; Python keeps the bytecode as it does of every module."""
        file = _folder() / _name_of(bucket)
        if _RELEASE and file.is_file():
            bucket.code = SourceFileLoader(file.stem, str(file)).get_code(file.stem)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep nothing."""


def compile_all(folder: Path) -> None:
    """Write our own templates, compiled, into a folder."""
    folder.mkdir(parents=True)
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(THEME), **OPTIONS)  # noqa: S701 - it escapes
    for name in environment.list_templates(["html"]):
        source = (THEME / name).read_text(encoding="utf-8")
        bucket = Compiled().get_bucket(environment, name, None, source)
        code = environment.compile(source, name, name, raw=True)
        (folder / _name_of(bucket)).write_text(code, encoding="utf-8")


def _name_of(bucket: Bucket) -> str:
    return f"{bucket.key}-{bucket.checksum}.py"


def _folder() -> Path:
    """Return the folder of compiled templates: in the wheel, or in the checkout of which an editable one was made."""
    inside = THEME / "compiled"
    return inside if inside.is_dir() else THEME.parent.parent.parent / "build" / "compiled"
