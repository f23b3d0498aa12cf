"""What leaves the stage as it is, and who let a search go on."""

from dataclasses import replace

from domain.referral.approvals import after as approvals_after
from domain.referral.events import ReferralEvent
from domain.referral.events.copies import CopyEvent, CopyReleased, CopyWithdrawn
from domain.referral.events.disclosure import ConfidentialityAccepted, DisclosureEvent
from domain.referral.events.pausing import PausingEvent, ReferralPaused, ReferralResumed
from domain.referral.events.spoken import (
    SpokenApprovalConfirmed,
    SpokenApprovalDenied,
    SpokenApprovalGivenAnew,
    SpokenEvent,
)
from domain.referral.events.taking_back import (
    AnswerTakenBack,
    InformationTakenBack,
    TakingBackEvent,
)
from domain.referral.facts import Facts
from domain.referral.spoken import SpokenAct
from domain.referral.stages import (
    Asked,
    Referral,
    Stage,
)
from domain.referral.state import packs
from domain.referral.state.on_the_market import taken_back
from domain.shared.errors import CorruptHistory

BesideEvent = CopyEvent | PausingEvent | DisclosureEvent | SpokenEvent | TakingBackEvent


def approved(referral: Referral, event: ReferralEvent) -> Referral:
    """Who let it happen, and whether they have owned to their word."""
    if not isinstance(referral, Stage):
        return referral
    known = referral.facts.approvals
    approvals = approvals_after(known, event)
    if approvals is known:
        return referral
    return replace(referral, facts=replace(referral.facts, approvals=approvals))


def beside(referral: Referral, event: BesideEvent) -> Referral:
    """What leaves the stage as it is."""
    match referral, event:
        case Stage(), SpokenApprovalConfirmed() | SpokenApprovalGivenAnew():
            return referral
        case Stage(facts), SpokenApprovalDenied():
            return replace(referral, facts=_denied(facts, event))
        case Stage(facts), ReferralPaused() | ReferralResumed():
            return replace(referral, facts=_paused(facts, event))
        case Stage(facts), CopyReleased() | CopyWithdrawn():
            return replace(referral, facts=_copied(facts, event))
        case Asked(facts), ConfidentialityAccepted():
            return replace(referral, facts=packs.confidential(facts, event))
        case Asked(facts), AnswerTakenBack() | InformationTakenBack():
            return replace(referral, facts=taken_back(facts, event))
        case _:
            raise CorruptHistory(referral, event)


def _denied(facts: Facts, event: SpokenApprovalDenied) -> Facts:
    """What was let on this word is to be asked for anew; what was done on it stays done."""
    word = next((each for each in facts.approvals if each.number == event.number), None)
    if word is None or word.act is not SpokenAct.SIBLING_SPLIT:
        return facts
    return replace(facts, children=facts.children.without_word(word.officer, word.spoken))


def _copied(facts: Facts, event: CopyReleased | CopyWithdrawn) -> Facts:
    """The copies that those invited may read now."""
    if isinstance(event, CopyReleased):
        return replace(facts, copies={**facts.copies, event.copied.copy_id: event.copied})
    left = {key: copy for key, copy in facts.copies.items() if key != event.copy_id}
    return replace(facts, copies=left)


def _paused(facts: Facts, event: PausingEvent) -> Facts:
    """Until which day the search is held, if it is."""
    until = event.resume_on if isinstance(event, ReferralPaused) else None
    return replace(facts, paused_until=until)
