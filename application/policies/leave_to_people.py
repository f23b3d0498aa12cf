"""What only people can decide becomes a task, with the event that asks for it."""

from dataclasses import dataclass
from typing import Any

from application.clock.owners import capability
from application.shared.casework import Act
from domain.placement.events import HomeChangedHands, MovePlanAsked
from domain.referral.errors import FundingNotAuthorised
from domain.referral.events import ShareWithdrawn, SiblingLeft
from domain.setting.events.life import InspectionRecorded
from domain.setting.events.places import ReturnEscalated
from domain.shared.envelope import Recorded
from domain.shared.errors import CaseworkError
from domain.telling.events import MessageNotDelivered

DECIDE_ON_SUSPENSION = "DECIDE_ON_SUSPENSION"
"""A grade below what the contract asks for (2.9): suspend the provider here, or say why not."""

PLAN_MOVE = "PLAN_MOVE"
"""A child's home lapsed or is to close: one task for each child, which the DCS sees (6-50)."""

NOVATE_AGREEMENT = "NOVATE_AGREEMENT"
"""The home was sold: the agreement of this placement is made over to who runs it now (6-53)."""

DECIDE_ON_RETURN = "DECIDE_ON_RETURN"
"""A resident who was away asks to come back to a home that may take nobody new (6-49)."""

PLAN_CONTACT = "PLAN_CONTACT"
"""A child left a home in which a brother or sister stays: how they keep in touch (6-68)."""

TELEPHONE_PROVIDER = "TELEPHONE_PROVIDER"
"""A message never reached a provider: somebody has to call it (R-72)."""


class LeftToPeople(CaseworkError):
    """There is nothing here that a policy may do by itself; `code` says what is to be done."""

    title = "A person must see to this"

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code  # type: ignore[misc]  # one class for every code of a task


@dataclass(frozen=True)
class LeaveToPeople:
    """What broke a rule of a home (6-51), a low grade, a lost funder (6-73), a lost message."""

    name: str = "leave-to-people"
    follows_imports: bool = False
    newest_only: bool = False

    def concerns(self, recorded: Recorded[Any]) -> bool:
        return _task(recorded) is not None

    def react(self, recorded: Recorded[Any]) -> Act | None:
        code = _task(recorded)
        if code is None:
            return None
        raise LeftToPeople(code)


def _task(recorded: Recorded[Any]) -> str | None:
    """The code of what is to be done because of an event, if anything is."""
    if isinstance(recorded.event, ShareWithdrawn):
        # The council pays from then on, and nobody with a limit has said that it may.
        return FundingNotAuthorised.code
    if isinstance(recorded.event, MessageNotDelivered):
        return TELEPHONE_PROVIDER
    if isinstance(recorded.event, MovePlanAsked):
        return PLAN_MOVE
    if isinstance(recorded.event, SiblingLeft) and recorded.event.staying:
        return PLAN_CONTACT
    if isinstance(recorded.event, ReturnEscalated):
        return DECIDE_ON_RETURN
    if isinstance(recorded.event, HomeChangedHands) and recorded.event.has_agreement:
        return NOVATE_AGREEMENT
    if capability(recorded.stream) != "setting":
        return None
    if isinstance(recorded.event, InspectionRecorded) and recorded.event.below_threshold:
        return DECIDE_ON_SUSPENSION
    breaches = getattr(recorded.event, "breaches", ())
    return breaches[0].code if breaches else None
