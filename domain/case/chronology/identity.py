"""Who the child is, by the latest word: rectifications follow the order of telling."""

from collections.abc import Sequence

from domain.case.amending import amended
from domain.case.events import CaseEvent, CaseOpened, IdentityAmended, UnaccompaniedRecorded
from domain.case.identity import Identity, Unaccompanied
from domain.shared.envelope import Recorded


def opened_of(history: Sequence[Recorded[CaseEvent]]) -> CaseOpened | None:
    """The opening of the case; none in a history that does not reach so far back."""
    return next((told.event for told in history if isinstance(told.event, CaseOpened)), None)


def identity_of(history: Sequence[Recorded[CaseEvent]]) -> Identity | None:
    """The identity after every rectification, legible or erased."""
    opened = opened_of(history)
    identity = opened.identity if opened else None
    for recorded in history:
        if identity is not None:
            identity = _after(identity, recorded.event)
    return identity


def _after(identity: Identity, event: CaseEvent) -> Identity:
    match event:
        case IdentityAmended(change=change):
            return amended(identity, change)
        case UnaccompaniedRecorded(until=until):
            return identity.model_copy(update={"unaccompanied": Unaccompanied(until=until)})
        case _:
            return identity
