"""Children who moved in by a start that came from no search, and are joined to theirs."""

from datetime import timedelta
from typing import Any

from domain import referral
from domain.referral.codes import DeselectionReason
from domain.referral.commands.choice import DeselectPreferred
from domain.referral.commands.housed import JoinPlacement, NoteHoused
from domain.referral.events import ReferralEvent
from domain.referral.events.housed import ChildHomeless, ChildHoused, PlacementJoined
from domain.referral.events.request import ReferralDrafted
from domain.referral.siblings import Extent, ForSiblings
from domain.shared.vocabulary import CaseId, PlacementId
from tests.support.referrals import (
    BORN,
    BROKER,
    CASE,
    DEADLINE,
    ELM,
    NOW,
    OAK,
    REFERRAL,
    drafted,
    home,
    offer,
    offer_of,
    offered,
    setting_of,
    terms,
    until_published,
)

PLACEMENT = PlacementId(REFERRAL)
MOVED_IN = DEADLINE + timedelta(hours=4)
HOUSED = ChildHoused(child=1, placement_id=PLACEMENT, at=MOVED_IN)
LEFT_AT = MOVED_IN + timedelta(hours=9)
HOMELESS = ChildHomeless(child=1, placement_id=PLACEMENT, at=LEFT_AT)


def noticed(**changed: Any) -> NoteHoused:
    plain = {"case_id": CASE, "placement_id": PLACEMENT, "at": MOVED_IN}
    return NoteHoused(**plain | changed)


def join(**changed: Any) -> JoinPlacement:
    plain: dict[str, Any] = {
        "case_id": CASE,
        "placement_id": PLACEMENT,
        "setting_id": setting_of(OAK),
        "home": home(),
        "at": MOVED_IN,
        "offer_id": offer_of(OAK),
        "reasons": "They took her in.",
        "asked_on": NOW.date(),
        "born_on": BORN,
        "terms": terms(),
        "by": BROKER,
    }
    return JoinPlacement(**plain | changed)


SISTER = CaseId(REFERRAL)
ALL_TOGETHER = ForSiblings(extent=Extent.TOGETHER)
LET_GO = DeselectPreferred(reason=DeselectionReason.CHILD_REFUSED, by=BROKER)


def sisters() -> list[ReferralEvent]:
    """Two are looked for, and the home in which both slept offers for both."""
    two = ReferralDrafted(**dict(drafted()) | {"siblings": (SISTER,)})
    together = offered().model_copy(update={"offer": offer(siblings=ALL_TOGETHER)})
    return [two, *until_published(OAK, ELM)[1:], together]


JOINED = PlacementJoined(
    placement_id=PLACEMENT,
    offer_id=offer_of(OAK),
    provider_id=OAK,
    setting_id=setting_of(OAK),
    at=MOVED_IN,
    reasons="They took her in.",
    by=BROKER,
)


def joined(history: list[ReferralEvent], **changed: Any) -> list[ReferralEvent]:
    return list(referral.decider.decide(referral.decider.replay(history), join(**changed)))
