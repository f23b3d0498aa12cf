"""What a service bought together obeys, one function for each rule.

Source: seed rows 3-005 to 3-007, 3-008, 3-019, 3-029, 3-030, 3-032; R-11, R-38, R-111.
"""

from collections.abc import Sequence
from datetime import date

from domain.joint_service.agreement import Contributions, NamedFunder, Spend
from domain.joint_service.commands import AgreeService, ExtendService
from domain.joint_service.errors import ServiceContradicts, ServiceIncomplete
from domain.joint_service.state import Agreed
from domain.shared.errors import (
    EffectiveBeforeStream,
    NotFound,
    WrongState,
)
from domain.shared.money import Funder, FundingSplitUnbalanced


def require_complete(command: AgreeService) -> None:
    """Refuse an agreement with gaps, and name them all."""
    there = {
        "title": bool(command.title.strip()),
        "funders": bool(command.funders),
        "contributions": bool(command.contributions.parts),
    }
    missing = [name for name, is_there in there.items() if not is_there]
    if missing:
        raise ServiceIncomplete(missing)


def require_period(since: date, until: date) -> None:
    if until <= since:
        raise ServiceContradicts(f"It would end on {until} and begin on {since}.")


def require_option(command: AgreeService) -> None:
    if command.extendable_until is not None and command.extendable_until <= command.until:
        raise ServiceContradicts("It could be extended to no day after its end.")


def require_may_run_until(service: Agreed, command: ExtendService) -> None:
    """Refuse more time than was agreed that there may be, none at all, or no word of approval."""
    if not command.reference.strip():
        raise ServiceIncomplete(["reference"])
    furthest = service.agreed.extendable_until
    if furthest is None or command.until > furthest:
        raise ServiceContradicts(f"It may run no longer than until {furthest or service.until}.")
    if command.until <= service.until:
        raise ServiceContradicts(f"It runs until {service.until} already.")


def require_one_lead(funders: Sequence[NamedFunder]) -> None:
    """Refuse funders of whom one is named twice, or that no one leads (3-007)."""
    if len({each.funder for each in funders}) != len(funders):
        raise ServiceContradicts("A funder is named twice.")
    if [each.lead for each in funders].count(True) != 1:
        raise FundingSplitUnbalanced("Name exactly one lead funder.")


def require_balanced(contributions: Contributions, funders: Sequence[Funder]) -> None:
    """Refuse parts that are not the total exactly, or not one for each funder (3-008)."""
    named = [each.funder for each in contributions.parts]
    if sorted(named) != sorted(funders):
        raise FundingSplitUnbalanced("Name the part of each funder once.")
    parts = sum(each.yearly for each in contributions.parts)
    if parts != contributions.total:
        raise FundingSplitUnbalanced(
            f"The service costs {contributions.total} pence a year and the parts come to {parts}.",
            total=contributions.total,
            shares=parts,
        )


def require_after(service: Agreed, since: date) -> None:
    """Refuse sums from a day before those in force begin, or after the service is over."""
    if since <= service.contributions[-1].since:
        raise EffectiveBeforeStream("Sums were agreed from a later day already.")
    if since >= service.until:
        raise ServiceContradicts(f"The service ends on {service.until}.")


def require_funder(service: Agreed, funder: Funder) -> None:
    if funder not in service.names:
        raise NotFound("This funder pays for no part of this service.")


def require_not_told(service: Agreed, funder: Funder, year: int) -> None:
    """Refuse a second figure for a year that is closed: it is corrected, by two people."""
    told = service.spent(funder, year)
    if told is not None and not told.estimated:
        raise WrongState("What was spent in this year is on record: correct it.")


def require_other_than_told(told: Spend | None, pence: int) -> Spend:
    """The figure to be corrected; refused where there is none, or it is the same."""
    if told is None:
        raise NotFound("No figure of this funder is on record for this year.")
    if told.pence == pence:
        raise WrongState("That figure is on record.")
    return told


def require_not_before(service: Agreed, on: date) -> None:
    """Refuse what is dated before the service was agreed."""
    if on < service.agreed.on:
        raise EffectiveBeforeStream(f"The service was agreed on {service.agreed.on}.")
