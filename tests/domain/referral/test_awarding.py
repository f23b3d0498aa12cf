"""An award without competition, no offer that will do, and what was seen when one was chosen."""

from hashlib import sha256
from typing import Any

import pytest

from domain import referral
from domain.referral.commands.choice import DirectAward, RecordNoViableOffer
from domain.referral.events.answers import ResponsesClosed
from domain.referral.events.award import (
    DecisionPacketFrozen,
    DirectAwardMade,
    FoundWanting,
    NoViableOffer,
    Rung,
)
from domain.shared.errors import MissingInformation, NotFound, WrongState
from domain.shared.vocabulary import Pence, ProviderId
from tests.domain.referral.test_judging_offers import missing, with_criteria
from tests.support.judging import ANNE, BEN, called, moderated, scored
from tests.support.on_the_market import widened
from tests.support.referrals import (
    ASH,
    BROKER,
    ELM,
    OAK,
    offer_of,
    select,
    selected,
    until_evaluating,
)
from tests.support.scenario import Case

case = Case(referral.decider)
PACKET = '{"offers":[]}'


def award(**changed: Any) -> DirectAward:
    plain: dict[str, Any] = {
        "reason": "only_provider_able",
        "compared_weekly": Pence(140_000),
        "price_check": "Held against the last three.",
    }
    plain["award_route"] = "direct_award"
    return DirectAward(**dict(select()) | plain | changed)


DIRECTLY = selected().model_copy(update={"award_route": "direct_award"})
MADE = DirectAwardMade(
    offer_id=offer_of(OAK),
    provider_id=OAK,
    reason="only_provider_able",
    compared_weekly=Pence(140_000),
    price_check="Held against the last three.",
    by=BROKER,
)


@pytest.mark.covers("R-77")
def test_an_award_without_competition_is_judged_by_two_and_its_price_held_against_another() -> None:
    assert missing(until_evaluating(), award()) == ["criteria"]
    one = [*with_criteria(), scored(ANNE), called()]
    assert missing(one, award()) == ["scores"]
    two = [*with_criteria(), scored(ANNE), scored(BEN), moderated(), called()]
    case.given(*two).when(award()).then(MADE, DIRECTLY)
    assert missing(two, award(price_check=" ")) == ["price_check"]
    case.given(*two, MADE, selected()).when(award()).then_refused(WrongState)


@pytest.mark.covers("R-77")
def test_what_was_seen_is_kept_with_the_choice_and_addressed_by_its_digest() -> None:
    digest = sha256(PACKET.encode()).hexdigest()
    kept = DecisionPacketFrozen(offer_id=offer_of(OAK), sha256=digest, content=PACKET, by=BROKER)
    chosen = selected().model_copy(update={"packet_sha256": digest})
    case.given(*until_evaluating()).when(select(packet=PACKET)).then(kept, chosen)


def none_viable(
    *providers: ProviderId, text: str = "Too far.", tried: str | None = None
) -> RecordNoViableOffer:
    wanting = tuple(
        FoundWanting(offer_id=offer_of(each), reason="location", text=text) for each in providers
    )
    return RecordNoViableOffer(wanting=wanting, by=BROKER, tried=tried)


def climbed(rung: Rung, *providers: ProviderId) -> NoViableOffer:
    return NoViableOffer(wanting=none_viable(*providers).wanting, next_rung=rung, by=BROKER)


@pytest.mark.covers("R-76")
def test_where_no_offer_will_do_the_ladder_is_climbed_a_rung_at_a_time() -> None:
    history: list[Any] = [*until_evaluating(OAK, ELM)]
    for rung in Rung:
        tried = None if rung is Rung.WIDEN else "Four more were telephoned; nobody has a room."
        step = climbed(rung, OAK, ELM).model_copy(update={"tried": tried})
        case.given(*history).when(none_viable(OAK, ELM, tried=tried)).then(step)
        history.append(step)
    case.given(*history).when(none_viable(OAK, ELM, tried="All.")).then_refused(WrongState)


@pytest.mark.covers("R-76")
def test_a_rung_is_climbed_once_something_came_of_the_one_before() -> None:
    first = [*until_evaluating(OAK), climbed(Rung.WIDEN, OAK)]
    assert missing(first, none_viable(OAK)) == ["tried"]
    assert missing(first, none_viable(OAK, tried=" ")) == ["tried"]
    said = climbed(Rung.OTHER_ROUTE, OAK).model_copy(update={"tried": "Nobody else is on it."})
    case.given(*first).when(none_viable(OAK, tried="Nobody else is on it.")).then(said)
    case.given(*first, widened(), ResponsesClosed()).when(none_viable(OAK)).then(
        climbed(Rung.OTHER_ROUTE, OAK)
    )


@pytest.mark.covers("R-76")
def test_every_open_offer_has_its_own_reason_for_not_doing() -> None:
    two = until_evaluating(OAK, ELM)
    assert missing(two, none_viable(OAK)) == [f"wanting.{offer_of(ELM)}"]
    assert len(missing(two, none_viable(OAK, ELM, text=" "))) == 2
    case.given(*two).when(none_viable(OAK, ELM, ASH)).then_refused(NotFound)
    with pytest.raises(MissingInformation):
        referral.decider.decide(referral.decider.replay(two), none_viable())


def test_an_offer_may_be_chosen_after_all() -> None:
    climbing = case.given(*until_evaluating(OAK), climbed(Rung.WIDEN, OAK))
    climbing.when(select(OAK)).then(selected(OAK))
