"""What a build says of the findings, and whether it goes on."""

import logging
import os
import tempfile
from enum import Enum
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from mkdocs_gbm.assess import Finding, Report, Severity
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.neutral import neutral

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class Mode(Enum):
    """How the findings are told."""

    BUILD = "build"
    """As warnings; the site is built."""
    STRICT = "strict"
    """As errors, so that `-q` shows them too; nothing is published."""
    SERVE = "serve"
    """As warnings; the preview goes on."""
    STRICT_SERVE = "strict serve"
    """As information: MkDocs ends a strict `serve` at any warning."""

    @classmethod
    def of(cls, config: "MkDocsConfig", *, serving: bool) -> "Mode":
        """Return the mode of a build."""
        if serving or is_preview(config):
            return cls.STRICT_SERVE if config.strict else cls.SERVE
        return cls.STRICT if config.strict else cls.BUILD


def tell(report: Report, mode: Mode, log: logging.LoggerAdapter[logging.Logger], part: str = "") -> None:
    """Log every finding on one line, all of them at once.

    Args:
        report: The verdict.
        mode: How it is told.
        log: Where.
        part: The language that the build is of, where other ones are published already.

    Raises:
        PluginError: If the build is strict and a finding is of severity `warn`.
    """
    for finding in report.findings:
        log.log(_level(finding, mode), "%s", _line(finding, mode))
    failing = len(report.failing)
    if failing and mode is Mode.STRICT:
        noun = "finding" if failing == 1 else "findings"
        kept = f"nothing in the language '{part}' was published" if part else "nothing was published"
        raise PluginError(f"gbm: {failing} {noun} in the architecture documentation: {kept}")


def line_of(error: ConfigurationError, config: "MkDocsConfig") -> str:
    """Return a mistake as it is told: paths as they are from where the command runs."""
    return neutral(str(error.in_file(config.config_file_path).seen_from(os.getcwd())))


def _level(finding: Finding, mode: Mode) -> int:
    if finding.severity is Severity.INFO or mode is Mode.STRICT_SERVE:
        return logging.INFO
    return logging.ERROR if mode is Mode.STRICT else logging.WARNING


def _line(finding: Finding, mode: Mode) -> str:
    line = neutral(finding.line)
    return f"{finding.severity.value}: {line}" if mode is Mode.STRICT_SERVE else line


def is_preview(config: "MkDocsConfig") -> bool:
    """Say whether this is `serve --clean`, which calls itself a build: it too builds into a folder of its own."""
    folder, name = os.path.split(os.path.normpath(config.site_dir))
    temporary = os.path.normpath(tempfile.gettempdir())
    serving = (config.site_url or "").startswith(f"http://{config.dev_addr}/")
    return serving and name.startswith("mkdocs_") and os.path.realpath(folder) == os.path.realpath(temporary)
