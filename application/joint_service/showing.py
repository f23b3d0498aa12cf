"""A service bought together, put in the words that are shown. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from application.joint_service.shown import (
    FunderYear,
    JointServiceView,
    Reconciled,
    ShownCorrection,
    ShownExtension,
    ShownFunder,
    ShownName,
    ShownYear,
)
from domain.joint_service.contributions import due_between, due_in_year
from domain.joint_service.events import JointServiceEvent, ServiceExtended, SpendCorrected
from domain.joint_service.state import Agreed
from domain.joint_service.years import begins_on, months_between, years_of
from domain.shared.money import Funder
from domain.shared.vocabulary import Pence

CENTURY = 100
Corrections = Mapping[tuple[Funder, int], Sequence[ShownCorrection]]


def shown(
    joint_service_id: UUID,
    state: Agreed,
    facts: Sequence[JointServiceEvent],
    *,
    day: date,
    version: int,
    position: int,
) -> JointServiceView:
    agreed, years = state.agreed, _years(state, corrections_of(facts))
    sums = state.in_force(day)
    due = due_between(state.contributions, state.lead, state.until, agreed.since, state.until)
    total = sum(due.values())
    told = agreed.told_total
    return JointServiceView(
        joint_service_id=joint_service_id,
        title=agreed.title,
        provider_id=agreed.provider_id,
        since=agreed.since,
        until=state.until,
        extendable_until=agreed.extendable_until,
        extensions=extensions_of(facts),
        lead=state.lead,
        standing=state.standing_on(day),
        yearly_pence=sums.total if sums else None,
        due_pence=Pence(total),
        told_total_pence=told,
        difference_pence=None if told is None else total - told,
        funders=_funders(state, day),
        years=years,
        reconciled=_reconciled(state, years),
        version=version,
        position=position,
    )


def extensions_of(facts: Sequence[JointServiceEvent]) -> Sequence[ShownExtension]:
    return [
        ShownExtension(**{name: getattr(fact, name) for name in ShownExtension.__slots__})
        for fact in facts
        if isinstance(fact, ServiceExtended)
    ]


def corrections_of(facts: Sequence[JointServiceEvent]) -> Corrections:
    found: dict[tuple[Funder, int], list[ShownCorrection]] = {}
    for fact in facts:
        if isinstance(fact, SpendCorrected):
            correction = ShownCorrection(
                was_pence=fact.was,
                now_pence=fact.spend.pence,
                reason=fact.reason,
                approved_by=fact.approved_by,
                by=fact.by,
            )
            found.setdefault((fact.spend.funder, fact.spend.year), []).append(correction)
    return found


def _funders(state: Agreed, day: date) -> Sequence[ShownFunder]:
    sums = state.in_force(day)
    yearly = {each.funder: each.yearly for each in sums.parts} if sums else {}
    return [
        ShownFunder(
            funder=each.funder,
            name=state.name_on(each.funder, day),
            names=[ShownName(since=on, name=name) for on, name in state.names[each.funder]],
            heading=each.heading,
            lead=each.lead,
            yearly_pence=yearly.get(each.funder),
        )
        for each in state.agreed.funders
    ]


def _years(state: Agreed, corrections: Corrections) -> Sequence[ShownYear]:
    """The years in which the service runs, and those of which something was told."""
    agreed = state.agreed
    told = {year for _, year in state.told}
    return [
        _year(state, year, corrections)
        for year in sorted({*years_of(agreed.since, state.until), *told})
    ]


def _year(state: Agreed, year: int, corrections: Corrections) -> ShownYear:
    agreed = state.agreed
    due = due_in_year(state.contributions, state.lead, state.until, year)
    first, last = max(agreed.since, begins_on(year)), min(state.until, begins_on(year + 1))
    return ShownYear(
        year=f"{year}/{(year + 1) % CENTURY:02}",
        months=round(float(months_between(first, last)), 2) if first < last else 0,
        due_pence=Pence(sum(due.values())),
        funders=[
            _funder_year(state, each.funder, year, due.get(each.funder, Pence(0)), corrections)
            for each in agreed.funders
        ],
    )


def _funder_year(
    state: Agreed, funder: Funder, year: int, due: Pence, corrections: Corrections
) -> FunderYear:
    spend = state.spent(funder, year)
    return FunderYear(
        funder=funder,
        due_pence=due,
        spent_pence=spend.pence if spend else None,
        estimated=spend.estimated if spend else False,
        told_on=spend.on if spend else None,
        difference_pence=spend.pence - due if spend else None,
        corrections=corrections.get((funder, year), ()),
    )


def _reconciled(state: Agreed, years: Sequence[ShownYear]) -> Sequence[Reconciled]:
    """What estimates say is left out: they are no spending."""
    found = []
    for each in state.agreed.funders:
        mine = [line for year in years for line in year.funders if line.funder == each.funder]
        closed = [line for line in mine if line.spent_pence is not None and not line.estimated]
        due, spent = (
            sum(line.due_pence for line in closed),
            sum(line.spent_pence or 0 for line in closed),
        )
        found.append(
            Reconciled(
                funder=each.funder,
                due_pence=Pence(due),
                spent_pence=Pence(spent),
                difference_pence=spent - due,
            )
        )
    return found
