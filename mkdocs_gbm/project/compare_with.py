"""What a change did: the project's documentation beside what it was at a commit."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

from mkdocs_gbm.compare.change import Side
from mkdocs_gbm.compare.comparison import Comparison, compare
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.project.excused import excused
from mkdocs_gbm.project.find import find_project
from mkdocs_gbm.project.judge import judge
from mkdocs_gbm.project.past import as_it_was, common_commit
from mkdocs_gbm.project.plugins import plugins_of
from mkdocs_gbm.project.project import Project
from mkdocs_gbm.project.settings_file import read_settings


def compare_with(project: Project, name: str, today: date) -> Comparison:
    """Compare a project's documentation with what it was where the present branch left another.

    Args:
        project: The documentation as it is in the working tree.
        name: A branch, a tag or a hash.
        today: The day on which both sides are judged.

    Raises:
        ConfigurationError: If git cannot give the past, or one of the sides cannot be judged.
    """
    commit = common_commit(project.root, name)
    after = _side(project, today)
    with as_it_was(project.root, commit) as folder:
        try:
            past = _past(project, folder)
            before = _side(past, today) if past else None
        except ConfigurationError as error:
            where = error.where.replace(f"{folder}{os.sep}", "")
            remedy = f"{error.remedy} (it is a mistake of that commit: compare with another)"
            raise ConfigurationError(f"--against {commit}: {where}", error.problem, remedy) from error
    return compare(before, after, str(commit))


def _past(project: Project, folder: Path) -> Project | None:
    """Return the project as it was; none where nothing was checked yet."""
    asked = project.asked
    if project.config_file is not None:
        file = folder / project.config_file.name
        if not file.is_file() or "gbm" not in plugins_of(read_settings(file)):
            return None
        past = find_project(folder, Path(file.name), asked.architecture_dir, asked.standard)
        runs_in = Path(os.path.normpath(folder / os.path.relpath(project.runs_in, project.root)))
        return replace(past, runs_in=runs_in if runs_in.is_dir() else folder)
    if not (folder / project.architecture_dir.relative_to(project.root)).is_dir():
        return None
    return find_project(folder, None, asked.architecture_dir, asked.standard)


def _side(project: Project, today: date) -> Side:
    report = judge(project)
    entries = excused(project.root, project.options) or ()
    return Side(report, project.options.settings(today, project.standard), frozenset(entries))
