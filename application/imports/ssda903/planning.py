"""From a folder to a plan: every line ends in a child's plan, or refused with its reason."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from application.imports.ssda903 import findings
from application.imports.ssda903.around_care import absences_of, asylum_of, reviews_of
from application.imports.ssda903.care import care_of, periods_of
from application.imports.ssda903.checks import KnowsPostcode, note_contradictions
from application.imports.ssda903.counts import ImportCounts, count
from application.imports.ssda903.episodes import in_order
from application.imports.ssda903.files import FileKind, SourceFile
from application.imports.ssda903.findings import Note, RefusedRow
from application.imports.ssda903.keys import case_key, episode_keys
from application.imports.ssda903.ledger import Ledger
from application.imports.ssda903.placements import placements_of
from application.imports.ssda903.plan import ChildPlan
from application.imports.ssda903.reading import Reading, read_folder
from application.imports.ssda903.register import by_child, register
from application.imports.ssda903.rows import (
    EpisodeRow,
    HeaderRow,
    MissingRow,
    ReviewRow,
    UascRow,
)
from application.imports.ssda903.years import CollectionYear
from domain.shared.envelope import GssCode


@dataclass(frozen=True, slots=True)
class ReturnPlan:
    """A return, planned. The counts add up, or there is no plan."""

    year: CollectionYear
    children: tuple[ChildPlan, ...]
    files: tuple[SourceFile, ...]
    refused: tuple[RefusedRow, ...]
    notes: tuple[Note, ...]
    counts: ImportCounts

    def refusing(self, rows: Iterable[RefusedRow]) -> "ReturnPlan":
        """The plan after lines that it held were refused when it was carried out.

        A line refused already stays refused for its first reason.
        """
        known = {row.line for row in self.refused}
        added = {row.line: row for row in rows if row.line not in known}
        return _closed(
            self.year, self.children, self.files, [*self.refused, *added.values()], self.notes
        )


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the return is read for and against."""

    year: CollectionYear
    authority: GssCode
    knows_postcode: KnowsPostcode | None


@dataclass(frozen=True, slots=True)
class _Theirs:
    """The rows of all children, by child."""

    episodes: Mapping[str, Sequence[EpisodeRow]]
    reviews: Mapping[str, Sequence[ReviewRow]]
    uasc: Mapping[str, Sequence[UascRow]]
    missing: Mapping[str, Sequence[MissingRow]]


def plan_return(
    folder: Path,
    *,
    year: CollectionYear,
    authority: GssCode,
    today: date,
    knows_postcode: KnowsPostcode | None = None,
) -> ReturnPlan:
    """Read a folder and plan it. Without a gazetteer, postcodes are not looked up."""
    reading = read_folder(folder, year=year, today=today)
    ledger = Ledger()
    headers = register(reading.of(HeaderRow), ledger)
    theirs = _parted(reading, headers, ledger)
    asked = _Asked(year, authority, knows_postcode)
    children = [_child(header, theirs, asked, ledger) for header in headers.values()]
    return _closed(
        year,
        children,
        reading.files,
        [*reading.refused, *ledger.refused],
        [*reading.notes, *ledger.notes],
    )


def _parted(reading: Reading, headers: Mapping[str, HeaderRow], ledger: Ledger) -> _Theirs:
    header_files = {file.name for file in reading.files if file.kind is FileKind.HEADER}
    turned_away = frozenset(
        row.child for row in reading.refused if row.child and row.line.file in header_files
    )
    return _Theirs(
        by_child(reading.of(EpisodeRow), headers, turned_away, ledger),
        by_child(reading.of(ReviewRow), headers, turned_away, ledger),
        by_child(reading.of(UascRow), headers, turned_away, ledger),
        by_child(reading.of(MissingRow), headers, turned_away, ledger),
    )


def _child(header: HeaderRow, theirs: _Theirs, asked: _Asked, ledger: Ledger) -> ChildPlan:
    child, born_on = header.child, header.born_on
    spells = in_order(theirs.episodes.get(child, ()), born_on, ledger)
    note_contradictions(spells, born_on, asked.year, asked.knows_postcode, ledger)
    keys = episode_keys(asked.authority, child, [spell.started for spell in spells])
    plan = ChildPlan(
        case_id=case_key(asked.authority, child),
        child=child,
        sex=header.sex,
        born_on=born_on,
        ethnicity=header.ethnicity,
        upn=header.upn,
        is_mother=header.is_mother,
        child_born_on=header.child_born_on,
        asylum=asylum_of(theirs.uasc.get(child, ()), header, ledger),
        care=care_of(periods_of(spells), ledger),
        placements=placements_of(spells, keys),
        reviews=reviews_of(theirs.reviews.get(child, ()), born_on, asked.year, ledger),
        missing=absences_of(theirs.missing.get(child, ()), born_on, ledger),
        header=header.line,
    )
    _note_what_lies_outside_care(plan, header, ledger)
    return plan


def _note_what_lies_outside_care(plan: ChildPlan, header: HeaderRow, ledger: Ledger) -> None:
    if not plan.care:
        ledger.note(header, findings.CHILD_WITHOUT_EPISODES)
        return
    outside = [
        (review.row, findings.REVIEW_OUTSIDE_CARE, "REVIEW")
        for review in plan.reviews
        if not plan.looked_after_on(review.held_on)
    ] + [
        (absence.row, findings.MISSING_OUTSIDE_CARE, "MIS_START")
        for absence in plan.missing
        if not all(map(plan.looked_after_on, (absence.since, absence.until or absence.since)))
    ]
    for line, finding, column in outside:
        ledger.notes.append(Note(line=line, finding=finding, child=plan.child, field=column))


def _closed(
    year: CollectionYear,
    children: Sequence[ChildPlan],
    files: tuple[SourceFile, ...],
    refused: Sequence[RefusedRow],
    notes: Sequence[Note],
) -> ReturnPlan:
    lines = {row.line for row in refused}
    return ReturnPlan(
        year,
        tuple(children),
        files,
        tuple(sorted(refused, key=lambda row: row.line)),
        tuple(sorted((n for n in notes if n.line not in lines), key=lambda n: (n.line, n.code))),
        count(files, children, refused),
    )
