"""What an officer is said to have said: by whom two things may be, and who owns to it."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from application.access.actions import Action
from application.access.who import WHO
from domain import referral
from domain.referral.approvals import numbered
from domain.referral.clocks import clocks
from domain.referral.codes import BypassReason, DeselectionReason, WithdrawalReason
from domain.referral.commands.choice import DeselectPreferred
from domain.referral.commands.ending import WithdrawReferral
from domain.referral.commands.funding import NoteVerbalAuthority
from domain.referral.commands.in_house import ApproveInHouseBypass
from domain.referral.commands.search import ApproveExternalSearch
from domain.referral.commands.spoken import ConfirmSpoken, DenySpoken
from domain.referral.events import ReferralEvent
from domain.referral.events.ending import ReferralFulfilled
from domain.referral.events.funding import VerbalAuthorityNoted
from domain.referral.events.in_house import InHouseBypassApproved
from domain.referral.events.spoken import SpokenApprovalConfirmed, SpokenApprovalDenied
from domain.referral.rules.spoken import GIVEN_BY
from domain.referral.spoken import Spoken, SpokenAct
from domain.shared.clock_catalogue import C_SPOKEN
from domain.shared.clocks import Clock, Outcome
from domain.shared.errors import (
    ConflictOfInterest,
    MissingInformation,
    NotFound,
    NotPermitted,
    WrongState,
)
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import Pence, PlacementId, Subject
from tests.support.clocks import TERMS
from tests.support.referrals import (
    BROKER,
    HEAD,
    MANAGER,
    NOW,
    OAK,
    REFERRAL,
    accepted,
    approved,
    drafted,
    heard,
    offer_of,
    published,
    recorded,
    submitted,
    until_preferred,
    written,
)
from tests.support.scenario import Case

case = Case(referral.decider)
WORD = Spoken(at=NOW, recorded_by=BROKER)
DIRECTOR = Subject("director")


def bypassed(officer: Subject = MANAGER) -> InHouseBypassApproved:
    why = {"reason": BypassReason.EMERGENCY, "text": "Nobody tonight."}
    return InHouseBypassApproved(**why, by=officer, spoken=WORD)


def until_bypassed() -> Sequence[ReferralEvent]:
    """The submission was approved in person, and so has no number; the bypass by telephone."""
    return [drafted(emergency=True), written(), submitted(), accepted(), bypassed()]


def confirm(number: int = 1, role: str = "team_manager", by: Subject = MANAGER) -> ConfirmSpoken:
    return ConfirmSpoken(number=number, role=role, by=by)


night = case.given(*until_bypassed())
OWNED = SpokenApprovalConfirmed(number=1, act=SpokenAct.IN_HOUSE_BYPASS, by=MANAGER)


@pytest.mark.covers("R-104")
def test_the_officer_who_is_named_owns_to_the_word_and_nobody_else() -> None:
    night.when(confirm()).then(OWNED)
    night.when(confirm(by=HEAD)).then_refused(NotPermitted)
    night.when(confirm(number=2)).then_refused(NotFound)
    night.when(confirm(number=0)).then_refused(NotFound)
    case.given(*until_bypassed(), OWNED).when(confirm()).then_refused(WrongState)


@pytest.mark.covers("R-104")
def test_it_is_confirmed_in_a_role_that_gives_it_by_day_and_denied_in_any() -> None:
    night.when(confirm(role="nominated_officer")).then_refused(NotPermitted)
    state = referral.decider.replay(until_bypassed())
    deny = DenySpoken(number=1, text="I was not asked.", by=MANAGER)

    (denied,) = referral.decider.decide(state, deny)

    assert isinstance(denied, SpokenApprovalDenied)
    assert [each.code for each in denied.breaches] == ["SPOKEN_APPROVAL_DENIED"]
    night.when(DenySpoken(number=1, text=" ", by=MANAGER)).then_refused(MissingInformation)
    case.given(*until_bypassed(), denied).when(confirm()).then_refused(WrongState)


@pytest.mark.covers("R-104")
def test_roles_are_those_that_may_by_day() -> None:
    by_day = {
        SpokenAct.IN_HOUSE_BYPASS: Action.APPROVE_IN_HOUSE_BYPASS,
        SpokenAct.EXTERNAL_SEARCH: Action.APPROVE_EXTERNAL_SEARCH,
        SpokenAct.SIBLING_SPLIT: Action.APPROVE_SIBLING_SPLIT,
        SpokenAct.CHOICE: Action.SELECT_OFFER,
        SpokenAct.MONEY: Action.AUTHORISE_FUNDING,
        SpokenAct.DESELECTION: Action.SELECT_OFFER,
        SpokenAct.WITHDRAWAL: Action.WITHDRAW_REFERRAL,
    }
    for act, action in by_day.items():
        assert GIVEN_BY[act] == {role.value for role in WHO[action]}
    everybody = frozenset[str]().union(*GIVEN_BY.values())
    assert everybody <= {role.value for role in WHO[Action.OWN_TO_WORD]}


@pytest.mark.covers("R-104")
def test_one_officer_gives_no_two_words_that_no_one_role_gives_by_day() -> None:
    search = ApproveExternalSearch(
        budget_heading="external", indicative_weekly=Pence(1), by=MANAGER, spoken=heard()
    )
    night.when(search).then_refused(ConflictOfInterest)
    by_head = search.model_copy(update={"by": HEAD})
    night.when(by_head).then(approved_by_word())
    bypass = ApproveInHouseBypass(
        reason=BypassReason.EMERGENCY, text="Nobody.", by=MANAGER, spoken=heard()
    )
    case.given(*until_bypassed()[:-1]).when(bypass).then(
        bypassed().model_copy(update={"text": "Nobody."})
    )


def approved_by_word() -> ReferralEvent:
    said = {"budget_heading": "external", "indicative_weekly": Pence(1), "spoken": WORD}
    return approved().model_copy(update=said)


@pytest.mark.covers("R-104", "R-81")
@pytest.mark.parametrize(("officer", "may"), [(MANAGER, False), (BROKER, False), (HEAD, True)])
def test_the_word_for_the_money_is_of_somebody_who_has_a_say_in_money(
    officer: Subject,
    may: bool,  # noqa: FBT001  # a case of the table
) -> None:
    chosen = case.given(drafted(emergency=True), *until_preferred()[1:])
    note = NoteVerbalAuthority(officer=officer, spoken=heard(Subject("olly")))

    if may:
        word = VerbalAuthority(officer=officer, given_at=NOW, noted_by=Subject("olly"))
        chosen.when(note).then(VerbalAuthorityNoted(offer_id=offer_of(OAK), authority=word))
    else:
        chosen.when(note).then_refused(ConflictOfInterest)


def test_the_start_repeats_the_word_that_was_noted_and_makes_no_second() -> None:
    word = VerbalAuthority(officer=DIRECTOR, given_at=NOW, noted_by=BROKER)
    noted = VerbalAuthorityNoted(offer_id=offer_of(OAK), authority=word)
    moved_in = ReferralFulfilled(
        placement_id=PlacementId(REFERRAL), offer_id=offer_of(OAK), at=NOW, verbal_authority=word
    )
    history = [drafted(emergency=True), *until_preferred()[1:], noted, moved_in]

    assert [each.number for _, each in numbered(list(recorded(history)))] == [1]
    without_note = [each for each in history if each is not noted]
    assert [w.officer for _, w in numbered(list(recorded(without_note)))] == [DIRECTOR]


def clocks_of(*history: ReferralEvent) -> list[Clock]:
    return [each for each in clocks(list(recorded(history)), TERMS) if each.code == C_SPOKEN]


@pytest.mark.covers("C-SPOKEN", "R-104")
def test_a_word_is_owned_to_by_the_close_of_the_next_working_day() -> None:
    (running,) = clocks_of(*until_bypassed())
    (answered,) = clocks_of(*until_bypassed(), OWNED)

    assert running.due.at == datetime(2026, 3, 3, 17, tzinfo=UTC)
    assert answered.outcome is Outcome.MET


@pytest.mark.covers("R-104")
def test_a_word_of_friday_night_is_owned_to_by_monday_evening() -> None:
    friday = datetime(2026, 3, 6, 21, 40, tzinfo=UTC)
    noted = VerbalAuthorityNoted(
        offer_id=offer_of(OAK),
        authority=VerbalAuthority(officer=DIRECTOR, given_at=friday, noted_by=BROKER),
    )
    (running,) = clocks_of(drafted(emergency=True), published(), noted)

    assert running.due.at == datetime(2026, 3, 9, 17, tzinfo=UTC)
    assert running.anchored_at == friday - timedelta()


@pytest.mark.covers("R-103", "R-104")
def test_a_choice_is_undone_and_a_search_called_off_by_word_in_an_emergency_only() -> None:
    hers = Subject("olly")
    chosen = [drafted(emergency=True), *until_preferred()[1:]]
    undo = DeselectPreferred(reason=DeselectionReason.CHILD_REFUSED, by=BROKER, spoken=heard(hers))
    off = WithdrawReferral(reason=WithdrawalReason.RETURNED_HOME, by=BROKER, spoken=heard(hers))

    for said in (undo, off):
        caused = referral.decider.decide(referral.decider.replay(chosen), said)
        numbers = [w.act for _, w in numbered(list(recorded([*chosen, *caused])))]
        assert numbers == [SpokenAct.DESELECTION if said is undo else SpokenAct.WITHDRAWAL]
        case.given(*until_preferred()).when(said).then_refused(WrongState)
        own = said.model_copy(update={"spoken": heard(BROKER)})
        case.given(*chosen).when(own).then_refused(ConflictOfInterest)
