"""Brothers and sisters are let live apart, move in one by one, and leave the search."""

from collections.abc import Sequence
from functools import partial

from domain.referral.children import Children
from domain.referral.commands.ending import FulfilReferral
from domain.referral.commands.siblings import ApproveSiblingSplit, RecordSiblingLeft
from domain.referral.events.ending import ReferralFulfilled
from domain.referral.events.siblings import (
    LeftBecause,
    SearchNarrowed,
    SiblingEvent,
    SiblingLeft,
    SiblingMovedIn,
    SiblingSplitApproved,
)
from domain.referral.facts import Facts
from domain.referral.rules.money import require_authorised
from domain.referral.rules.publishing import require_another_person
from domain.referral.rules.siblings import require_reasons_for
from domain.referral.rules.spoken import require_may_be_spoken
from domain.referral.spoken import SpokenAct, kept
from domain.referral.stages import (
    Authorised,
    Chosen,
    MatchedInHouse,
)
from domain.shared.breaches import broken
from domain.shared.moments import begins
from domain.shared.vocabulary import ReferralId


def approve_split(facts: Facts, command: ApproveSiblingSplit) -> Sequence[SiblingEvent]:
    """By a manager who is there, or in an emergency on the telephone (R-118)."""
    require_another_person(facts, command.by)
    require_may_be_spoken(facts, SpokenAct.SIBLING_SPLIT, command.by, command.spoken)
    require_reasons_for(facts.children, command.parted)
    word = kept(command.spoken)
    return [SiblingSplitApproved(parted=command.parted, by=command.by, spoken=word)]


def left_out(
    children: Children, taken: Sequence[int], successor_id: ReferralId | None
) -> Sequence[SearchNarrowed]:
    """Those whom the chosen offer does not take are looked for in a search of their own."""
    left = tuple(number for number in children.sought if number not in taken)
    if not left:
        return []
    parted = LeftBecause.PARTED
    return [SearchNarrowed(children=left, because=parted, successor_id=successor_id)]


def housed(children: Children) -> Sequence[SearchNarrowed]:
    """Those who have moved in stay where they are, whatever is let go for the others."""
    left = tuple(number for number in children.sought if number in children.moved_in)
    if not left:
        return []
    return [SearchNarrowed(children=left, because=LeftBecause.MOVED_IN, successor_id=None)]


def move_in(
    chosen: Chosen, command: FulfilReferral
) -> Sequence[SiblingMovedIn | ReferralFulfilled]:
    """One child moved in; with the last of them the search is over. A fact, said once of each."""
    children = chosen.facts.children
    number = children.number_of(command.case_id) if command.case_id else None
    if number is None or number not in children.sought or number in children.moved_in:
        return []
    authorised = isinstance(chosen, Authorised | MatchedInHouse)
    word = None if authorised else command.verbal_authority
    allowed = authorised or word is not None
    moved = SiblingMovedIn(
        child=number,
        placement_id=command.placement_id,
        offer_id=chosen.offer_id,
        at=command.at,
        breaches=broken([partial(require_authorised, authorised=allowed)]),
        verbal_authority=word,
    )
    if not children.with_moved_in(number, command.at).all_moved_in:
        return [moved]
    last = max((command.at, *children.moved_in.values()), key=begins)
    fulfilled = ReferralFulfilled(
        placement_id=command.placement_id, offer_id=chosen.offer_id, at=last
    )
    return [moved, fulfilled]


def leave(children: Children, command: RecordSiblingLeft) -> Sequence[SiblingLeft]:
    """One child left the home; the others live on where they were. A fact, said once of each."""
    number = children.number_of(command.case_id)
    if number not in children.living_there:
        return []
    staying = tuple(each for each in children.living_there if each != number)
    left = SiblingLeft(
        child=number, placement_id=command.placement_id, at=command.at, staying=staying
    )
    return [left]
