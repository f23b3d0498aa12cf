"""A child moved in by a start that came from no search, while one was under way (R-105)."""

from typing import ClassVar

from domain.referral.sufficiency import Sufficiency
from domain.shared.breaches import Breach
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import OfferId, PlacementId, ProviderId, SettingId, Subject


class ChildHoused(Event):
    """A child who is looked for here lives somewhere since then; people say what follows.

    `setting_id` is where; none before that was noted with it.
    """

    stored_as: ClassVar[str] = "referral.child_housed.v1"

    child: int
    placement_id: PlacementId
    setting_id: SettingId | None = None
    at: When

    def effective(self) -> When:
        return self.at


class ChildHomeless(Event):
    """The child does not live there any more, or moved in before anybody asked for a home.

    It takes back what was noted, and so stands after it whatever `at` says: since when.
    """

    stored_as: ClassVar[str] = "referral.child_homeless.v1"

    child: int
    placement_id: PlacementId
    at: When


class PlacementJoined(Event):
    """The home where the child lives is one that this search was offered, and came of it.

    `breaches` are the rules that the home would not have been chosen by; `sufficiency` says
    what was tried before a home outside the area (2-088).
    """

    stored_as: ClassVar[str] = "referral.placement_joined.v1"

    placement_id: PlacementId
    offer_id: OfferId
    provider_id: ProviderId
    setting_id: SettingId
    at: When
    reasons: Sealed[str]
    by: Subject
    sufficiency: Sufficiency | None = None
    breaches: tuple[Breach, ...] = ()

    def effective(self) -> When:
        return self.at


class StayJoined(Event):
    """A stay that is over came of an offer made here: its nights are paid, the search goes on.

    `left_at` is when the child left, `breaches` as of `PlacementJoined` (R-119).
    """

    stored_as: ClassVar[str] = "referral.stay_joined.v1"

    child: int
    placement_id: PlacementId
    offer_id: OfferId
    provider_id: ProviderId
    setting_id: SettingId
    at: When
    left_at: When
    reasons: Sealed[str]
    by: Subject
    sufficiency: Sufficiency | None = None
    breaches: tuple[Breach, ...] = ()


HousedEvent = ChildHoused | ChildHomeless | PlacementJoined | StayJoined
