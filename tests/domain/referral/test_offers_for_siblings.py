"""An offer for brothers and sisters says whom it takes, and is judged for each of them."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from domain import referral
from domain.referral.commands.answers import SubmitOffer
from domain.referral.errors import SiblingsMismatch, TariffExceeded
from domain.referral.events import ReferralEvent
from domain.referral.events.answers import OfferSubmitted
from domain.referral.offer import Offer
from domain.referral.pack import SiblingInPack, digest
from domain.referral.siblings import ChildInHome, Extent, ForSiblings, SiblingAsked
from domain.shared.admission import Under16InOtherArrangements
from domain.shared.errors import MissingInformation, NotFound
from domain.shared.money import PriceKind, PriceLine
from domain.shared.vocabulary import CaseId, LegalStatus, Pence, SettingId
from tests.support.referrals import (
    BORN,
    ELM,
    OAK,
    home,
    offer,
    pack,
    setting_of,
    submit_offer,
    until_published,
)
from tests.support.scenario import Case

THREE = (CaseId(UUID(int=5)), CaseId(UUID(int=6)))
ANNEX = SettingId(UUID(int=77))
TOGETHER = ForSiblings(extent=Extent.TOGETHER)
TWO = ForSiblings(extent=Extent.PARTIAL, children=(1, 3))
SPLIT = ForSiblings(
    extent=Extent.SPLIT,
    homes=(
        ChildInHome(child=1, setting_id=setting_of(OAK)),
        ChildInHome(child=2, setting_id=ANNEX),
        ChildInHome(child=3, setting_id=ANNEX),
    ),
)


def published() -> Sequence[ReferralEvent]:
    first, *others = until_published()
    return [first.model_copy(update={"siblings": THREE}), *others]


case = Case(referral.decider).given(*published())


def lines(*children: int | None, weekly: int = 90_000) -> tuple[PriceLine, ...]:
    kind = PriceKind.ACCOMMODATION
    return tuple(PriceLine(kind=kind, weekly=Pence(weekly), child=child) for child in children)


def for_three(siblings: ForSiblings | None = TOGETHER, **changed: Any) -> Offer:
    taken = list(offer().model_copy(update={"siblings": siblings}).homes_for((1, 2, 3)))
    plain = {"siblings": siblings, "price": lines(*taken)}
    if siblings is SPLIT:
        plain["setting_id"] = None
    return offer(OAK, **plain | changed)


def sent(of: Offer, born_on: Sequence[date] = (BORN, BORN, BORN)) -> SubmitOffer:
    homes = of.homes_for((1, 2, 3))
    asked = tuple(
        SiblingAsked(
            number=number,
            born_on=born_on[number - 1],
            home=home(OAK, setting_id=setting_id),
        )
        for number, setting_id in homes.items()
    )
    return submit_offer(OAK, offer=of, siblings=asked)


@pytest.mark.parametrize("siblings", [TOGETHER, TWO, SPLIT], ids=lambda each: each.extent)
@pytest.mark.covers("R-56")
def test_an_offer_may_take_all_or_some_or_part_them(siblings: ForSiblings) -> None:
    of = for_three(siblings)
    told = sent(of)
    made = OfferSubmitted(
        invitation_id=UUID(int=OAK.int + 200), provider_id=OAK, at=told.at, offer=of
    )
    case.when(told).then(made)


def test_it_says_which_before_anything_else() -> None:
    with pytest.raises(MissingInformation) as refusal:
        referral.decider.decide(referral.decider.replay(published()), sent(for_three(None)))
    assert refusal.value.details["missing"] == ["offer.siblings"]


@pytest.mark.parametrize(
    "siblings",
    [
        ForSiblings(extent=Extent.PARTIAL, children=(1, 4)),
        ForSiblings(extent=Extent.PARTIAL, children=(1, 1)),
        ForSiblings(extent=Extent.PARTIAL, children=(1, 2, 3)),
        ForSiblings(extent=Extent.PARTIAL),
        ForSiblings(extent=Extent.TOGETHER, children=(1,)),
        ForSiblings(extent=Extent.SPLIT, homes=SPLIT.homes[1:]),
        ForSiblings(extent=Extent.TOGETHER, homes=SPLIT.homes),
    ],
)
def test_it_names_children_of_the_pack_once_each(siblings: ForSiblings) -> None:
    case.when(sent(for_three(siblings))).then_refused(SiblingsMismatch)


def test_a_split_offer_has_no_home_for_all() -> None:
    case.when(sent(for_three(SPLIT, setting_id=setting_of(OAK)))).then_refused(SiblingsMismatch)


def test_an_offer_for_one_child_names_no_siblings() -> None:
    alone = Case(referral.decider).given(*until_published())
    alone.when(sent(for_three())).then_refused(SiblingsMismatch)
    priced = offer(OAK, price=lines(1))
    alone.when(submit_offer(OAK, offer=priced)).then_refused(SiblingsMismatch)


@pytest.mark.covers("R-58")
def test_every_child_that_it_takes_has_a_price_of_its_own() -> None:
    with pytest.raises(MissingInformation) as refusal:
        referral.decider.decide(
            referral.decider.replay(published()), sent(for_three(price=lines(1, 2, None)))
        )
    assert refusal.value.details["missing"] == ["offer.price.child", "offer.price.child_3"]


def test_a_child_that_is_not_taken_has_no_price() -> None:
    case.when(sent(for_three(TWO, price=lines(1, 2, 3)))).then_refused(SiblingsMismatch)


def test_the_tariff_is_that_of_each_child() -> None:
    case.when(sent(for_three(price=lines(1, 2, 3, weekly=200_000)))).then(
        OfferSubmitted(
            invitation_id=UUID(int=OAK.int + 200),
            provider_id=OAK,
            at=sent(for_three()).at,
            offer=for_three(price=lines(1, 2, 3, weekly=200_000)),
        )
    )
    dear = (*lines(1, 2), *lines(3, weekly=200_001))
    case.when(sent(for_three(price=dear))).then_refused(TariffExceeded)


def test_every_child_must_be_of_an_age_for_the_home() -> None:
    young = (BORN, BORN, date(2010, 3, 10))
    case.when(sent(for_three(), young)).then_refused(Under16InOtherArrangements)


def test_one_who_is_not_taken_is_not_judged() -> None:
    young = (BORN, date(2010, 3, 10), BORN)
    of = for_three(TWO)
    assert referral.decider.decide(referral.decider.replay(published()), sent(of, young))


def test_every_home_is_the_providers_own() -> None:
    told = sent(for_three(SPLIT))
    elsewhere = told.siblings[2].model_copy(update={"home": home(ELM, setting_id=ANNEX)})
    told = told.model_copy(update={"siblings": (*told.siblings[:2], elsewhere)})
    case.when(told).then_refused(NotFound)


def test_a_digest_from_before_there_were_siblings_is_still_that_of_its_pack() -> None:
    assert digest(pack()) == "a17113804eb2eaea30e3dda2c09e054f65b00ca30983337cafaaec371e55ab53"
    told = SiblingInPack(
        number=1, age_in_years=16, sex="female", legal_status=LegalStatus.ACCOMMODATED
    )
    assert digest(pack().model_copy(update={"siblings": (told,)})) != digest(pack())
    assert digest(pack().model_copy(update={"together": False})) != digest(pack())
