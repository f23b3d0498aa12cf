"""What was submitted is called an emergency, and that word is taken back (R-126, R-174)."""

from collections.abc import Collection

from domain.referral.commands.triage import AmendRequest
from domain.referral.facts import Facts
from domain.referral.rules.publishing import require_another_person
from domain.referral.rules.spoken import require_may_be_spoken
from domain.referral.rules.words_that_stand import require_words_stand
from domain.referral.spoken import SpokenAct
from domain.referral.staged_pack import EMERGENCY_ESSENTIALS
from domain.shared.errors import MissingInformation, NotPermitted, WrongState


def require_only_an_emergency(facts: Facts, command: AmendRequest) -> None:
    """Refuse to change what the market was asked, but that it is an emergency, and sooner (R-126).

    Everything else is said to providers, in a pack of its own.
    """
    if not command.change.emergency or facts.emergency:
        raise WrongState("The market was asked: amend what is published.")
    require_nothing_but(command, {"emergency", "tier", "needed_from"})
    later = command.change.needed_from
    if later is not None and later > facts.needed_from:
        raise WrongState("An emergency is needed no later than was asked for.")


def require_nothing_but(command: AmendRequest, may: Collection[str]) -> None:
    """Refuse to change anything else in the same stroke."""
    said = {name for name, value in command.change if value is not None}
    if said - set(may) or command.sections:
        raise WrongState("Say how urgent it is by itself; amend what is published for the rest.")


def require_called_by_a_manager(facts: Facts, command: AmendRequest) -> None:
    """Refuse to call it an emergency but by a manager, there or on the telephone (R-174).

    Of a request that was one already nothing is asked: it was submitted on such a word.
    """
    if facts.emergency or not command.change.emergency:
        return
    if command.called_by is None:
        raise MissingInformation(["urgency"])
    require_another_person(facts, command.called_by)
    require_may_be_spoken(facts, SpokenAct.URGENCY, command.called_by, command.spoken, tonight=True)


def require_may_be_taken_back(facts: Facts, command: AmendRequest) -> None:
    """Refuse to say that it is no emergency, but by a manager and where it was called one."""
    if facts.called is None:
        raise WrongState(
            "It was not called an emergency after it was submitted: return it to its writer, or "
            "call it off."
        )
    if not command.by_manager:
        raise NotPermitted("A team manager who is signed in takes the word back.")
    require_nothing_but(command, {"emergency", "needed_from"})


def require_told_how_urgent(facts: Facts) -> None:
    """Refuse to choose at once before everybody was told what an emergency tells (4-128, R-174)."""
    if facts.called is None:
        return
    require_words_stand(facts.approvals, (SpokenAct.URGENCY,))
    if not facts.minimum_released:
        raise MissingInformation([f"essentials.{field}" for field in EMERGENCY_ESSENTIALS])
