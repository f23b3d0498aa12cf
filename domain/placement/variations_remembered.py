"""How a placement remembers its variations, and the versions that come of them."""

from dataclasses import replace

from domain.placement.events.variations import (
    AgreementVaried,
    VariationAgreed,
    VariationAuthorised,
    VariationCosted,
    VariationEvent,
    VariationRefused,
    VariationRequested,
    VariationWithdrawn,
)
from domain.placement.varying import Variation, VariationStanding, Weight
from domain.placement.versions import Versions, after_day, on_day


def variations_after(
    variations: tuple[Variation, ...], event: VariationEvent
) -> tuple[Variation, ...]:
    if isinstance(event, VariationRequested):
        asked = Variation(
            number=event.variation,
            change=event.change,
            asker=event.asker,
            requested_by=event.by,
        )
        return (*variations, asked)
    return tuple(
        _moved(each, event) if each.number == event.variation else each for each in variations
    )


def _moved(variation: Variation, event: VariationEvent) -> Variation:
    match event:
        case VariationCosted():
            return replace(
                variation,
                standing=VariationStanding.COSTED,
                costed=event.costed,
                costed_by=event.by,
                costing=variation.costing + 1,
                authorised=None,
                agreed={},
            )
        case VariationAuthorised():
            return replace(
                variation,
                standing=VariationStanding.AUTHORISED,
                authorised=event.highest,
                retrospective=Weight.RETROSPECTIVE in event.weighs,
            )
        case VariationAgreed():
            return replace(variation, agreed={**variation.agreed, event.party: event.signatory})
        case AgreementVaried():
            return replace(variation, standing=VariationStanding.AGREED)
        case VariationRefused():
            return replace(variation, standing=VariationStanding.REFUSED)
        case VariationWithdrawn():
            return replace(variation, standing=VariationStanding.WITHDRAWN)
        case VariationRequested():
            return variation


def reckoned_anew(
    variations: tuple[Variation, ...], before: Versions, after: Versions
) -> tuple[Variation, ...]:
    """What rests on a version that was varied comes to something else: it is agreed to anew."""
    return tuple(_on_other_base(each, before, after) for each in variations)


def _on_other_base(variation: Variation, before: Versions, after: Versions) -> Variation:
    day = variation.change.effective_on
    was, now = ((on_day(each, day), after_day(each, day)) for each in (before, after))
    if variation.costed is None or not variation.is_open or was == now:
        return variation
    return replace(variation, costing=variation.costing + 1, agreed={})


def lapsed(variations: tuple[Variation, ...]) -> tuple[Variation, ...]:
    """What was still open when its agreement was no more comes to nothing."""
    return tuple(
        replace(each, standing=VariationStanding.LAPSED) if each.is_open else each
        for each in variations
    )


def versions_after(versions: Versions, varied: AgreementVaried) -> Versions:
    """The versions in their order, once one was added and those after it were re-based on it."""
    earlier = tuple(each for each in versions if each.starts <= varied.since)
    return (*earlier, varied.made, *varied.rebased)
