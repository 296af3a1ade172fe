"""Compiles the HTML templates when the package is built."""

import runpy
import shutil
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Templates(BuildHookInterface):
    """Puts the compiled templates into the wheel; of an editable one they stay in `build/`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile them anew."""
        folder = Path(self.root, "build", "compiled")
        shutil.rmtree(folder, ignore_errors=True)
        runpy.run_path(str(Path(self.root, "mkdocs_gbm", "output", "compiled.py")))["compile_all"](folder)
        if version != "editable":
            build_data["force_include"][str(folder)] = "mkdocs_gbm/output/theme/compiled"
