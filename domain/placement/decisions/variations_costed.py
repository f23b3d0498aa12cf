"""What a variation would cost, and why it is not a broker's to authorise (2.5)."""

from collections.abc import Sequence

from domain.placement.commands.variations import CostVariation
from domain.placement.events import PlacementEvent
from domain.placement.events.variations import VariationCosted
from domain.placement.outcome_of_variation import as_reckoned, highest
from domain.placement.rules.variations import (
    require_hours,
    require_in_order,
    require_within_agreement,
    require_within_tariff,
    weighs,
)
from domain.placement.state import Particulars
from domain.placement.varying import CostedChange, Variation
from domain.placement.versions import AgreedVersion, on_day
from domain.shared.money import require_balanced, weekly_total


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
