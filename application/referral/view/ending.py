"""How a search ended, and who was housed otherwise meanwhile. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from application.referral.told import Told, last
from application.referral.view.text import Text
from domain.referral.codes import (
    OutcomeForChild,
)
from domain.referral.events.closing import DraftExpired, ReferralClosedUnfilled
from domain.referral.events.ending import ReferralFulfilled, ReferralWithdrawn
from domain.referral.events.housed import ChildHomeless, ChildHoused, PlacementJoined, StayJoined
from domain.referral.sufficiency import Sufficiency
from domain.shared.breaches import Breach
from domain.shared.moments import When
from domain.shared.vocabulary import (
    OfferId,
    PlacementId,
    SettingId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEnd:
    """How the search ended: called off for a reason, with a placement, or with nothing."""

    withdrawn_because: str | None = None
    outcome_for_child: OutcomeForChild | None = None
    text: Text | None = None
    placement_id: PlacementId | None = None
    joined_because: Text | None = None
    sufficiency: Sufficiency | None = None
    at: When
    breaches: Sequence[Breach] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownHoused:
    """A child who is looked for moved in otherwise: where, since when, and if no more, until."""

    child: int
    placement_id: PlacementId
    setting_id: SettingId | None
    at: When
    until: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStay:
    """A stay that is over and is paid through this search, and the offer that it came of."""

    child: int
    placement_id: PlacementId
    offer_id: OfferId
    setting_id: SettingId
    at: When
    left_at: When
    reasons: Text
    breaches: Sequence[Breach]


def stays_joined(told: Told) -> Sequence[ShownStay]:
    """The stays of some nights that led to no home."""
    shown = {each.name for each in fields(ShownStay)}
    return [
        ShownStay(**{name: said for name, said in each.event if name in shown})
        for each in told
        if isinstance(each.event, StayJoined)
    ]


def housed_otherwise(told: Told) -> Sequence[ShownHoused]:
    """Who moved in by a start that came from no search, while looked for here."""
    found = [each.event for each in told if isinstance(each.event, ChildHoused)]
    until = {
        (each.event.child, each.event.placement_id): each.event.at
        for each in told
        if isinstance(each.event, ChildHomeless)
    }
    return [
        ShownHoused(**dict(event), until=until.get((event.child, event.placement_id)))
        for event in found
    ]


def end(told: Told) -> ShownEnd | None:
    for each in told:
        match each.event:
            case ReferralClosedUnfilled(outcome=outcome, text=text):
                return ShownEnd(outcome_for_child=outcome, text=text, at=each.effective_at)
            case DraftExpired():
                return ShownEnd(at=each.effective_at)
            case ReferralWithdrawn(reason=reason, text=text):
                return ShownEnd(withdrawn_because=reason, text=text, at=each.effective_at)
            case ReferralFulfilled(placement_id=placement_id, breaches=breaches):
                joined = last(told, PlacementJoined)
                return ShownEnd(
                    placement_id=placement_id,
                    joined_because=joined.event.reasons if joined else None,
                    sufficiency=joined.event.sufficiency if joined else None,
                    at=each.effective_at,
                    breaches=breaches,
                )
            case _:
                continue
    return None
