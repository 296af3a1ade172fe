"""What is known of a project once it is judged: the verdict, and the files that could not be part of it."""

from dataclasses import dataclass

from mkdocs_gbm.assess import Report


@dataclass(frozen=True, slots=True)
class Problem:
    """A file or folder that could not be read as a page."""

    path: str
    """Relative to the project, with forward slashes."""
    problem: str
    """What is wrong, and what to do about it."""
    unknown: bool = False
    """Whether a verdict is wanting because of it."""

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on a project, and what it is not about."""

    report: Report
    """The verdict; of a topic with an unreadable page nothing is told in the findings."""
    problems: tuple[Problem, ...] = ()

    @property
    def known(self) -> bool:
        """Whether everything that should be judged was."""
        return not any(problem.unknown for problem in self.problems)
