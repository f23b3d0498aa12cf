"""Plausible variations of an agreement. A test names only what it is about."""

from datetime import date
from typing import Any

from domain.placement import PlacementEvent
from domain.placement.agreement import AgreementTerms, Party
from domain.placement.commands import (
    AgreeVariation,
    AuthoriseVariation,
    CostVariation,
    RequestVariation,
)
from domain.placement.events import (
    AgreementVaried,
    VariationAgreed,
    VariationAuthorised,
    VariationCosted,
    VariationRequested,
)
from domain.placement.varying import Asker, Change, CostedChange, VariationKind, Weight
from domain.placement.versions import Versions
from domain.shared.money import FundingHeading, PriceKind, PriceLine, Share
from domain.shared.vocabulary import Pence, Subject
from tests.support.placements import (
    BORN,
    BROKER,
    COUNCIL_HAND,
    LOT,
    PROVIDER_HAND,
    agreement,
    agreement_terms,
    arrangement,
    proposed,
    started,
)

CASEWORKER, AUTHORISER = Subject("caseworker"), Subject("authoriser")
TODAY, JUNE, MID_JUNE = date(2026, 5, 20), date(2026, 6, 1), date(2026, 6, 15)
PLANNED_END = date(2026, 9, 1)


def lines(accommodation: int = 80_000, support: int = 0) -> tuple[PriceLine, ...]:
    asked = {PriceKind.ACCOMMODATION: accommodation, PriceKind.SUPPORT_HOURS: support}
    return tuple(
        PriceLine(kind=kind, weekly=Pence(weekly)) for kind, weekly in asked.items() if weekly
    )


def shares(own: int, health: int = 0) -> tuple[Share, ...]:
    council = Share(heading=FundingHeading.SOCIAL_CARE, weekly=own, lead=True)
    icb = Share(heading=FundingHeading.HEALTH, weekly=health)
    return (council, icb) if health else (council,)


TERMS = agreement_terms().model_copy(update={"shares": shares(80_000)})


def living(terms: AgreementTerms = TERMS) -> list[PlacementEvent]:
    """A child who lives there under an agreement of £800 a week until September."""
    where = arrangement(planned_end=PLANNED_END)
    return [proposed(where), *agreement(terms), started(where=where)]


def change(kind: VariationKind = VariationKind.PRICE, on: date = JUNE, **more: Any) -> Change:
    return Change(kind=kind, effective_on=on, **more)


def request(asked: Change | None = None, **more: Any) -> RequestVariation:
    plain = {"asker": Asker.COUNCIL, "reason": "Settled in.", "by": CASEWORKER}
    return RequestVariation(
        **{"change": asked or change(), "lot": LOT, "born_on": BORN, **plain, **more}
    )


def requested(asked: Change | None = None, *, number: int = 1) -> VariationRequested:
    return VariationRequested(
        variation=number,
        change=asked or change(),
        asker=Asker.COUNCIL,
        reason="Settled in.",
        by=CASEWORKER,
    )


def cost(weekly: int = 70_000, *, number: int = 1, **more: Any) -> CostVariation:
    plain = {"lines": lines(weekly), "shares": shares(weekly), "lot": LOT, "by": BROKER}
    return CostVariation(**{"variation": number, "today": TODAY, **plain, **more})


def costed(
    weekly: int = 70_000,
    *weighs: Weight,
    number: int = 1,
    planned_end: date | None = PLANNED_END,
    **terms: Any,
) -> VariationCosted:
    priced = {"lines": lines(weekly), "shares": shares(weekly), **terms}
    new = TERMS.model_copy(update=priced)
    return VariationCosted(
        variation=number,
        costed=CostedChange(
            terms=new,
            planned_end=planned_end,
            against=TERMS,
            planned_end_against=PLANNED_END,
        ),
        highest=new.weekly,
        weighs=weighs,
        by=BROKER,
    )


def authorise(**more: Any) -> AuthoriseVariation:
    plain = {"variation": 1, "may_spend": True, "limit": None, "today": TODAY, "by": AUTHORISER}
    return AuthoriseVariation(**plain | more)


def authorised(
    highest: int = 70_000, *weighs: Weight, number: int = 1, reason: str | None = None
) -> VariationAuthorised:
    return VariationAuthorised(
        variation=number,
        highest=Pence(highest),
        weighs=weighs,
        retrospective_reason=reason,
        by=AUTHORISER,
    )


def agree(party: Party = Party.PROVIDER, **more: Any) -> AgreeVariation:
    hand = PROVIDER_HAND if party is Party.PROVIDER else COUNCIL_HAND
    when = {"on": TODAY, "today": TODAY}
    plain = {"variation": 1, "costing": 1, "weekly": 70_000, "party": party, "signatory": hand}
    return AgreeVariation(**plain | when | more)


def agreed(party: Party = Party.COUNCIL, *, number: int = 1) -> VariationAgreed:
    hand = PROVIDER_HAND if party is Party.PROVIDER else COUNCIL_HAND
    return VariationAgreed(variation=number, party=party, signatory=hand, on=TODAY)


def varied(
    weekly: int = 70_000,
    *,
    number: int = 1,
    version: int = 2,
    since: date = JUNE,
    rebased: Versions = (),
    planned_end: date | None = PLANNED_END,
    **terms: Any,
) -> AgreementVaried:
    priced = {"lines": lines(weekly), "shares": shares(weekly), **terms}
    return AgreementVaried(
        variation=number,
        version=version,
        since=since,
        terms=TERMS.model_copy(update=priced),
        planned_end=planned_end,
        rebased=rebased,
    )
