"""What leaves the stage as it is, and who let a search go on."""

from dataclasses import replace

from domain.referral import facts as remembered
from domain.referral.approvals import after as approvals_after
from domain.referral.events import (
    AnswerTakenBack,
    ConfidentialityAccepted,
    CopyEvent,
    CopyReleased,
    CopyWithdrawn,
    DisclosureEvent,
    InformationTakenBack,
    PausingEvent,
    ReferralEvent,
    ReferralPaused,
    ReferralResumed,
    SpokenApprovalConfirmed,
    SpokenApprovalDenied,
    SpokenEvent,
    TakingBackEvent,
)
from domain.referral.market_facts import taken_back
from domain.referral.stages import (
    Asked,
    Referral,
    Stage,
)
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
        case Stage(), SpokenApprovalConfirmed() | SpokenApprovalDenied():
            return referral
        case Stage(facts), ReferralPaused() | ReferralResumed():
            return replace(referral, facts=remembered.paused(facts, event))
        case Stage(facts), CopyReleased() | CopyWithdrawn():
            return replace(referral, facts=remembered.copied(facts, event))
        case Asked(facts), ConfidentialityAccepted():
            return replace(referral, facts=remembered.confidential(facts, event))
        case Asked(facts), AnswerTakenBack() | InformationTakenBack():
            return replace(referral, facts=taken_back(facts, event))
        case _:
            raise CorruptHistory(referral, event)
