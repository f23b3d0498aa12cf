"""What makes a line useless refuses it; anything else leaves a cell unknown and a note."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from application.imports.ssda903.files import FileKind
from domain.shared.vocabulary import LegalStatus, Provision
from tests.support.returns import (
    episode,
    header,
    missing,
    notes,
    plan_of,
    planned,
    refusals,
    review,
    uasc,
    write_file,
)


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"CHILD": ""}, "CHILD_UNREADABLE"),
        ({"CHILD": "C-1"}, "CHILD_UNREADABLE"),
        ({"CHILD": "C2"}, "CHILD_NOT_IN_HEADER"),
        ({"DECOM": ""}, "DATE_MISSING"),
        ({"DECOM": "31/06/2025"}, "DATE_UNREADABLE"),
        ({"DECOM": "June"}, "DATE_UNREADABLE"),
        ({"DECOM": "21/11/2026"}, "DATE_IN_FUTURE"),
        ({"DEC": "10/13/2025"}, "DATE_UNREADABLE"),
        ({"DEC": "09/06/2025", "REC": "X1"}, "END_BEFORE_START"),
        ({"DECOM": "02/05/2014"}, "EPISODE_BEFORE_BIRTH"),
        ({"LS": "C9"}, "CODE_UNKNOWN"),
        ({"LS": ""}, "CODE_UNKNOWN"),
        ({"PLACE": "U7"}, "CODE_UNKNOWN"),
    ],
)
def test_an_episode_is_refused_for(tmp_path: Path, cells: Mapping[str, str], code: str) -> None:
    assert refusals(plan_of(tmp_path, episode(**cells))) == [("episodes.csv", 2, code)]


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"RNE": "Q"}, "CODE_NOT_KNOWN"),
        ({"CIN": ""}, "CODE_MISSING"),
        ({"CIN": "N9"}, "CODE_NOT_KNOWN"),
        ({"PLACE_PROVIDER": "PR9"}, "CODE_NOT_KNOWN"),
        ({"DECOM": "10/6/2025"}, "DATE_WRITTEN_DIFFERENTLY"),
        ({"DECOM": "2025-06-10 00:00:00"}, "DATE_WRITTEN_DIFFERENTLY"),
        ({"PL_POST": "NOWHERE"}, "POSTCODE_UNREADABLE"),
        ({"URN": "12"}, "URN_UNREADABLE"),
        ({"PLACE": "Z1", "PLACE_PROVIDER": "", "URN": ""}, "CODE_NOT_IN_USE"),
        ({"PLACE_PROVIDER": "PR0"}, "PROVIDER_CONTRADICTS_TYPE"),
        ({"PLACE_PROVIDER": ""}, "PROVIDER_CONTRADICTS_TYPE"),
        ({"URN": ""}, "URN_CONTRADICTS_TYPE"),
        ({"PLACE": "K3"}, "AGE_CONTRADICTS_TYPE"),
        ({"PLACE": "A5"}, "STATUS_CONTRADICTS_TYPE"),
        ({"RNE": "P"}, "RNE_CONTRADICTS"),
        ({"REC": "E4A"}, "REC_WITHOUT_DEC"),
        ({"DEC": "11/06/2025"}, "DEC_WITHOUT_REC"),
        ({"DEC": "11/06/2025", "REC": "X1"}, "X1_WITHOUT_NEXT"),
        ({"DEC": "10/06/2025", "REC": "E4A"}, "EPISODE_WITHOUT_A_NIGHT"),
        ({"DEC": "01/04/2026", "REC": "E4A"}, "OUTSIDE_THE_YEAR"),
    ],
)
def test_an_episode_is_imported_with_a_note_for(
    tmp_path: Path, cells: Mapping[str, str], code: str
) -> None:
    plan = plan_of(tmp_path, episode(**cells))

    assert plan.refused == ()
    assert ("episodes.csv", 2, code) in notes(plan)
    assert len(plan.children[0].placements) == 1


def test_a_sound_episode_has_no_note(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, episode())

    assert (refusals(plan), notes(plan)) == ([], [])


def test_an_episode_says_where_a_child_lives_and_on_what_basis(tmp_path: Path) -> None:
    (child,) = plan_of(tmp_path, episode(PL_POST="ng15dt")).children

    (stay,), (period,) = child.placements, child.care
    assert (stay.provision, stay.place_code, stay.provider_code) == (
        Provision.FOSTERING,
        "U6",
        "PR4",
    )
    assert (stay.postcode, stay.home_postcode, stay.urn) == ("NG1 5DT", "DE1 2FS", "SC990001")
    assert period.statuses[0].status is LegalStatus.INTERIM_CARE_ORDER


def test_sex_was_a_number_until_2024_and_is_held_as_a_letter(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, episode(), headers=(header(SEX="2"),))

    assert plan.children[0].sex == "F"
    assert ("header.csv", 2, "CODE_NOT_IN_USE") in notes(plan)


def test_semi_independent_living_is_what_the_law_made_of_it_on_the_day(tmp_path: Path) -> None:
    plan = plan_of(
        tmp_path,
        episode(PLACE="H5", DECOM="27/10/2023", DEC="28/10/2023", REC="X1"),
        episode(PLACE="H5", DECOM="28/10/2023", RNE="P", PL_POST="DE1 3AA"),
        headers=(header(DOB="01/01/2007"),),
    )

    assert [stay.provision for stay in plan.children[0].placements] == [
        Provision.OTHER_ARRANGEMENTS,
        Provision.SUPPORTED_ACCOMMODATION,
    ]


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"DOB": ""}, "DATE_MISSING"),
        ({"DOB": "30/02/2014"}, "DATE_UNREADABLE"),
        ({"DOB": "01/01/2027"}, "DATE_IN_FUTURE"),
    ],
)
def test_a_child_without_a_birth_date_is_refused_and_so_are_their_rows(
    tmp_path: Path, cells: Mapping[str, str], code: str
) -> None:
    plan = plan_of(tmp_path, episode(), headers=(header(**cells),))

    assert refusals(plan) == [("episodes.csv", 2, "CHILD_REFUSED"), ("header.csv", 2, code)]
    assert plan.children == ()


def test_the_first_header_line_of_a_child_stands(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, episode(), headers=(header(), header(), header(ETHNIC="CHNE")))

    assert refusals(plan) == [
        ("header.csv", 3, "DUPLICATE_ROW"),
        ("header.csv", 4, "CHILD_TWICE_IN_HEADER"),
    ]
    assert plan.children[0].ethnicity == "WBRI"


def test_two_children_with_one_pupil_number_are_noted(tmp_path: Path) -> None:
    plan = plan_of(
        tmp_path,
        episode(),
        episode(CHILD="C2"),
        headers=(header(), header(CHILD="C2")),
    )

    assert notes(plan) == [("header.csv", 2, "UPN_SHARED"), ("header.csv", 3, "UPN_SHARED")]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (review(REVIEW=""), "DATE_MISSING"),
        (review(REVIEW="02/05/2014"), "REVIEW_BEFORE_BIRTH"),
        (review(DOB="04/05/2014"), "BIRTH_DATE_DIFFERS"),
    ],
)
def test_a_review_is_refused_for(tmp_path: Path, row: Mapping[str, str], code: str) -> None:
    assert refusals(plan_of(tmp_path, episode(), reviews=(row,))) == [("reviews.csv", 2, code)]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (missing(MISSING="X"), "CODE_UNKNOWN"),
        (missing(MIS_END="31/07/2025"), "END_BEFORE_START"),
        (missing(MIS_START="02/05/2014"), "MISSING_BEFORE_BIRTH"),
    ],
)
def test_an_absence_is_refused_for(tmp_path: Path, row: Mapping[str, str], code: str) -> None:
    assert refusals(plan_of(tmp_path, episode(), absences=(row,))) == [("missing.csv", 2, code)]


def test_asylum_may_end_on_a_day_to_come(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, episode(), seeking_asylum=(uasc(),))

    assert plan.children[0].asylum is not None
    assert plan.children[0].asylum.until == date(2032, 5, 3)
    assert notes(plan) == []


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (uasc(SEX="F"), "SEX_DIFFERS"),
        (uasc(DUC=""), "UASC_UNTIL_CONTRADICTS_AGE"),
        (uasc(DUC="04/05/2032"), "UASC_UNTIL_CONTRADICTS_AGE"),
        (uasc(DOB="soon"), "BIRTH_DATE_NOT_CHECKED"),
    ],
)
def test_asylum_is_noted_for(tmp_path: Path, row: Mapping[str, str], code: str) -> None:
    plan = plan_of(tmp_path, episode(), seeking_asylum=(row,))

    assert ("uasc.csv", 2, code) in notes(plan)
    assert plan.children[0].asylum is not None


def test_a_second_line_on_asylum_is_refused(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, episode(), seeking_asylum=(uasc(), uasc(DUC="01/01/2030")))

    assert refusals(plan) == [("uasc.csv", 3, "UASC_TWICE")]


def test_a_stray_quotation_mark_spoils_one_line_only(tmp_path: Path) -> None:
    path = write_file(tmp_path, FileKind.HEADER, header(), header(CHILD="C2"))
    head, first, second, _ = path.read_text(encoding="utf-8").split("\n")
    path.write_text(f'{head}\n"{first}\n{second}\n{second},9\n', encoding="utf-8")

    plan = planned(tmp_path)

    assert refusals(plan) == [
        ("header.csv", 2, "LINE_UNREADABLE"),
        ("header.csv", 4, "CELLS_MISCOUNTED"),
    ]
    assert [child.child for child in plan.children] == ["C2"]
