"""What a spoken approval is held against, when it is written down and when it is owned to.

Source: docs/domain/02, 2.2 (emergency path); docs/domain/05, 5.1 and 5.2; docs/domain/10,
R-71 and R-104.
"""

from collections.abc import Mapping
from typing import Final, NoReturn

from domain.referral.approvals import Approval, Approvals
from domain.referral.errors import SpokenApprovalNotOwned
from domain.referral.facts import Facts
from domain.referral.rules.emergency import require_emergency
from domain.referral.spoken import Heard, SpokenAct
from domain.shared.errors import (
    ConflictOfInterest,
    EffectiveBeforeStream,
    EffectiveInFuture,
    NotFound,
    NotPermitted,
    WrongState,
)
from domain.shared.moments import is_future, london_day
from domain.shared.officers import require_listed
from domain.shared.two_people import is_same_person
from domain.shared.vocabulary import Subject
from domain.shared.warnings import RoleName

GIVEN_BY: Final[Mapping[SpokenAct, frozenset[RoleName]]] = {
    SpokenAct.SUBMISSION: frozenset({"team_manager"}),
    SpokenAct.IN_HOUSE_BYPASS: frozenset({"team_manager"}),
    SpokenAct.EXTERNAL_SEARCH: frozenset({"nominated_officer", "dcs"}),
    SpokenAct.URGENCY: frozenset({"team_manager"}),
    SpokenAct.SIBLING_SPLIT: frozenset({"team_manager"}),
    SpokenAct.CHOICE: frozenset({"broker"}),
    SpokenAct.MONEY: frozenset({"funding_authoriser", "nominated_officer", "dcs"}),
    SpokenAct.DESELECTION: frozenset({"broker"}),
    SpokenAct.WITHDRAWAL: frozenset({"caseworker", "team_manager", "broker"}),
}
"""Which roles give each by day (docs/domain/05, 5.1): at night no others do."""


def require_may_be_spoken(
    facts: Facts,
    act: SpokenAct,
    officer: Subject | None,
    heard: Heard | None,
    *,
    tonight: bool = False,
) -> None:
    """Refuse by word of mouth what is no emergency, one's own word, or one out of its time.

    `tonight` is what becomes an emergency by this very word.
    """
    if heard is None:
        return
    if not tonight:
        require_emergency(facts)
    if is_same_person(heard.recorded_by, officer):
        raise ConflictOfInterest("A spoken approval is another officer's to give.")
    require_listed(heard.roles, GIVEN_BY[act], "officer")
    require_in_its_time(heard)
    require_not_denied(facts.approvals, act, officer, heard)
    require_different_officers(facts.approvals, act, officer)


def require_in_its_time(heard: Heard) -> None:
    """Refuse a word that is still to come, or older than the day on which the request came.

    By the day, for the telephone rings before anybody has begun to write.
    """
    if is_future(heard.at, heard.now):
        raise EffectiveInFuture("Nobody can have said so yet.")
    if london_day(heard.at) < heard.asked_on:
        raise EffectiveBeforeStream("This is older than the request that it speaks of.")


def require_not_denied(
    approvals: Approvals, act: SpokenAct, officer: Subject | None, heard: Heard
) -> None:
    """Refuse to write down once more what the officer has said was never said (R-169)."""
    same = (each for each in approvals if (each.act, each.officer) == (act, officer))
    if any(each.owned is False and each.spoken and each.spoken.at == heard.at for each in same):
        raise WrongState("The officer denied this word: ask anew.")


def require_different_officers(
    approvals: Approvals, act: SpokenAct, officer: Subject | None
) -> None:
    """Refuse one officer for two approvals that no one role gives by day (5.1, R-104)."""
    others = [each.act for each in approvals if is_same_person(each.officer, officer)]
    apart = sorted({other for other in others if not GIVEN_BY[act] & GIVEN_BY[other]})
    if apart:
        told = ", ".join(apart).replace("_", " ")
        raise ConflictOfInterest(f"By day somebody else gives this: this officer gave {told}.")


def require_own_word(approvals: Approvals, number: int, by: Subject) -> Approval:
    """The word of that number: it is for the officer named, and answered once."""
    word = next((each for each in approvals if each.number == number > 0), None)
    if word is None:
        raise NotFound("This search has no spoken approval with this number.")
    if word.officer != by:
        raise NotPermitted("Only the officer who is named says whether it was their word.")
    if not word.is_open:
        raise WrongState("The officer has answered for this word.")
    return word


def require_role_of(act: SpokenAct, role: RoleName) -> None:
    """Refuse to confirm by night what one's role could not have given by day."""
    if role not in GIVEN_BY[act]:
        roles = ", ".join(sorted(GIVEN_BY[act]))
        raise NotPermitted(f"This is given by: {roles}.")


def require_never_denied(act: SpokenAct) -> NoReturn:
    """What went ahead on a word that was not given went ahead without it."""
    told = act.value.replace("_", " ")
    raise SpokenApprovalNotOwned(f"The officer named denies the word: {told}.")
