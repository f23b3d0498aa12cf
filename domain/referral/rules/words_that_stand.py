"""Nothing goes ahead on a word that was denied, until somebody who is there gives it (R-173)."""

from collections.abc import Sequence
from typing import Final

from domain.referral.approvals import Approval, Approvals, denied
from domain.referral.commands.spoken import GiveAnew
from domain.referral.errors import SpokenApprovalNotOwned
from domain.referral.facts import Facts
from domain.referral.rules.spoken import require_different_officers, require_role_of
from domain.referral.spoken import SpokenAct
from domain.shared.errors import ConflictOfInterest, NotFound, WrongState
from domain.shared.two_people import is_same_person
from domain.shared.vocabulary import Subject

UNTIL_PUBLISHED: Final = (
    SpokenAct.SUBMISSION,
    SpokenAct.IN_HOUSE_BYPASS,
    SpokenAct.EXTERNAL_SEARCH,
)
"""What a search rests on when it goes to the market."""
WAITED_FOR: Final = (*UNTIL_PUBLISHED, SpokenAct.URGENCY)
"""What something still waits for once it was denied. A parting is approved by an act of its own."""


def require_words_stand(approvals: Approvals, acts: Sequence[SpokenAct]) -> None:
    """Refuse to go ahead on words that the officers named have denied; all are named at once."""
    gone = [act for act in acts if denied(approvals, act)]
    if gone:
        told = ", ".join(gone).replace("_", " ")
        raise SpokenApprovalNotOwned(
            f"Denied by the officers named: {told}. Officers whose role gives this give it anew.",
            acts=[act.value for act in gone],
        )


def require_asked_for_anew(facts: Facts, command: GiveAnew) -> Approval:
    """The word of that number: the last of its kind, denied, and something still waits for it."""
    word = next((each for each in facts.approvals if each.number == command.number > 0), None)
    if word is None:
        raise NotFound("This search has no spoken approval with this number.")
    require_role_of(word.act, command.role)
    if word.act not in WAITED_FOR:
        raise WrongState("What was done on this word stays done: nothing waits for it.")
    if word.owned is not False or not denied(facts.approvals, word.act):
        raise WrongState("This was not denied, or it has been given anew.")
    require_not_ones_own(facts, word, command.by)
    require_different_officers(facts.approvals, word.act, command.by)
    return word


def require_not_ones_own(facts: Facts, word: Approval, by: Subject) -> None:
    """Refuse it of who asked for the home, or wrote down the word that was none."""
    wrote_it_down = word.spoken.recorded_by if word.spoken else None
    own = (facts.drafted_by, facts.submitted_by, wrote_it_down)
    if any(is_same_person(by, each) for each in own):
        raise ConflictOfInterest("Who wrote the request, or the word, does not approve it.")
