"""Which children the return is about, and which rows are theirs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from application.imports.ssda903 import findings
from application.imports.ssda903.ledger import NOWHERE, Ledger
from application.imports.ssda903.rows import AnyRow, HeaderRow

R = TypeVar("R", bound=AnyRow)


def register(headers: Iterable[HeaderRow], ledger: Ledger) -> dict[str, HeaderRow]:
    """The children by id. The first Header line of a child stands; others are refused."""
    children: dict[str, HeaderRow] = {}
    for row in headers:
        first = children.setdefault(row.child, row)
        if first is not row:
            repeats = replace(first, line=NOWHERE) == replace(row, line=NOWHERE)
            ledger.refuse(
                row, findings.DUPLICATE_ROW if repeats else findings.CHILD_TWICE_IN_HEADER
            )
    _note_shared_upns(children.values(), ledger)
    return children


def _note_shared_upns(children: Iterable[HeaderRow], ledger: Ledger) -> None:
    rows = [row for row in children if row.upn and not row.upn.startswith("UN")]
    held = Counter(row.upn for row in rows)
    for row in rows:
        if held[row.upn] > 1:
            ledger.note(row, findings.UPN_SHARED, "UPN")


def by_child(
    rows: Iterable[R],
    children: Mapping[str, HeaderRow],
    turned_away: frozenset[str],
    ledger: Ledger,
) -> Mapping[str, list[R]]:
    """Each child's rows. A row whose child is not known, or may be another, is refused.

    `turned_away` are the children whose only Header lines were refused as read.
    """
    theirs: dict[str, list[R]] = defaultdict(list)
    for row in rows:
        header = children.get(row.child)
        if header is None:
            refused = row.child in turned_away
            finding = findings.CHILD_REFUSED if refused else findings.CHILD_NOT_IN_HEADER
            ledger.refuse(row, finding, "CHILD")
        elif row.dob is not None and row.dob != header.born_on:
            ledger.refuse(row, findings.BIRTH_DATE_DIFFERS, "DOB")
        else:
            theirs[row.child].append(row)
    return theirs
