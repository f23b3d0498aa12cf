"""A child moved in otherwise: noted in its search, and joined to it where it came of it (R-105)."""

from collections.abc import Sequence
from functools import partial

from domain.referral.codes import Scope
from domain.referral.commands.ending import FulfilReferral
from domain.referral.commands.housed import (
    HousedCommand,
    JoinPlacement,
    NoteHomeless,
    NoteHoused,
)
from domain.referral.decisions.ending import fulfil
from domain.referral.decisions.siblings import move_in
from domain.referral.events.ending import EndingEvent
from domain.referral.events.housed import (
    ChildHomeless,
    ChildHoused,
    HousedEvent,
    PlacementJoined,
    StayJoined,
)
from domain.referral.events.siblings import SiblingEvent
from domain.referral.facts import Facts
from domain.referral.offer import HeldOffer
from domain.referral.rules.housed import (
    require_alone,
    require_came_of,
    require_nobody_to_choose_for,
    require_not_the_chosen,
)
from domain.referral.rules.offers import gates_of_price, lot_terms
from domain.referral.rules.siblings import require_parting_approved
from domain.referral.rules.sufficiency import require_steps_taken
from domain.referral.stages import (
    Asked,
    Authorised,
    AwaitingFunding,
    Chosen,
    Evaluating,
    Fulfilled,
    Preferred,
    Published,
    Referral,
    Stage,
    Withdrawn,
)
from domain.shared.admission import require_age_within, require_kind
from domain.shared.breaches import Gate, broken
from domain.shared.errors import WrongState
from domain.shared.moments import When, london_day
from domain.shared.said import require_said


def decide(
    referral: Referral, command: HousedCommand
) -> Sequence[HousedEvent | EndingEvent | SiblingEvent]:
    match referral, command:
        case Asked(facts), JoinPlacement() if command.left_at is not None:
            return [join_stay(referral, facts, command, command.left_at)]
        case Fulfilled() | Withdrawn(), NoteHoused() | NoteHomeless():
            return []
        case Stage(facts), NoteHoused():
            return note(facts, command)
        case Stage(facts), NoteHomeless():
            return note_homeless(facts, command)
        case Preferred() | AwaitingFunding() | Authorised(), JoinPlacement() if (
            referral.offer_id == command.offer_id
        ):
            return join(referral, command, [])
        case Published(facts) | Evaluating(facts), JoinPlacement():
            require_nobody_to_choose_for(facts, command)
            gates = [_local(command), *_together(facts, command)]
            return join(Preferred(facts, command.offer_id), command, gates)
        case _:
            raise WrongState.of(referral, command)


def note(facts: Facts, command: NoteHoused) -> Sequence[HousedEvent]:
    """Nothing where support alone is asked for (R-13), or where the child is known to live."""
    children = facts.children
    number = children.number_of(command.case_id)
    sought = number in children.sought and number not in children.moved_in
    if number is None or not sought or facts.scope is Scope.SUPPORT:
        return []
    if (number, command.placement_id) in facts.housed:
        return []
    return [
        ChildHoused(
            child=number,
            placement_id=command.placement_id,
            setting_id=command.setting_id,
            at=command.at,
        )
    ]


def note_homeless(facts: Facts, command: NoteHomeless) -> Sequence[HousedEvent]:
    """What was noted of that home is taken back, so that what is urgent is urgent again."""
    number = facts.children.number_of(command.case_id)
    if number is None or (number, command.placement_id) not in facts.housed:
        return []
    return [ChildHomeless(child=number, placement_id=command.placement_id, at=command.at)]


def join(
    chosen: Chosen, command: JoinPlacement, gates: Sequence[Gate]
) -> Sequence[HousedEvent | EndingEvent | SiblingEvent]:
    """The search is over with it, and its money can be asked for (R-47)."""
    held = require_came_of(chosen.facts, command)
    require_said(reasons=command.reasons)
    joined = PlacementJoined(
        placement_id=command.placement_id,
        offer_id=command.offer_id,
        provider_id=held.provider_id,
        setting_id=command.setting_id,
        at=command.at,
        reasons=command.reasons,
        by=command.by,
        sufficiency=command.sufficiency,
        breaches=broken([*_gates_of_lot(chosen.facts, held, command), *gates]),
    )
    moved = FulfilReferral(
        placement_id=command.placement_id,
        at=command.at,
        case_id=command.case_id,
        verbal_authority=command.verbal_authority,
    )
    ends = move_in if chosen.facts.children.are_siblings else fulfil
    return [joined, *ends(chosen, moved)]


def join_stay(referral: Asked, facts: Facts, command: JoinPlacement, left_at: When) -> StayJoined:
    """What the child lived in for some nights is paid, and no home is found by it (R-119)."""
    require_alone(facts.children)
    require_not_the_chosen(referral, command.offer_id)
    held = require_came_of(facts, command)
    require_said(reasons=command.reasons)
    return StayJoined(
        child=next(iter(facts.children.by_number)),
        placement_id=command.placement_id,
        offer_id=command.offer_id,
        provider_id=held.provider_id,
        setting_id=command.setting_id,
        at=command.at,
        left_at=left_at,
        reasons=command.reasons,
        by=command.by,
        sufficiency=command.sufficiency,
        breaches=broken([*_gates_of_lot(facts, held, command), _local(command)]),
    )


def _together(facts: Facts, command: JoinPlacement) -> Sequence[Gate]:
    """Nobody chose before: what a choice asks of whom it parts is said here (R-175)."""
    if not facts.children.are_siblings:
        return []
    homes = facts.offers[command.offer_id].offer.homes_for(facts.children.sought)
    return [partial(require_parting_approved, facts.children, homes)]


def _local(command: JoinPlacement) -> Gate:
    """Nobody chose before: what a choice says of a home outside the area is said here."""
    return partial(require_steps_taken, command.outside_area, command.sufficiency)


def _gates_of_lot(facts: Facts, held: HeldOffer, command: JoinPlacement) -> Sequence[Gate]:
    """What a choice would have asked and the start could not: it knew of no lot and no price."""
    invited_under = facts.invitations[held.provider_id].lot or facts.lot
    lot = lot_terms(command.terms, invited_under, in_education=facts.in_education)
    day, home = london_day(command.at), command.home
    gates: list[Gate] = [partial(require_age_within, lot.ages, command.born_on, day)]
    gates += [partial(require_kind, lot, home)] if home else []
    return [*gates, *gates_of_price(held, lot)]
