"""No pack of a stage holds a field that its column does not allow: the matrix of 5.4 decides."""

from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from application.referral.from_record import TOLD, UNDISCLOSED, OnRecord, lines_from_record
from application.referral.scan_by_stage import fields_that_tell, kept_out
from domain.case.chronology import chronology
from domain.case.connections import Connection, ConnectionId, ConnectionKind
from domain.case.events import ConnectionRecorded
from domain.case.identity import Identifier
from domain.case.marks import Mark, MarkKind, marks_of
from domain.referral.errors import RedactionNotConfirmed
from domain.referral.field_matrix import MATRIX, PackField, PackStage, Shown
from domain.referral.rules.disclosure import require_none_but_fields_of
from domain.referral.staged_pack import TAKEN_FROM_RECORD, PackLine, StagedPack
from domain.shared.personal import legible
from tests.support.cases import WORKER, birth, case_opened, identity
from tests.support.clocks import log
from tests.support.referrals import pack

PAGE = Path("docs/domain/05-roles-and-redaction.md")
SIGNS = {"●": Shown.WHOLE, "◐": Shown.REDUCED, "–": Shown.NOT}
OWN_ONLY = PackField.SCORES
"""The one row whose cells are told in words: a provider's own scores stand in its portal."""

BORN = date(2009, 12, 24)
TODAY = date(2026, 3, 2)
HIDDEN = Connection(
    connection_id=ConnectionId(UUID(int=7)),
    kind=ConnectionKind.ADDRESS,
    relation="own_home",
    value="14 Larkspur Rise",
    postcode="DE21 7QX",
    confidential=True,
    since=date(2026, 1, 5),
)


def record(*, named: bool = False) -> OnRecord:
    who = identity(birth(BORN), full_name="Demo-Otter Brambleshade").model_copy(
        update={
            "known_as": ("Otty",),
            "identifiers": (
                Identifier(kind="nhs", value="9990000018"),
                Identifier(kind="upn", value="A123456789012"),
            ),
        }
    )
    hidden = ConnectionRecorded(connection=HIDDEN, by=WORKER)
    child = chronology(log(case_opened(who), hidden))
    secret = any(mark.confidential for mark in marks_of(child))
    return OnRecord(UUID(int=1), {1: child}, pack(), secret, TODAY, named)


def generated(stage: PackStage, *, named: bool = False) -> dict[PackField, str]:
    lines = lines_from_record(stage, record(named=named))
    return {line.field: legible(line.text) for line in lines}


@pytest.mark.covers("4-264")
def test_the_matrix_is_the_table_of_the_specification() -> None:
    table = PAGE.read_text().partition("### 5.4")[2].partition("Redaction mechanics")[0]
    rows = [row.split("|")[2:6] for row in table.splitlines() if row.startswith("| ")][1:]

    assert len(rows) == len(PackField)
    for field, cells in zip(PackField, rows, strict=True):
        if field is not OWN_ONLY:
            told = [SIGNS[cell.strip()[0]] for cell in cells]
            assert [MATRIX[field][stage] for stage in PackStage] == told, field


@pytest.mark.covers("4-264", "R-100")
@given(
    stage=st.sampled_from(PackStage),
    fields=st.sets(st.sampled_from(PackField)),
    named=st.booleans(),
)
def test_whatever_is_written_no_pack_holds_what_its_column_does_not_show(
    stage: PackStage, fields: set[PackField], *, named: bool
) -> None:
    lines = lines_from_record(stage, record(named=named))
    written = (PackLine(field=field, text="Written.") for field in fields)
    try:
        require_none_but_fields_of(stage, fields)
        made = StagedPack(stage=stage, lines=(*lines, *written))
    except RedactionNotConfirmed:
        kept = {f for f in fields if MATRIX[f][stage] is Shown.NOT or f in TAKEN_FROM_RECORD}
        assert kept
        return
    assert not {line.field for line in made.lines if MATRIX[line.field][stage] is Shown.NOT}


def test_every_field_that_is_taken_from_the_record_is_told_by_somebody() -> None:
    assert set(TOLD) == TAKEN_FROM_RECORD


@pytest.mark.covers("R-100")
def test_a_match_is_weighed_by_years_and_months_and_without_a_name_or_a_day() -> None:
    told = generated(PackStage.MATCHING)

    assert told[PackField.BIRTH] == "16 years 2 months"
    assert told[PackField.CONFIDENTIAL_ADDRESS] == UNDISCLOSED
    words = " ".join(told.values())
    assert not [w for w in ("Otter", "Otty", "2009", "999", "Larkspur", "DE21") if w in words]


@pytest.mark.parametrize(
    ("today", "months"),
    [
        (date(2026, 12, 23), 11),
        (date(2026, 12, 24), 0),
        (date(2026, 1, 23), 0),
        (date(2026, 1, 24), 1),
    ],
)
def test_months_count_from_the_last_birthday(today: date, months: int) -> None:
    on_that_day = replace(record(), today=today)
    told = {line.field: line.text for line in lines_from_record(PackStage.MATCHING, on_that_day)}

    assert str(told[PackField.BIRTH]).endswith(f" {months} months")


@pytest.mark.covers("4-128", "R-100")
def test_the_first_name_is_in_a_minimum_pack_only_once_an_offer_was_taken() -> None:
    before, after = (generated(PackStage.EMERGENCY, named=each) for each in (False, True))

    assert PackField.NAME not in before
    assert after[PackField.NAME] == "Demo-Otter"
    assert after[PackField.BIRTH] == "16 years"


@pytest.mark.covers("6-61", "R-100")
def test_the_full_pack_names_the_child_and_no_address_that_must_not_be_disclosed() -> None:
    told = generated(PackStage.FULL)

    assert told[PackField.NAME] == "Demo-Otter Brambleshade, known as Otty"
    assert told[PackField.BIRTH] == BORN.isoformat()
    assert told[PackField.NUMBERS] == "9990000018"
    marks = marks_of(record().children[1])
    for field in PackField:
        assert fields_that_tell(PackStage.FULL, {field: "At 14 Larkspur Rise."}, marks) == [field]


@pytest.mark.covers("6-61", "R-100")
@pytest.mark.parametrize("stage", PackStage)
def test_what_may_stand_where_is_exactly_what_the_column_full_shows(stage: PackStage) -> None:
    for field, kind, secret in product(PackField, MarkKind, (False, True)):
        may = not kept_out(stage, field, Mark(kind=kind, text="x", confidential=secret))
        if may:
            assert stage is PackStage.FULL
            assert not secret
            assert kind is not MarkKind.NUMBER
            assert kind is not MarkKind.RELATIVE or field is PackField.FAMILY
            of_place = kind in (MarkKind.ADDRESS, MarkKind.POSTCODE)
            assert not of_place or field is PackField.HOME_ADDRESS
