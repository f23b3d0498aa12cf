"""What befalls the brothers and sisters of one search, each meant by number."""

from enum import StrEnum
from typing import ClassVar

from domain.referral.codes import Code
from domain.referral.spoken import Spoken
from domain.shared.breaches import Breach
from domain.shared.messages import Event, Value
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import OfferId, PlacementId, ReferralId, Subject


class Parted(Value):
    """Why one child may live apart from its brothers and sisters."""

    child: int
    reason: Code
    text: Sealed[str]


class SiblingSplitApproved(Event):
    """A manager who had no part in the request let these children live apart from the others.

    `spoken` is when the manager said so by telephone, in an emergency; before it was possible
    there is none.
    """

    stored_as: ClassVar[str] = "referral.sibling_split_approved.v1"

    parted: tuple[Parted, ...]
    by: Subject
    spoken: Spoken | None = None


class LeftBecause(StrEnum):
    """Why a child is no longer looked for in a search that goes on for the others."""

    PARTED = "parted"
    MOVED_IN = "moved_in"


class SearchNarrowed(Event):
    """These children are no longer looked for here; parted, in a search of their own (R-57)."""

    stored_as: ClassVar[str] = "referral.search_narrowed.v1"

    children: tuple[int, ...]
    because: LeftBecause
    successor_id: ReferralId | None


class SiblingMovedIn(Event):
    """One of several children moved into the home that was chosen, ahead of its money or not."""

    stored_as: ClassVar[str] = "referral.sibling_moved_in.v1"

    child: int
    placement_id: PlacementId
    offer_id: OfferId
    at: When
    breaches: tuple[Breach, ...] = ()
    verbal_authority: VerbalAuthority | None = None

    def effective(self) -> When:
        return self.at

    @property
    def awaits_money(self) -> bool:
        """Whether the child lives there and the money is still to be authorised (6-71)."""
        return bool(self.breaches) or self.verbal_authority is not None


class SiblingLeft(Event):
    """One of several children left the home that was chosen; `staying` live on where they were."""

    stored_as: ClassVar[str] = "referral.sibling_left.v1"

    child: int
    placement_id: PlacementId
    at: When
    staying: tuple[int, ...]

    def effective(self) -> When:
        return self.at


SiblingEvent = SiblingSplitApproved | SearchNarrowed | SiblingMovedIn | SiblingLeft
