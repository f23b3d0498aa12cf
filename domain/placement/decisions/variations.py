"""From a request to a new version of the agreement, agreed by both sides (2.5)."""

from collections.abc import Sequence

from domain.placement.commands.variations import (
    AgreeVariation,
    AuthoriseVariation,
    CostVariation,
    RefuseVariation,
    RequestVariation,
    VariationCommand,
    WithdrawVariation,
)
from domain.placement.errors import VariationIncomplete
from domain.placement.events import PlacementEvent
from domain.placement.events.variations import (
    AgreementVaried,
    VariationAgreed,
    VariationAuthorised,
    VariationCosted,
    VariationRefused,
    VariationRequested,
    VariationWithdrawn,
)
from domain.placement.outcome_of_variation import as_reckoned, as_things_stand, highest
from domain.placement.rules.agreement import require_another_signatory
from domain.placement.rules.variations import (
    require_hours,
    require_in_order,
    require_may_authorise,
    require_other_end,
    require_other_person,
    require_price_seen,
    require_reason_for_past,
    require_said,
    require_still_authorised,
    require_within_agreement,
    require_within_tariff,
    weighs,
)
from domain.placement.state import Current, Particulars
from domain.placement.varying import CostedChange, Variation, VariationStanding, Weight
from domain.placement.versions import AgreedVersion, Versions, after_day, on_day
from domain.shared.admission import require_ends_in_time
from domain.shared.errors import NotFound, NotPermitted, WrongState
from domain.shared.limits import require_within_limit
from domain.shared.money import require_balanced, weekly_total


def decide(placement: Current, command: VariationCommand) -> Sequence[PlacementEvent]:
    """Only what is in force, of a placement that the child lives in, is varied."""
    particulars = placement.particulars
    if not particulars.versions:
        raise WrongState("No agreement is in force.")
    if isinstance(command, RequestVariation):
        return request(particulars, command)
    variation = _open(particulars, command.variation)
    match command:
        case CostVariation():
            return cost(particulars, variation, command)
        case AuthoriseVariation():
            return authorise(particulars, variation, command)
        case AgreeVariation():
            return agree(particulars, variation, command)
        case RefuseVariation():
            return refuse(variation, command)
        case WithdrawVariation():
            return withdraw(variation, command)


def request(particulars: Particulars, command: RequestVariation) -> Sequence[PlacementEvent]:
    change, base = command.change, on_day(particulars.versions, command.change.effective_on)
    require_said(command)
    require_within_agreement(change, particulars.begins_on, base.planned_end)
    require_other_end(change, base.planned_end)
    if change.half_hours is not None:
        require_hours(command, change.half_hours, base, particulars.begins_on)
    if command.lot is not None:
        require_ends_in_time(command.lot, command.born_on, change.ends_on)
    return [
        VariationRequested(
            variation=len(particulars.variations) + 1,
            change=change,
            asker=command.asker,
            reason=command.reason,
            by=command.by,
        )
    ]


def cost(
    particulars: Particulars, variation: Variation, command: CostVariation
) -> Sequence[PlacementEvent]:
    change, versions = variation.change, particulars.versions
    base = on_day(versions, change.effective_on)
    half_hours = base.terms.half_hours if change.half_hours is None else change.half_hours
    require_within_agreement(change, particulars.begins_on, base.planned_end)
    require_hours(command, half_hours, base, particulars.begins_on)
    require_within_tariff(command.lines, command.lot)
    require_balanced(weekly_total(command.lines), command.shares)
    costed = _costed(variation, base, command, half_hours)
    then = as_reckoned(versions, variation, costed)
    require_in_order(then)
    because = weighs(versions, then, change.effective_on, command.shares_before, command.today)
    return [
        VariationCosted(
            variation=variation.number,
            costed=costed,
            highest=highest(then, variation),
            weighs=tuple(because),
            by=command.by,
        )
    ]


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


def refuse(variation: Variation, command: RefuseVariation) -> Sequence[PlacementEvent]:
    """Either side may, until both have agreed; nobody says no to what is theirs to take back."""
    _require_reason(command.reason)
    return [
        VariationRefused(
            variation=variation.number, party=command.party, reason=command.reason, by=command.by
        )
    ]


def withdraw(variation: Variation, command: WithdrawVariation) -> Sequence[PlacementEvent]:
    if command.party is not variation.asker.party:
        raise NotPermitted("Whoever asked for it takes it back; say no to it instead.")
    _require_reason(command.reason)
    return [VariationWithdrawn(variation=variation.number, reason=command.reason, by=command.by)]


def _open(particulars: Particulars, number: int) -> Variation:
    found = next((each for each in particulars.variations if each.number == number), None)
    if found is None:
        raise NotFound("This placement has no such variation.")
    if not found.is_open:
        raise WrongState(f"The variation is {found.standing.value}.")
    return found


def _costed(
    variation: Variation, base: AgreedVersion, command: CostVariation, half_hours: int
) -> CostedChange:
    """The whole agreement as it would be: what nobody spoke of stays as it is."""
    said = {name: getattr(command, name) for name in ("outcomes", "services")}
    terms = base.terms.model_copy(
        update={
            "lines": command.lines,
            "shares": command.shares,
            "half_hours": half_hours,
            **{name: value for name, value in said.items() if value is not None},
        }
    )
    return CostedChange(
        terms=terms,
        planned_end=variation.change.ends_on or base.planned_end,
        against=base.terms,
        planned_end_against=base.planned_end,
    )


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


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise VariationIncomplete(["reason"])
