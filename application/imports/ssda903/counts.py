"""How many lines were read, and what became of each. They add up, or counting fails."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from application.imports.ssda903.files import SourceFile
from application.imports.ssda903.findings import RefusedRow
from application.imports.ssda903.plan import ChildPlan


class CountsDoNotAddUp(Exception):
    """A line was lost or counted twice: an error of ours, never of the data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCount:
    """The lines of one file after its column names.

    `not_held` are lines of files that are recognised or unknown but not read: all of such
    a file's lines, and none of any other's.
    """

    file: str
    read: int
    imported: int
    refused: int
    not_held: int

    def __post_init__(self) -> None:
        if self.read != self.imported + self.refused + self.not_held:
            raise CountsDoNotAddUp(self.file)


@dataclass(frozen=True, slots=True)
class ImportCounts:
    files: tuple[FileCount, ...]

    @property
    def read(self) -> int:
        return sum(file.read for file in self.files)

    @property
    def imported(self) -> int:
        return sum(file.imported for file in self.files)

    @property
    def refused(self) -> int:
        return sum(file.refused for file in self.files)

    @property
    def not_held(self) -> int:
        return sum(file.not_held for file in self.files)


def count(
    files: Iterable[SourceFile], children: Iterable[ChildPlan], refused: Iterable[RefusedRow]
) -> ImportCounts:
    """Count each line by where it ended, taken from the plans and not from subtraction."""
    turned_down = {row.line for row in refused}
    planned = Counter(line for child in children for line in child.rows())
    if any(times > 1 for times in planned.values()):
        raise CountsDoNotAddUp("a line is in two plans")
    imported = Counter(line.file for line in planned if line not in turned_down)
    refusals = Counter(line.file for line in turned_down)
    return ImportCounts(
        tuple(
            FileCount(
                file=file.name,
                read=len(file.lines),
                imported=imported[file.name],
                refused=refusals[file.name],
                not_held=0 if file.held else len(file.lines),
            )
            for file in files
        )
    )
