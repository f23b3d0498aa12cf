"""A return told to the log: once, truthfully, and only what is not held."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from application.imports.ssda903.carrying_out.home_keys import HomeKeys
from application.shared.office import stream_of
from domain import case, placement, setting
from domain.case.codes import CeasingReason, Sex
from domain.case.commands import AmendIdentity, CorrectLegalStatus
from domain.case.corrections import standing_fact
from domain.case.events import BecameLookedAfter, CaseOpened, CeasedLookedAfter
from domain.case.identity import Identifier, IdentityChange
from domain.clock.events import ClockOpened
from domain.placement.state import Active, Ended
from domain.setting.commands.register import RecordRegistration
from domain.setting.events.places import PlaceOccupied
from domain.setting.questions import home_on
from domain.setting.registration import RegistrationKind
from domain.setting.state import Listed
from domain.shared.envelope import Channel, StreamId
from domain.shared.vocabulary import EventId, LegalStatus, Locality, Subject
from tests.support.children import tell
from tests.support.imports import (
    Killed,
    bring_in,
    bring_in_again,
    child_in,
    facts_by_stream,
    killed_at,
    log_of,
    newest,
    starts_in,
    told_in,
)
from tests.support.returns import DERBY, Line, episode, header, missing, plan_of, review, uasc
from tests.support.service import Office, opened
from tests.support.settings import SETTING, list_home

ENTERED = episode(DEC="01/08/2025", REC="X1")
ORDERED = episode(DECOM="01/08/2025", RNE="L", LS="C2", DEC="01/12/2025", REC="X1")
MOVED = episode(DECOM="01/12/2025", RNE="P", LS="C2", PLACE="K2", URN="SC990077", PL_POST="DE1 2FS")
STORY = (ENTERED, ORDERED, MOVED)
ALONE: dict[str, Any] = {"seeking_asylum": (uasc(),), "absences": (missing(MIS_END="03/08/2025"),)}


def another(child: str, line: Line, **cells: str) -> Line:
    return {**line, "CHILD": child, **cells}


def breaches_in(office: Office) -> list[str]:
    return [breach.code for start in starts_in(office.running) for breach in start.breaches]


def test_a_child_of_a_return_is_on_record_with_all_that_it_says(
    office: Office, tmp_path: Path
) -> None:
    imported = bring_in(office.running, tmp_path, *STORY, reviews=(review(),), **ALONE)

    (plan,) = imported.plan.children
    child = child_in(office.running, plan.case_id)
    identity = child.identity
    assert imported.plan.counts.refused == 0
    assert identity is not None
    assert (identity.full_name, identity.sex, identity.home_postcode) == (None, Sex.MALE, "DE1 2FS")
    assert {each.kind: each.value for each in identity.identifiers} == {
        "ssda903_child": "C1",
        "upn": "A999000012345",
    }
    assert identity.unaccompanied is not None
    assert [(period.since, period.until) for period in child.care] == [(date(2025, 6, 10), None)]
    assert [period.legal_status for period in child.legal_statuses] == [
        LegalStatus.INTERIM_CARE_ORDER,
        LegalStatus.CARE_ORDER,
    ]
    assert [each.held_on for each in child.reviews] == [date(2025, 7, 1)]
    assert [(each.since, each.until) for each in child.absences] == [
        (date(2025, 8, 1), date(2025, 8, 3))
    ]
    first, second = (
        office.running.office.state(placement.decider, stream_of("placement", stay.placement_id))
        for stay in plan.placements
    )
    assert isinstance(first, Ended)
    assert isinstance(second, Active)
    assert (first.started_at, first.ended_at) == (date(2025, 6, 10), date(2025, 12, 1))
    assert second.particulars.arrangement.locality is Locality.IN_AREA
    assert first.particulars.arrangement.distance_tenths is not None
    assert breaches_in(office) == []


def test_it_is_recorded_now_of_then_in_one_run_and_for_its_authority(
    sqlite_office: Office, tmp_path: Path
) -> None:
    before = newest(sqlite_office.running)

    bring_in(sqlite_office.running, tmp_path, *STORY)

    told = [each for each in told_in(sqlite_office.running) if each.position > before]
    assert {each.channel for each in told} == {Channel.IMPORT}
    assert len({each.correlation for each in told}) == 1
    assert {each.actor.authority for each in told} == {DERBY}
    assert min(each.recorded_at for each in told).year == 2026


def test_imported_again_it_adds_nothing(office: Office, tmp_path: Path) -> None:
    bring_in(office.running, tmp_path, *STORY, reviews=(review(),), **ALONE)
    office.quiet()
    before = newest(office.running)

    again = bring_in_again(office.running, tmp_path)

    assert again.events == 0
    assert newest(office.running) == before


THREE: dict[str, Any] = {
    "headers": tuple(another(child, header(UPN="UN1")) for child in ("C1", "C2", "C3")),
    "reviews": tuple(another(child, review()) for child in ("C1", "C2", "C3")),
}
THEIRS = tuple(another(child, line) for child in ("C1", "C2", "C3") for line in STORY)
STEPS = 2 * 2 + 3
"""Two homes, before and after; and three children."""


@pytest.mark.parametrize("step", range(1, STEPS + 1))
def test_killed_anywhere_and_begun_again_it_ends_the_same(
    furnished_sqlite: Path, tmp_path: Path, step: int
) -> None:
    with a_service(furnished_sqlite, tmp_path / "whole") as office:
        bring_in(office.running, tmp_path, *THEIRS, **THREE)
        whole = facts_by_stream(office.running)
    with a_service(furnished_sqlite, tmp_path / "killed") as office:
        with pytest.raises(Killed):
            bring_in(office.running, tmp_path, *THEIRS, tell=killed_at(step), **THREE)
        bring_in_again(office.running, tmp_path)
        assert facts_by_stream(office.running) == whole


@contextmanager
def a_service(furnished: Path, home: Path) -> Iterator[Office]:
    shutil.copytree(furnished, home)
    with opened(home, f"sqlite:///{home / 'placements.db'}") as office:
        yield office


def test_next_years_return_adds_what_is_new(office: Office, tmp_path: Path) -> None:
    bring_in(office.running, tmp_path, *STORY)
    before = newest(office.running)

    later = bring_in(
        office.running,
        tmp_path,
        {**MOVED, "DEC": "01/06/2026", "REC": "E4A"},
        reviews=(review(REVIEW="10/04/2026"),),
    )

    told = [each.event.stored_as for each in told_in(office.running) if each.position > before]
    assert sorted(told) == [
        "case.ceased_looked_after.v1",
        "case.statutory_review_held.v1",
        "placement.ended.v1",
        "setting.place_vacated.v1",
    ]
    assert later.plan.counts.refused == 0


def test_a_return_that_opens_in_the_middle_of_a_stay_finds_it(
    office: Office, tmp_path: Path
) -> None:
    bring_in(office.running, tmp_path, {**ENTERED, "DEC": ""})

    later = bring_in(
        office.running,
        tmp_path,
        episode(DECOM="01/05/2026", RNE="L", LS="C2", DEC="01/07/2026", REC="E4B"),
    )

    (only,) = starts_in(office.running)
    state = office.running.office.state(
        placement.decider, stream_of("placement", only.placement_id)
    )
    assert isinstance(state, Ended)
    assert later.plan.children[0].placements[0].placement_id != only.placement_id


def test_what_a_person_has_put_right_is_not_brought_back(office: Office, tmp_path: Path) -> None:
    bring_in(office.running, tmp_path, *STORY)
    case_id = case_of(office)
    history = office.running.streams.read(stream_of("case", case_id)).events
    wrong = next(e.event_id for e in history if isinstance(e.event, BecameLookedAfter))
    correction = CorrectLegalStatus(
        corrects=EventId(wrong),
        standing=standing_fact(history, wrong),
        legal_status=LegalStatus.ACCOMMODATED,
        reason="The order came later.",
        approved_by=Subject("manager"),
        by=Subject("broker"),
    )
    tell(office.running, stream_of("case", case_id), case.decider, correction)

    again = bring_in_again(office.running, tmp_path)

    assert again.events == 0
    assert child_in(office.running, case_id).legal_status_on(date(2025, 7, 1)) is (
        LegalStatus.ACCOMMODATED
    )


OPENED_HERE = {
    "full_name": "Demo-Otter Brambleshade",
    "birth_date": {"born_on": "2014-05-03", "source": "birth certificate"},
    "sex": "M",
}


@pytest.mark.covers("R-28")
def test_a_child_whose_number_people_have_recorded_is_that_child(
    office: Office, tmp_path: Path
) -> None:
    numbers = [{"kind": "ssda903_child", "value": "C1"}]
    opened = office.post("/cases", {**OPENED_HERE, "identifiers": numbers})

    imported = bring_in(office.running, tmp_path, *STORY)

    child = child_in(office.running, UUID(opened.json()["ids"]["case_id"]))
    assert imported.plan.counts.refused == 0
    assert child.looked_after_on(date(2025, 7, 1))
    assert child.identity is not None
    assert child.identity.full_name == "Demo-Otter Brambleshade"
    assert Identifier(kind="upn", value="A999000012345") in child.identity.identifiers


@pytest.mark.covers("R-28")
def test_anothers_pupil_number_makes_a_possible_duplicate_until_a_person_decides(
    office: Office, tmp_path: Path
) -> None:
    numbers = [{"kind": "upn", "value": "A999000012345"}]
    opened = office.post("/cases", {**OPENED_HERE, "identifiers": numbers})
    case_id = UUID(opened.json()["ids"]["case_id"])

    refused = bring_in(office.running, tmp_path, *STORY)

    assert {row.code for row in refused.plan.refused} == {"POSSIBLE_DUPLICATE"}
    assert (refused.plan.counts.imported, refused.plan.counts.refused) == (0, 4)
    change = IdentityChange(identifiers=(Identifier(kind="ssda903_child", value="C1"),))
    same = AmendIdentity(change=change, reason="the same child", by=Subject("broker"))
    tell(office.running, stream_of("case", case_id), case.decider, same)
    assert bring_in_again(office.running, tmp_path).plan.counts.refused == 0
    assert child_in(office.running, case_id).looked_after_on(date(2025, 7, 1))


def test_a_refused_line_is_reported_and_the_rest_comes_in(office: Office, tmp_path: Path) -> None:
    imported = bring_in(
        office.running,
        tmp_path,
        *STORY,
        reviews=(review(REVIEW_CODE=""), review(REVIEW="01/10/2025")),
    )

    (row,) = imported.plan.refused
    assert (row.line.file, row.line.number, row.code) == ("reviews.csv", 2, "MISSING_INFORMATION")
    assert row.child == "C1"
    counts = imported.plan.counts
    assert (counts.read, counts.imported, counts.refused) == (6, 5, 1)


def test_a_placement_whose_first_line_is_refused_does_not_begin(
    office: Office, tmp_path: Path
) -> None:
    imported = bring_in(office.running, tmp_path, episode(CIN=""))

    assert [row.code for row in imported.plan.refused] == ["MISSING_INFORMATION"]
    assert starts_in(office.running) == []


def test_an_end_of_care_without_a_reason_is_of_a_reason_not_said(
    office: Office, tmp_path: Path
) -> None:
    bring_in(office.running, tmp_path, {**ENTERED, "REC": ""})

    ceased = [each.event for each in log_of(office.running)]
    assert [e.reason for e in ceased if isinstance(e, CeasedLookedAfter)] == [
        CeasingReason.ANYTHING_ELSE
    ]


def test_a_stay_that_ends_with_nothing_after_it_leaves_care_open(
    office: Office, tmp_path: Path
) -> None:
    bring_in(office.running, tmp_path, ENTERED)

    child = child_in(office.running, case_of(office))
    assert child.looked_after_on(date(2025, 9, 1))
    (only,) = starts_in(office.running)
    stream = stream_of("placement", only.placement_id)
    assert isinstance(office.running.office.state(placement.decider, stream), Ended)


def test_an_erased_child_is_not_told_of_again(office: Office, tmp_path: Path) -> None:
    bring_in(office.running, tmp_path, *STORY)
    history = office.running.streams.read(stream_of("case", case_of(office)))
    assert history.file is not None
    office.quiet()
    office.running.ring.destroy(history.file, office.running.clock.now())
    before = newest(office.running)

    again = bring_in(office.running, tmp_path, *STORY, reviews=(review(),))

    assert {row.code for row in again.plan.refused} == {"ERASED"}
    assert newest(office.running) == before


@pytest.mark.covers("6-35")
def test_a_start_that_the_law_forbids_comes_in_with_its_breach(
    office: Office, tmp_path: Path
) -> None:
    flat = episode(PLACE="K3", URN="SC990099", PL_POST="DE1 2FS")

    bring_in(office.running, tmp_path, flat, headers=(header(DOB="03/05/2011"),))

    assert breaches_in(office) == ["AGE_UNDER_16_OTHER_ARRANGEMENTS"]


def test_a_start_before_the_law_forbade_it_breaks_nothing(office: Office, tmp_path: Path) -> None:
    lodging = episode(PLACE="H5", URN="", PL_POST="DE1 2FS", DECOM="01/05/2021")

    bring_in(office.running, tmp_path, lodging, headers=(header(DOB="03/05/2006"),))

    assert breaches_in(office) == []


def test_children_who_followed_each_other_were_not_there_together(
    office: Office, tmp_path: Path
) -> None:
    later = episode(PLACE="K2", URN="SC990077", DECOM="01/12/2025")
    sooner = another(
        "C2", later, DECOM="10/06/2025", DEC="01/12/2025", REC="E4A", HOME_POST="DE1 2FS"
    )

    bring_in(
        office.running,
        tmp_path,
        later,
        sooner,
        headers=(header(), another("C2", header(UPN="UN1"))),
    )

    came = [each.event for each in log_of(office.running)]
    assert [e.breaches for e in came if isinstance(e, PlaceOccupied)] == [(), ()]
    home = office.running.office.state(setting.decider, setting_of(office))
    assert isinstance(home, Listed)
    assert home.places().limit_on(date(2025, 7, 1)) == 1
    assert home.places().free_on(date(2026, 1, 1)) == 0


def test_a_home_that_people_have_listed_is_not_listed_twice(office: Office, tmp_path: Path) -> None:
    known = stream_of("setting", SETTING)
    tell(office.running, known, setting.decider, list_home(places=3))
    number = RecordRegistration(
        kind=RegistrationKind.CHILDRENS_HOME, urn="SC990077", from_=date(2020, 1, 1)
    )
    tell(office.running, known, setting.decider, number)

    bring_in(office.running, tmp_path, episode(PLACE="K2", URN="SC990077"))

    (start,) = starts_in(office.running)
    assert start.setting_id == SETTING
    assert start.provider_id == home_on(listed_at(office, known), date(2025, 7, 1)).provider_id
    assert listed_at(office, known).places().free_on(date(2026, 1, 1)) == 2


@pytest.mark.parametrize("place", ["P1", "A3", "T1"])
def test_a_familys_own_address_is_in_no_register(
    office: Office, tmp_path: Path, place: str
) -> None:
    bring_in(office.running, tmp_path, episode(PLACE=place, PLACE_PROVIDER="", URN=""))

    streams = {each.stream.partition("-")[0] for each in log_of(office.running)}
    assert "setting" not in streams
    assert len(starts_in(office.running)) == 1


def test_an_address_enters_an_id_only_under_a_key(tmp_path: Path) -> None:
    (child,) = plan_of(tmp_path, ENTERED, MOVED).children
    fostered, in_a_home = child.placements
    one, other = HomeKeys(DERBY, b"one"), HomeKeys(DERBY, b"other")

    assert one.of(fostered) == HomeKeys(DERBY, b"one").of(fostered)
    assert one.of(fostered) != other.of(fostered)
    assert one.of(in_a_home) == other.of(in_a_home)


def test_only_deadlines_still_to_come_are_opened(office: Office, tmp_path: Path) -> None:
    bring_in(office.running, tmp_path, *STORY, reviews=(review(), review(REVIEW="01/10/2026")))
    office.quiet()

    clock = stream_of("clock-case", case_of(office))
    events = [each.event for each in office.running.streams.read(clock).events]
    assert {type(each) for each in events} == {ClockOpened}
    assert [each.code for each in events] == [
        "C-SREV-6M",
        "C-PATHNEEDS-3M",
        "C-PAVISIT-7D",
        "C-PANEL-MONTH",
    ]
    assert all(each.due > office.running.clock.now() for each in events)


def case_of(office: Office) -> UUID:
    opened = (each.event for each in log_of(office.running))
    return next(event.case_id for event in opened if isinstance(event, CaseOpened))


def setting_of(office: Office) -> StreamId:
    return next(e.stream for e in log_of(office.running) if e.stream.startswith("setting-"))


def listed_at(office: Office, stream: StreamId) -> Listed:
    return office.running.office.known(setting.decider, stream, Listed)
