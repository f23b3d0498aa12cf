"""Who is told where a child lives, and that it ended: a clock each; who lawfully is not."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.case.connections import Connection, ConnectionId, ConnectionKind
from domain.case.events import ConnectionRecorded
from domain.placement import Placement, PlacementCommand, decider
from domain.placement.case_clocks import case_clocks
from domain.placement.commands import (
    ExcludeRecipient,
    RecordAreaNotification,
    RecordNotification,
    RecordNotificationOfEnd,
)
from domain.placement.errors import (
    DetailsMissing,
    ExclusionNotLawful,
    RecipientNotNamed,
    RecipientUnknown,
)
from domain.placement.events import (
    AreaAuthorityNotified,
    NotificationSent,
    PlacementEvent,
    PlacementNotStarted,
    RecipientExcluded,
    TerminationNotified,
)
from domain.placement.known_from import known_from
from domain.placement.notifying import (
    ALLOWED,
    AreaContent,
    Exclusion,
    Means,
    PeopleOnRecord,
    Recipient,
    RecipientKind,
)
from domain.shared.child_in_law import ChildInLaw
from domain.shared.envelope import GssCode
from domain.shared.errors import EffectiveBeforeStream, WrongState
from domain.shared.moments import london_day
from domain.shared.vocabulary import LegalStatus, Locality
from tests.support.clocks import TERMS
from tests.support.placements import (
    PLACEMENT,
    SETTING,
    START,
    VERBAL,
    arrangement,
    ended,
    history,
    proposed,
    start_agreed,
    started,
)
from tests.support.scenario import Case
from tests.support.visits import MANAGER, WORKER, child

placement: Case[PlacementCommand, Placement, PlacementEvent] = Case(decider)
K = RecipientKind
DERBYSHIRE = GssCode("E10000007")
EVERYTHING = tuple(AreaContent)
DAY = timedelta(days=1)
AWAY = arrangement().model_copy(update={"locality": Locality.ADJOINING})
MOTHER, FATHER = UUID(int=71), UUID(int=72)
PARENTS = PeopleOnRecord(connections=frozenset({MOTHER, FATHER}))


def tell(kind: K, on: date = START, who: UUID | None = None) -> RecordNotification:
    to = Recipient(kind=kind, who=who)
    return RecordNotification(to=to, on=on, means=Means.LETTER, by=WORKER, people=PARENTS)


def told(kind: K, on: date = START, who: UUID | None = None) -> NotificationSent:
    to = Recipient(kind=kind, who=who)
    return NotificationSent(to=to, on=on, means=Means.LETTER, by=WORKER)


def tell_area(*contents: AreaContent) -> RecordAreaNotification:
    return RecordAreaNotification(
        council=DERBYSHIRE, on=START, means=Means.EMAIL, contents=contents, by=WORKER
    )


def area_told(*contents: AreaContent) -> AreaAuthorityNotified:
    return AreaAuthorityNotified(
        council=DERBYSHIRE, on=START, means=Means.EMAIL, contents=contents, by=WORKER
    )


def leave_out(
    kind: K, why: Exclusion, because: str = "Would come to the door.", who: UUID | None = None
) -> ExcludeRecipient:
    return ExcludeRecipient(
        recipient=Recipient(kind=kind, who=who),
        why=why,
        because=because,
        on=START,
        by=MANAGER,
        role="team_manager",
    )


def left_out(kind: K, why: Exclusion, who: UUID | None = None) -> RecipientExcluded:
    asked = leave_out(kind, why, who=who).model_dump(exclude={"people"})
    return RecipientExcluded(**asked)


def tell_of_end(kind: K, on: date) -> RecordNotificationOfEnd:
    to = Recipient(kind=kind)
    return RecordNotificationOfEnd(to=to, on=on, means=Means.LETTER, by=WORKER)


def of_end(kind: K, on: date) -> TerminationNotified:
    to = Recipient(kind=kind)
    return TerminationNotified(to=to, on=on, means=Means.LETTER, by=WORKER)


def clocks(
    code: str, *events: PlacementEvent, of: ChildInLaw | None = None
) -> dict[str, tuple[date, str]]:
    """By whom it is about: the London day on which it was due, and how it stands."""
    found = case_clocks(history(*events), TERMS, of or child())
    return {
        ":".join(each.key.split(":")[1:-1]): (london_day(each.due.at), each.outcome.value)
        for each in found
        if each.code == code
    }


def parent(who: UUID, relation: str) -> ConnectionRecorded:
    held = Connection(
        connection_id=ConnectionId(who),
        kind=ConnectionKind.RELATIVE,
        relation=relation,
        value="Rowan Brambleshade",
        since=date(2012, 5, 17),
    )
    return ConnectionRecorded(connection=held, by=WORKER)


def test_who_is_told_before_the_child_comes_or_after_is_on_record() -> None:
    placement.given(proposed()).when(tell(K.GP)).then(told(K.GP))
    placement.given(started()).when(tell(K.PARENT, who=MOTHER)).then(told(K.PARENT, who=MOTHER))
    called_off = PlacementNotStarted(
        placement_id=PLACEMENT, setting_id=SETTING, reason="child_refused"
    )
    placement.given(proposed(), called_off).when(tell(K.GP)).then_refused(WrongState)
    placement.given(started()).when(tell(K.CARER)).then_refused(WrongState)


def test_the_area_authority_is_told_with_something() -> None:
    twice = tell_area(AreaContent.REASONS, AreaContent.REASONS)

    placement.given(started()).when(twice).then(area_told(AreaContent.REASONS))
    placement.given(started()).when(tell_area()).then_refused(DetailsMissing)


@pytest.mark.covers("6-61", "R-143")
@pytest.mark.parametrize("why", Exclusion)
@pytest.mark.parametrize("kind", RecipientKind)
def test_somebody_is_left_out_by_a_reason_that_holds_for_them_and_by_no_other(
    why: Exclusion, kind: RecipientKind
) -> None:
    asked = placement.given(started()).when(leave_out(kind, why))

    if kind in ALLOWED[why]:
        asked.then(left_out(kind, why))
    else:
        asked.then_refused(ExclusionNotLawful)


@pytest.mark.covers("R-143")
def test_reviewing_officers_and_health_are_told_in_every_case_and_a_reason_is_given() -> None:
    for reason in Exclusion:
        for kind in (K.IRO, K.HEALTH, K.HEALTH_OF_AREA):
            placement.given(started()).when(leave_out(kind, reason)).then_refused(
                ExclusionNotLawful
            )
    silent = leave_out(K.PARENT, Exclusion.SIGNIFICANT_HARM, because=" ")
    placement.given(started()).when(silent).then_refused(DetailsMissing)


def test_of_the_end_people_are_told_once_the_child_lives_there() -> None:
    placement.given(started()).when(tell_of_end(K.CARER, START)).then(of_end(K.CARER, START))
    placement.given(proposed()).when(tell_of_end(K.GP, START)).then_refused(WrongState)
    early = tell_of_end(K.GP, START - DAY)
    placement.given(started()).when(early).then_refused(EffectiveBeforeStream)


@pytest.mark.covers("C-NOTIF-5WD", "R-142")
def test_each_who_must_be_told_has_a_clock_of_its_own() -> None:
    found = clocks("C-NOTIF-5WD", started(date(2026, 4, 2)), told(K.GP, date(2026, 4, 8)))

    assert found["gp"] == (date(2026, 4, 13), "met")
    assert {
        whom: standing for whom, (_, standing) in found.items() if whom != "gp"
    } == dict.fromkeys(("child", "parent", "health", "education", "iro"), "running")


@pytest.mark.covers("C-NOTIF-5WD", "R-141")
@pytest.mark.parametrize(
    ("before", "due"),
    [
        ([proposed(), start_agreed()], START),
        ([proposed(), start_agreed(verbal_authority=VERBAL)], date(2026, 3, 9)),
        ([proposed()], date(2026, 3, 9)),
        ([], date(2026, 3, 9)),
    ],
)
def test_an_agreed_start_is_told_of_before_it_and_an_emergency_within_five_days(
    before: Sequence[PlacementEvent], due: date
) -> None:
    assert clocks("C-NOTIF-5WD", *before, started())["gp"] == (due, "running")
    ahead = told(K.GP, START - DAY)
    if before:
        assert clocks("C-NOTIF-5WD", *before, ahead, started())["gp"] == (due, "met")


@pytest.mark.covers("C-NOTIF-5WD", "6-61", "R-142")
def test_each_parent_on_record_is_told_or_left_out_by_itself() -> None:
    of = child(parent(MOTHER, "mother"), parent(FATHER, "father"), parent(UUID(int=73), "aunt"))
    harm = left_out(K.PARENT, Exclusion.SIGNIFICANT_HARM, who=FATHER)
    found = clocks("C-NOTIF-5WD", started(), told(K.PARENT, who=MOTHER), harm, of=of)

    parents = {whom: standing for whom, (_, standing) in found.items() if whom.startswith("parent")}
    assert parents == {f"parent:{MOTHER}": "met", f"parent:{FATHER}": "stopped"}


def of_record(*parents: UUID) -> PeopleOnRecord:
    return PeopleOnRecord(connections=frozenset(parents), parents=parents)


@pytest.mark.covers("R-158")
def test_the_only_parent_needs_no_naming_and_of_two_one_is_named() -> None:
    word = tell(K.PARENT)
    one, two = of_record(MOTHER), of_record(MOTHER, FATHER)

    alone = word.model_copy(update={"people": one})
    placement.given(started()).when(alone).then(told(K.PARENT, who=MOTHER))
    which = word.model_copy(update={"people": two})
    placement.given(started()).when(which).then_refused(RecipientNotNamed)
    nobody = leave_out(K.PARENT, Exclusion.SIGNIFICANT_HARM, who=UUID(int=99))
    for unknown in (tell(K.PARENT, who=UUID(int=99)), tell(K.GP, who=UUID(int=99)), nobody):
        placement.given(started()).when(unknown).then_refused(RecipientUnknown)


@pytest.mark.covers("R-158", "C-NOTIF-5WD")
def test_word_to_the_parents_as_one_was_to_each_who_was_put_on_record_later() -> None:
    of = child(parent(MOTHER, "mother"))
    found = clocks("C-NOTIF-5WD", started(), told(K.PARENT), of=of)
    assert found[f"parent:{MOTHER}"][1] == "met"


@pytest.mark.covers("6-61", "R-157")
@pytest.mark.parametrize("kind", [K.PARENT, K.CONTACT])
def test_who_was_left_out_for_the_childs_sake_and_is_told_is_a_breach_and_no_duty_done(
    kind: K,
) -> None:
    harm = left_out(K.PARENT, Exclusion.SIGNIFICANT_HARM, who=MOTHER)
    word = tell(kind, START - 2 * DAY, who=MOTHER)
    (sent,) = decider.decide(decider.replay([started(), harm]), word)

    assert isinstance(sent, NotificationSent)
    assert [each.code for each in sent.breaches] == ["TOLD_THOUGH_EXCLUDED"]
    of = child(parent(MOTHER, "mother"))
    for day, standing in ((START - DAY, "met"), (START, "stopped"), (START + DAY, "stopped")):
        found = clocks("C-NOTIF-5WD", started(), harm, told(kind, day, who=MOTHER), of=of)
        assert found[f"parent:{MOTHER}"][1] == standing


def test_who_was_told_the_same_day_before_it_was_decided_otherwise_was_told_in_time() -> None:
    harm = left_out(K.PARENT, Exclusion.SIGNIFICANT_HARM)
    found = clocks("C-NOTIF-5WD", started(), told(K.PARENT), harm)
    assert found["parent"][1] == "met"


@pytest.mark.covers("6-61", "R-157")
def test_word_of_the_end_is_no_different_and_who_was_not_there_and_is_found_may_be_told() -> None:
    harm = left_out(K.PARENT, Exclusion.SIGNIFICANT_HARM)
    none = left_out(K.GP, Exclusion.NO_SUCH_PERSON)
    state = decider.replay([started(), harm, none])
    for word, broken in (
        (tell_of_end(K.PARENT, START), ["TOLD_THOUGH_EXCLUDED"]),
        (tell_of_end(K.IRO, START), []),
        (tell(K.GP), []),
    ):
        (sent,) = decider.decide(state, word)
        assert isinstance(sent, NotificationSent | TerminationNotified)
        assert [each.code for each in sent.breaches] == broken


@pytest.mark.covers("R-159")
def test_nobody_is_told_before_there_was_a_placement_to_tell_of() -> None:
    known = {"known_from": START - DAY}
    for word in (tell(K.GP, START - 2 * DAY), tell_area(AreaContent.REASONS)):
        asked = word.model_copy(update=known | {"on": START - 2 * DAY})
        placement.given(proposed()).when(asked).then_refused(EffectiveBeforeStream)
    on_the_day = tell(K.GP, START - DAY).model_copy(update=known)
    placement.given(proposed()).when(on_the_day).then(told(K.GP, START - DAY))


@pytest.mark.covers("R-159")
def test_a_placement_is_known_from_its_proposal_or_an_earlier_start() -> None:
    assert known_from(history()) is None
    assert known_from(history(started())) == START
    assert known_from(history(proposed(), started())) == min(
        START, london_day(history(proposed())[0].recorded_at)
    )


@pytest.mark.covers("C-AREA-5WD", "R-142")
def test_the_area_authority_has_everything_before_its_clock_is_met() -> None:
    assert clocks("C-AREA-5WD", started()) == {}
    assert clocks("C-NOTIF-5WD", started(where=AWAY)).keys() >= {"health", "health_of_area"}

    part = area_told(AreaContent.REASONS, AreaContent.CARE_PLAN)
    rest = area_told(AreaContent.NEEDS_ASSESSMENT)
    for given, standing in (([part], "running"), ([part, rest], "met")):
        found = clocks("C-AREA-5WD", started(where=AWAY), *given)
        assert found == {"area_authority": (date(2026, 3, 9), standing)}


@pytest.mark.covers("T9", "C-TERM-10WD", "6-24", "R-144")
def test_of_an_end_each_is_told_within_ten_working_days_who_was_not_told_before() -> None:
    end, before = ended(date(2026, 4, 2)), of_end(K.IRO, date(2026, 3, 30))
    harm = left_out(K.PARENT, Exclusion.SIGNIFICANT_HARM)
    found = clocks("C-TERM-10WD", started(), harm, before, end, of_end(K.GP, date(2026, 4, 20)))

    assert {day for day, _ in found.values()} == {date(2026, 4, 20)}
    assert {whom: standing for whom, (_, standing) in found.items()} == {
        "child": "running",
        "parent": "stopped",
        "health": "running",
        "gp": "met",
        "education": "running",
        "iro": "met",
        "carer": "running",
    }


@pytest.mark.covers("6-25", "C-NOTIF-5WD", "R-141")
def test_the_end_stops_what_was_owed_of_the_start_and_what_was_said_afterwards_is_of_no_use() -> (
    None
):
    found = clocks("C-NOTIF-5WD", started(), ended(START + DAY), told(K.GP, START + 3 * DAY))
    assert {standing for _, standing in found.values()} == {"stopped"}


@pytest.mark.covers("6-40", "R-142")
def test_who_is_not_looked_after_has_nobody_told_by_this_law() -> None:
    short = child(legal_status=LegalStatus.SHORT_BREAKS)
    for code in ("C-NOTIF-5WD", "C-AREA-5WD", "C-TERM-10WD"):
        assert clocks(code, started(where=AWAY), ended(), of=short) == {}


def test_a_child_who_comes_into_care_where_it_lives_has_them_told_from_then() -> None:
    later = child(since=date(2026, 3, 16))
    assert clocks("C-NOTIF-5WD", started(), of=later)["gp"] == (date(2026, 3, 23), "running")
