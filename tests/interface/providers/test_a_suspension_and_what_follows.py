"""6-48 over HTTP: a provider is suspended in the middle of searches and placements."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from application.access.principal import Role
from domain import provider, referral
from domain.provider.commands import SuspendProvider
from domain.provider.vocabulary import SuspensionScope
from domain.shared.envelope import StreamId
from domain.shared.vocabulary import Subject
from tests.support.children import tell
from tests.support.market import Seller, ready_to_publish, seller
from tests.support.placing import Placing, clocks, done, open_house, proposed
from tests.support.registers import ANOTHER_MANAGER, MANAGER, etag
from tests.support.service import Office

REVIEWED = {"outcome": "stays_with_conditions", "findings": "Two waking staff from today."}


def suspension(office: Office, days_ahead: int = 0) -> Mapping[str, Any]:
    since = office.running.office.today() + timedelta(days=days_ahead)
    return {
        "scope": "new_placements",
        "since": since.isoformat(),
        "reason": "Too few staff at night.",
        "review_on": (since + timedelta(days=20)).isoformat(),
    }


def suspended(office: Office, who: Seller, days_ahead: int = 0) -> None:
    path = f"/providers/{who.provider_id}/suspensions"
    done(office.post(path, suspension(office, days_ahead), **MANAGER))
    office.quiet()


@pytest.mark.covers("6-48", "R-06", "R-59")
def test_open_invitations_and_pending_offers_of_the_suspended_are_withdrawn(
    sqlite_office: Office,
) -> None:
    """Though the suspension begins next week: from now on nothing new is asked."""
    offering, silent, other = (seller(sqlite_office) for _ in range(3))
    found = ready_to_publish(sqlite_office)
    found.publish()
    done(found.offer(offering))
    suspended(sqlite_office, offering, days_ahead=7)
    suspended(sqlite_office, silent, days_ahead=7)

    portal = {
        who.provider_id: sqlite_office.get(
            f"/invitations/{found.invitation(who)}", **who.user
        ).json()
        for who in (offering, silent, other)
    }
    assert portal[offering.provider_id]["offer_status"] == "lapsed"
    standings = [portal[who.provider_id]["standing"] for who in (offering, silent, other)]
    assert standings == ["offered", "withdrawn", "invited"]
    late = found.offer(silent)
    assert done(late)["caused"] == ["referral.late_offer_received.v1"]
    done(found.offer(other))
    sqlite_office.quiet()
    assert found.read()["stage"] == "evaluating"


@pytest.mark.covers("6-48")
def test_an_offer_that_crosses_the_suspension_is_let_go_and_refused_by_name(
    sqlite_office: Office,
) -> None:
    who = seller(sqlite_office)
    found = ready_to_publish(sqlite_office)
    found.publish()
    today = sqlite_office.running.office.today()
    command = SuspendProvider(
        scope=SuspensionScope.NEW_PLACEMENTS,
        from_=today + timedelta(days=60),
        reason="Too few staff at night.",
        review_on=today + timedelta(days=80),
        by=Subject("morgan-manager"),
    )
    invitation = found.invitation(who)
    tell(sqlite_office.running, StreamId(f"provider-{who.provider_id}"), provider.decider, command)
    path = f"/invitations/{invitation}/offers"
    offer_id = done(sqlite_office.post(path, found.offer_of(who), **who.user))["ids"]["offer_id"]
    sqlite_office.quiet()

    answer = found.act("preferred-offers", found.choice(offer_id))

    assert (answer.status_code, answer.json()["code"]) == (422, "PROVIDER_SUSPENDED")
    stream = StreamId(f"referral-{found.referral_id}")
    facts = sqlite_office.running.office.streams.read(stream).facts
    state = referral.decider.replay(facts)
    assert isinstance(state, referral.stages.Asked)
    (held,) = state.facts.offers.values()
    assert held.standing == "lapsed"


def registered(office: Office, found: Placing) -> None:
    """Put the placement's provider on the register, so that it can be suspended."""
    assert found.house.provider_id is not None
    command = provider.commands.RegisterProvider(
        provider_id=found.house.provider_id,
        name="Harbour Homes Ltd",
        company_number=None,
        contact="referrals@harbour.example",
        sector=provider.vocabulary.Sector.PRIVATE,
    )
    stream = StreamId(f"provider-{found.house.provider_id}")
    tell(office.running, stream, provider.decider, command)


@pytest.mark.covers("6-48")
def test_each_child_there_has_a_risk_review_and_nobody_moves(sqlite_office: Office) -> None:
    house = open_house(sqlite_office, places=3)
    lives_there, to_come = proposed(sqlite_office, house).started(), proposed(sqlite_office, house)
    registered(sqlite_office, lives_there)
    path = f"/providers/{house.provider_id}"
    done(sqlite_office.post(f"{path}/suspensions", suspension(sqlite_office), **MANAGER))
    sqlite_office.quiet()

    def owed(found: Placing) -> str:
        (clock,) = [
            each for each in clocks(sqlite_office, found.case_id) if each["code"] == "C-RISKREV"
        ]
        outcome: str = clock["outcome"]
        return outcome

    assert (owed(lives_there), owed(to_come)) == ("running", "running")
    assert lives_there.read()["stage"] == "active"
    # Its place is kept until somebody decides; the start itself is refused by the gate.
    refused = (
        to_come.agreed()
        .introduced()
        .agree_start((sqlite_office.running.office.today() + timedelta(days=3)).isoformat())
    )
    assert (refused.status_code, refused.json()["code"]) == (422, "PROVIDER_SUSPENDED")
    now = sqlite_office.running.clock.now().isoformat()
    done(lives_there.act("risk-reviews", {"on": now, **REVIEWED}, role=Role.CASEWORKER))
    assert (owed(lives_there), owed(to_come)) == ("met", "running")
    by_provider = lives_there.act("risk-reviews", {"on": now, **REVIEWED}, **house.signatory)
    assert by_provider.status_code == 403

    lifted = {"on": sqlite_office.running.office.today().isoformat(), "evidence": "Rotas seen."}
    seen = etag(sqlite_office, path)
    own = sqlite_office.post(f"{path}/suspension-lifts", lifted, if_match=seen, **MANAGER)
    assert (own.status_code, own.json()["code"]) == (403, "CONFLICT_OF_INTEREST")
    done(sqlite_office.post(f"{path}/suspension-lifts", lifted, if_match=seen, **ANOTHER_MANAGER))
