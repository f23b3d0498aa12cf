"""Who moved in, who is looked for no more, and how the search ended, told."""

from collections.abc import Iterable

from application.case.sentences.wording import Sentences, tell
from domain.referral.events import closing, ending, housed, siblings
from domain.referral.events.siblings import LeftBecause

ENDING: Sentences = {
    housed.ChildHoused: "While looked for, child {e.child} moved in otherwise.",
    housed.ChildHomeless: "Child {e.child} does not live where it had moved in otherwise.",
    housed.PlacementJoined: (
        "The home where the child lives was joined to this search: provider {e.provider_id}."
    ),
    housed.StayJoined: (
        "A stay that was over on {e.left_at} was joined to this search, to be paid: "
        "provider {e.provider_id}."
    ),
    ending.ReferralWithdrawn: "The referral was withdrawn: {e.reason}.",
    closing.ReferralClosedUnfilled: "No home was found; the child: {e.outcome}.",
    closing.DraftExpired: "The draft was left too long, and asks for nothing any more.",
    ending.OfferLapsed: "The offer of provider {e.provider_id} lapsed: {e.reason}.",
    siblings.SiblingSplitApproved: lambda event: tell(
        "That {who} may live apart from the other children was approved by {e.by}{how}.",
        how=tell(" by telephone on {at}", at=event.spoken.at) if event.spoken else "",
        who=_children(each.child for each in event.parted),
        e=event,
    ),
    siblings.SearchNarrowed: lambda event: tell(
        "The search is no longer for {who}: {because}.",
        who=_children(event.children),
        because=_why_left(event),
    ),
    siblings.SiblingMovedIn: "Child {e.child} moved in.",
    siblings.SiblingLeft: lambda event: tell(
        "Child {e.child} left the home; {who}.", who=_who_stays(event.staying), e=event
    ),
    ending.ReferralFulfilled: "The referral led to a placement.",
}


def _children(numbers: Iterable[int]) -> str:
    told = [str(number) for number in numbers]
    return f"child {told[0]}" if len(told) == 1 else f"children {', '.join(told)}"


def _why_left(event: siblings.SearchNarrowed) -> str:
    has_moved_in = event.because is LeftBecause.MOVED_IN
    return "a home was found for them" if has_moved_in else "they are looked for separately"


def _who_stays(staying: tuple[int, ...]) -> str:
    return f"{_children(staying)} stayed" if staying else "none of the others lives there"
