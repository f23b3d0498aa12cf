"""How far the agreement had come by a day, and the terms that held on it."""

from collections.abc import Sequence
from dataclasses import replace

from application.placement.shown import ShownAgreement
from domain.placement import PlacementEvent
from domain.placement.events import (
    AgreementDrafted,
    AgreementInForce,
    AgreementIssued,
    AgreementSigned,
    Recategorised,
)
from domain.placement.periods import AgreementPeriod


def agreement_on(
    written: Sequence[PlacementEvent],
    said: Sequence[PlacementEvent],
    held: AgreementPeriod | None,
) -> ShownAgreement | None:
    """What was `written` at any time and `said` by the day, on the terms that `held` on it."""
    return _as_varied(_agreement(written, said), held)


def _agreement(
    written: Sequence[PlacementEvent], said: Sequence[PlacementEvent]
) -> ShownAgreement | None:
    """The newest draft, and how far it had come by the day; signatures may be dated before it."""
    written, said = _of_this_category(written), _of_this_category(said)
    kinds = {type(event) for event in said}
    reached = [
        standing
        for kind, standing in (
            (AgreementInForce, "in_force"),
            (AgreementSigned, "issued"),
            (AgreementIssued, "issued"),
            (AgreementDrafted, "drafted"),
        )
        if kind in kinds
    ]
    drafts = [event for event in written if isinstance(event, AgreementDrafted)]
    if not reached or not drafts:
        return None
    terms = drafts[-1].terms
    return ShownAgreement(
        standing=reached[0],
        terms=terms,
        weekly_pence=terms.weekly,
        signed_by=tuple(event.party for event in said if isinstance(event, AgreementSigned)),
        warnings=drafts[-1].warnings,
    )


def _as_varied(shown: ShownAgreement | None, held: AgreementPeriod | None) -> ShownAgreement | None:
    """The version that holds on the day, where one is in force."""
    if shown is None or held is None or shown.standing != "in_force":
        return shown
    return replace(shown, terms=held.terms, weekly_pence=held.terms.weekly)


def _of_this_category(events: Sequence[PlacementEvent]) -> Sequence[PlacementEvent]:
    """What was done since the placement went on in another lot: its agreement is a new one."""
    changes = [n for n, event in enumerate(events) if isinstance(event, Recategorised)]
    return events[changes[-1] :] if changes else events
