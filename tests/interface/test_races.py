"""Several people decide at once about the same thing: one wins, and the others are told truly."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any
from uuid import UUID, uuid4

import pytest

from application.access.principal import Role
from application.shared.casework import Act, Ask
from application.shared.in_turn import InTurn, in_turn
from domain import provider, setting
from domain.provider.commands import AdmitToLot, RegisterProvider
from domain.provider.vocabulary import Evidence, Sector
from domain.referral.events.answers import OfferDeclined
from domain.referral.events.choice import PreferredOfferSelected
from domain.referral.events.search import ProviderInvited
from domain.setting.commands.places import ReservePlace
from domain.shared.envelope import StreamId
from domain.shared.vocabulary import PlacementId, ProviderId
from infrastructure.read_models.owners import StoredOwners
from tests.support.children import open_child, tell
from tests.support.market import DPS, LOT, SINCE, Search, Seller, led_to_market, referral_of, seller
from tests.support.notebook import occasion
from tests.support.racing import at_once
from tests.support.service import Office

CROWD = pytest.mark.parametrize("size", [40, pytest.param(200, marks=pytest.mark.endurance)])


def for_another_child(office: Office) -> Search:
    """A search that is ready to publish, whoever is looked for already."""
    case_id = open_child(office, f"Demo-Child {uuid4()}")
    drafted = office.post("/referrals", referral_of(office, case_id), role=Role.CASEWORKER)
    return led_to_market(Search(office, case_id, drafted.json()["ids"]["referral_id"]))


def searched(office: Office, *sellers: Seller) -> tuple[Search, list[str]]:
    """A search past its deadline, with an offer of each seller."""
    search = for_another_child(office)
    search.publish()
    offers = [search.offer(each).json()["ids"]["offer_id"] for each in sellers]
    search.pass_deadline()
    return search, offers


def prefer(office: Office, search: Search, choice: Any, **who: Any) -> Callable[[], Any]:
    """The choice of a broker who has read the search just now, ready to be made."""
    path, seen = f"{search.path}/preferred-offers", search.etag()
    return partial(office.post, path, choice, if_match=seen, role=Role.BROKER, **who)


@pytest.mark.covers("6-07")
def test_of_two_brokers_who_choose_different_offers_one_is_told_of_the_other(
    office: Office,
) -> None:
    search, offers = searched(office, seller(office), seller(office))
    brokers = ("broker-one", "broker-two")
    choices = [
        search.choice(chosen, others_not_chosen={other: "Further away."})
        for chosen, other in (offers, offers[::-1])
    ]

    answers: Sequence[Any] = at_once(
        *(
            prefer(office, search, choice, subject=broker)
            for broker, choice in zip(brokers, choices, strict=True)
        )
    )

    assert sorted(a.status_code for a in answers) == [201, 412], [a.text for a in answers]
    won = 0 if answers[0].status_code == 201 else 1
    told = answers[1 - won].json()
    assert told["code"] == "VERSION_CONFLICT"
    assert told["newest_by"] == brokers[won]
    facts = office.running.streams.read(StreamId(f"referral-{search.referral_id}")).facts
    assert told["newest_event"] == facts[-1].stored_as
    assert told["current"] == answers[won].json()["version"] == len(facts)
    chosen = [str(e.offer_id) for e in facts if isinstance(e, PreferredOfferSelected)]
    assert chosen == [choices[won]["offer_id"]]


@pytest.mark.covers("6-08")
@pytest.mark.refuses("OVER_CAPACITY")
def test_the_last_bed_goes_to_one_of_two_children(office: Office) -> None:
    """Neither search has moved for its own broker: what they race for is the home's nights."""
    home = seller(office)
    searches = [searched(office, home) for _ in range(2)]
    leave_one_place(office, home)

    answers: Sequence[Any] = at_once(
        *(prefer(office, search, search.choice(offer_id)) for search, (offer_id,) in searches)
    )

    came = sorted((a.status_code, a.json().get("code", "")) for a in answers)
    assert came == [(201, ""), (422, "OVER_CAPACITY")], [a.text for a in answers]
    lost = next(s for (s, _), a in zip(searches, answers, strict=True) if a.status_code == 422)
    streams = StoredOwners(office.running.shelf.open).streams_of(UUID(lost.case_id))
    assert not [stream for stream in streams if stream.startswith("placement-")]


def leave_one_place(office: Office, home: Seller) -> None:
    stream = StreamId(f"setting-{home.setting_id}")
    today = office.running.office.today()
    held = ReservePlace(
        placement_id=PlacementId(uuid4()),
        arrives=today,
        leaves=None,
        expires_at=datetime(2099, 1, 1, tzinfo=UTC),
    )
    tell(office.running, stream, setting.decider, held)


def on_the_lot(office: Office, number: int) -> None:
    """A provider that may be asked, with no home to offer."""
    provider_id = ProviderId(uuid4())
    stream = StreamId(f"provider-{provider_id}")
    register = RegisterProvider(
        provider_id=provider_id,
        name=f"Harbour Homes {number} Ltd",
        company_number=f"{number:08d}",
        contact="referrals@harbour.example",
        sector=Sector.PRIVATE,
    )
    admit = AdmitToLot(contract_id=DPS, lot=LOT, from_=SINCE, evidence=frozenset(Evidence))
    office.running.office.casework.do(
        occasion(),
        lambda: Act([Ask(stream, in_turn(provider.decider), InTurn(commands=(register, admit)))]),
    )


@CROWD
def test_a_crowd_of_providers_answers_one_search_at_once(office: Office, size: int) -> None:
    """Every answer is taken, once; none is told that another was first."""
    for number in range(size):
        on_the_lot(office, number)
    office.quiet()
    search = for_another_child(office)
    search.publish()
    referral = StreamId(f"referral-{search.referral_id}")
    invited = [
        event
        for event in office.running.streams.read(referral).facts
        if isinstance(event, ProviderInvited)
    ]
    assert len(invited) >= size

    came = at_once(*(partial(decline, office, invitation) for invitation in invited))

    assert Counter(came) == {201: len(invited)}
    facts = office.running.streams.read(referral).facts
    declined = [event.provider_id for event in facts if isinstance(event, OfferDeclined)]
    assert sorted(declined) == sorted(event.provider_id for event in invited)


def decline(office: Office, invitation: ProviderInvited) -> int:
    """As a portal does: an answer that did not come in time is asked for again, by its key."""
    status = 503
    while status == 503:
        status = office.post(
            f"/invitations/{invitation.invitation_id}/declines",
            {"reason": "no_vacancy"},
            key=f"decline-{invitation.invitation_id}",
            role=Role.PROVIDER_RESPONDER,
            subject=f"user-of-{invitation.provider_id}",
            organisation=invitation.provider_id,
        ).status_code
    return status
