"""A variation is authorised, and agreed by both sides: the second makes the version (2.5)."""

from collections.abc import Sequence

from domain.placement.commands.variations import AgreeVariation, AuthoriseVariation
from domain.placement.events import PlacementEvent
from domain.placement.events.variations import AgreementVaried, VariationAgreed, VariationAuthorised
from domain.placement.outcome_of_variation import as_things_stand, highest
from domain.placement.rules.agreement import require_another_signatory
from domain.placement.rules.variations import (
    require_costing_seen,
    require_in_order,
    require_may_authorise,
    require_other_person,
    require_price_seen,
    require_reason_for_past,
    require_still_authorised,
    weighs,
)
from domain.placement.state import Particulars
from domain.placement.varying import CostedChange, Variation, VariationStanding, Weight
from domain.placement.versions import Versions, after_day, on_day
from domain.shared.errors import WrongState
from domain.shared.limits import require_within_limit


def authorise(
    particulars: Particulars, variation: Variation, command: AuthoriseVariation
) -> Sequence[PlacementEvent]:
    """May be done again: the day of effect, or what else was agreed, may have moved since."""
    day = variation.change.effective_on
    then = as_things_stand(particulars.versions, variation, _priced(variation))
    before = command.shares_before
    because = tuple(weighs(particulars.versions, then, day, before, command.today))
    require_other_person(variation, command.by)
    require_may_authorise(command, because)
    most = highest(then, variation)
    if command.may_spend:
        require_within_limit(most, command)
    require_reason_for_past(command, because)
    past = Weight.RETROSPECTIVE in because
    return [
        VariationAuthorised(
            variation=variation.number,
            highest=most,
            weighs=because,
            retrospective_reason=command.retrospective_reason if past else None,
            by=command.by,
        )
    ]


def agree(
    particulars: Particulars, variation: Variation, command: AgreeVariation
) -> Sequence[PlacementEvent]:
    if variation.standing is not VariationStanding.AUTHORISED:
        raise WrongState(f"It is {variation.standing.value}, and not authorised.")
    if command.party in variation.agreed:
        raise WrongState(f"The {command.party.value} has agreed already.")
    require_another_signatory(variation.agreed, command.party, command.signatory)
    then = as_things_stand(particulars.versions, variation, _priced(variation))
    require_costing_seen(variation, command.costing)
    require_price_seen(on_day(then, variation.change.effective_on), command.weekly)
    require_still_authorised(variation, highest(then, variation), command.today)
    require_in_order(then)
    agreed = VariationAgreed(
        variation=variation.number,
        party=command.party,
        signatory=command.signatory,
        on=command.on,
    )
    return [agreed, _varied(variation, then)] if variation.agreed else [agreed]


def _priced(variation: Variation) -> CostedChange:
    if variation.costed is None:
        raise WrongState("It has not been costed.")
    return variation.costed


def _varied(variation: Variation, then: Versions) -> AgreementVaried:
    day = variation.change.effective_on
    new = on_day(then, day)
    return AgreementVaried(
        variation=variation.number,
        version=new.number,
        since=day,
        terms=new.terms,
        planned_end=new.planned_end,
        rebased=after_day(then, day),
    )
