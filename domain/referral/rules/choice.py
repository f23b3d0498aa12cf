"""How one offer comes to be preferred over the others."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from domain.referral.codes import DIRECT_AWARD, IN_HOUSE
from domain.referral.commands.choice import DirectAward, SelectPreferredOffer
from domain.referral.facts import Facts
from domain.referral.offer import HeldOffer, Standing
from domain.shared.admission import ProviderSuspended
from domain.shared.errors import ConflictOfInterest, NotFound, WrongState
from domain.shared.officers import require_listed
from domain.shared.said import require_said
from domain.shared.two_people import is_same_person
from domain.shared.vocabulary import OfferId

BY_DAY: Final = frozenset({"caseworker", "team_manager"})
"""Who knows the child, and so chooses with the broker (docs/domain/05, 5.1)."""
BY_NIGHT: Final = BY_DAY | {"out_of_hours"}
"""By telephone it is at the least who writes it down (R-103)."""


def choosable(facts: Facts, offer_id: OfferId, now: datetime) -> HeldOffer:
    """The offer, if it came in time and is still held open. Late ones wait (R-09, 6-62)."""
    held = facts.offers.get(offer_id)
    if held is None:
        raise NotFound
    if held.standing is Standing.LATE:
        raise WrongState("This offer came late: a commissioning manager admits late offers first.")
    if not held.is_open():
        raise WrongState(f"This offer cannot be chosen: it is {held.standing.value}.")
    if held.has_run_out(now):
        raise WrongState("This offer cannot be chosen: its provider no longer holds it open.")
    return held


def require_not_barred(command: SelectPreferredOffer) -> None:
    """Refuse an offer of whoever may be given nothing new, though of support alone (6-48)."""
    if command.provider_barred:
        raise ProviderSuspended("The provider is suspended or leaving: choose another's offer.")


def require_two_people(held: HeldOffer, command: SelectPreferredOffer) -> None:
    """Broker and caseworker choose, and not with who wrote the offer down (2.2, R-170)."""
    if is_same_person(command.by, command.jointly_with):
        raise ConflictOfInterest("A broker and a caseworker choose together.")
    if held.entered_by is not None and is_same_person(held.entered_by, command.jointly_with):
        raise ConflictOfInterest(
            "Whoever wrote this offer down is not who chooses it with the broker."
        )
    night = command.spoken is not None
    require_listed(command.joint_roles, BY_NIGHT if night else BY_DAY, "jointly_with")


def require_reasoned(command: SelectPreferredOffer, others: Sequence[HeldOffer]) -> None:
    """Refuse a choice not evidenced for the child and for each provider not chosen."""
    known = {held.offer.offer_id for held in others}
    if not known.issuperset(command.others_not_chosen):
        raise NotFound("A reason is given for an offer that is not among the others.")
    given = {
        "reasons": command.reasons,
        "match_statement": command.match_statement,
        "childs_views": command.childs_views,
        **{
            f"others_not_chosen.{offer_id}": command.others_not_chosen.get(offer_id, "")
            for offer_id in sorted(known)
        },
    }
    require_said(**given)


def require_route_of_act(command: SelectPreferredOffer) -> None:
    """Refuse by comparison what is an act of its own: a direct award has two judges (R-96, 5.2).

    Which of the other routes is taken is recorded and not ruled: nobody is promised any (4-097).
    """
    direct = isinstance(command, DirectAward)
    if command.award_route == IN_HOUSE or (command.award_route == DIRECT_AWARD) is not direct:
        raise WrongState("This route is an act of its own: award directly, or match in house.")
