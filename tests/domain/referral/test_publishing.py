"""In house first; then a certified pack goes to providers of the lot."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from domain import referral
from domain.referral.commands.search import (
    ApproveExternalSearch,
    RecordInHouseExhausted,
    StartInHouseSearch,
)
from domain.referral.errors import (
    InHouseNotExhausted,
    NotOnLot,
    RedactionNotConfirmed,
)
from domain.referral.events.search import InHouseSearchStarted, ProviderInvited
from domain.referral.pack import digest
from domain.shared.admission import ProviderSuspended
from domain.shared.errors import ConflictOfInterest, MissingInformation, WrongState
from domain.shared.terms import Tier
from domain.shared.vocabulary import Pence, Subject
from tests.support.referrals import (
    ASH,
    BROKER,
    CASEWORKER,
    ELM,
    HEAD,
    OAK,
    accepted,
    approved,
    considered,
    exhausted,
    invited,
    invitee,
    pack,
    publish,
    published,
    submitted,
    until_approved,
    until_published,
    until_submitted,
)
from tests.support.scenario import Case

case = Case(referral.decider)
STARTED = InHouseSearchStarted(by=BROKER)
LONDON = ZoneInfo("Europe/London")


def approve(by: Subject = HEAD) -> ApproveExternalSearch:
    return ApproveExternalSearch(
        budget_heading="external_16_plus", indicative_weekly=Pence(160_000), by=by
    )


def test_the_council_looks_in_house_first() -> None:
    history = [*until_submitted(), accepted()]
    case.given(*history).when(StartInHouseSearch(by=BROKER)).then(STARTED)

    found_none = RecordInHouseExhausted(considered=(considered(),), by=BROKER)
    case.given(*history, STARTED).when(found_none).then(exhausted())


@pytest.mark.covers("2-039")
def test_an_in_house_search_says_what_it_considered() -> None:
    searching = case.given(*until_submitted(), accepted(), STARTED)
    nothing = RecordInHouseExhausted(by=BROKER)
    none_exists = RecordInHouseExhausted(none_exists="no_provision_of_this_kind", by=BROKER)

    searching.when(nothing).then_refused(MissingInformation)
    searching.when(none_exists).then(
        exhausted().model_copy(
            update={"considered": (), "none_exists": "no_provision_of_this_kind"}
        )
    )


@pytest.mark.covers("2-039")
def test_nobody_is_asked_outside_before_the_in_house_search_is_exhausted() -> None:
    for history in ([accepted()], [accepted(), STARTED]):
        looking = case.given(*until_submitted(), *history)
        looking.when(approve()).then_refused(InHouseNotExhausted)
        looking.when(publish()).then_refused(InHouseNotExhausted)


def test_an_external_search_is_approved_by_someone_else() -> None:
    history = [*until_submitted()[:2], submitted(by=BROKER), accepted(), STARTED, exhausted()]
    ready = case.given(*history)

    ready.when(approve(by=CASEWORKER)).then_refused(ConflictOfInterest)
    ready.when(approve(by=BROKER)).then_refused(ConflictOfInterest)
    ready.when(approve()).then(approved())


def test_publication_waits_for_approval() -> None:
    unapproved = until_approved()[:-1]
    case.given(*unapproved).when(publish()).then_refused(WrongState)


def test_each_provider_is_invited_once_until_the_same_instant() -> None:
    twice = publish(invitee(OAK), invitee(ELM), invitee(OAK))
    case.given(*until_approved()).when(twice).then(published(), invited(OAK), invited(ELM))


def test_a_referral_is_published_once() -> None:
    case.given(*until_published()).when(publish()).then_refused(WrongState)


@pytest.mark.covers("4-110")
def test_a_pack_is_released_only_by_a_certifier() -> None:
    ready = case.given(*until_approved())
    ready.when(publish(certified_by=None)).then_refused(RedactionNotConfirmed)


@pytest.mark.covers("4-110")
def test_an_identifier_found_is_counted_and_never_echoed() -> None:
    state = referral.decider.replay(until_approved())
    found = publish(identifiers_found=("summary", "summary", "ava_smith"))

    with pytest.raises(RedactionNotConfirmed) as refusal:
        referral.decider.decide(state, found)

    assert refusal.value.details == {"findings": 3, "fields": ["summary"]}
    assert "ava" not in str(refusal.value)


@pytest.mark.covers("4-094")
def test_only_active_members_of_the_lot_are_asked() -> None:
    ready = case.given(*until_approved())
    ready.when(publish(invitee(OAK), invitee(ELM, on_lot=False))).then_refused(NotOnLot)
    ready.when(publish(invitee(OAK), invitee(ASH, suspended=True))).then_refused(ProviderSuspended)
    ready.when(publish(audience=())).then_refused(MissingInformation)


def test_a_contract_without_a_window_for_the_tier_is_named() -> None:
    silent_terms = publish().terms.model_copy(update={"response_minutes": {}})
    ready = case.given(*until_approved())
    ready.when(publish(terms=silent_terms)).then_refused(MissingInformation)


@pytest.mark.covers("T20", "T21", "T22", "T23", "6-12", "6-13")
@pytest.mark.parametrize(
    ("tier", "now_in_london", "deadline"),
    [
        (Tier.STANDARD, "2026-03-28T10:00", "2026-03-29T11:00+01:00"),
        (Tier.STANDARD, "2026-10-24T10:00", "2026-10-25T09:00+00:00"),
        (Tier.URGENT, "2026-03-29T00:30", "2026-03-29T02:30+01:00"),
        (Tier.URGENT, "2026-10-25T01:30", "2026-10-25T01:30+00:00"),
    ],
)
def test_the_window_is_elapsed_time_through_a_change_of_clocks(
    tier: Tier, now_in_london: str, deadline: str
) -> None:
    state = referral.decider.replay(until_approved(tier=tier))
    now = datetime.fromisoformat(now_in_london).replace(tzinfo=LONDON)

    _, invitation = referral.decider.decide(state, publish(invitee(OAK), now=now))

    assert isinstance(invitation, ProviderInvited)
    assert invitation.deadline == datetime.fromisoformat(deadline)


def test_the_digest_proves_which_pack_was_released() -> None:
    assert digest(pack()) == digest(pack())
    assert digest(pack()) != digest(pack(summary="Another."))
