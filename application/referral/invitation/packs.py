"""What a provider can read of the child: packs shown, opened, taken back, to be deleted."""

from dataclasses import replace

from application.referral.invitation.shape import OwnInvitation, ToldAlone
from domain.referral.events.answers import PackViewed
from domain.referral.events.disclosure import ConfidentialityAccepted
from domain.referral.events.emergency import InformationSupplied, PackReleased
from domain.referral.events.market import (
    PackDeletionAcknowledged,
    PackWithdrawn,
    ReferralAmended,
    ResponseDeadlineExtended,
)
from domain.referral.events.taking_back import AnswerTakenBack, InformationTakenBack
from domain.referral.field_matrix import PackStage

OfPack = (
    PackViewed
    | ConfidentialityAccepted
    | PackDeletionAcknowledged
    | PackReleased
    | InformationSupplied
    | ReferralAmended
    | ResponseDeadlineExtended
    | PackWithdrawn
    | AnswerTakenBack
    | InformationTakenBack
)


def of_pack(own: OwnInvitation, event: OfPack) -> OwnInvitation:
    """What this provider can read of the child, and whether it has opened it."""
    match event:
        case PackViewed():
            return _read(own, event)
        case PackDeletionAcknowledged(at=at):
            return replace(_closed_again(own), deleted_at=at)
        case PackReleased(offer_id=None):
            return replace(own, emergency=event)
        case PackReleased(pack=pack):
            others = [each for each in own.alone if each.release.pack.stage is not pack.stage]
            return replace(own, alone=(*others, ToldAlone(event)))
        case ConfidentialityAccepted(at=at):
            return replace(own, confidential_at=at)
        case InformationSupplied(sections=sections):
            # Nobody opens it: shown is read.
            return replace(own, information=(*own.information, *sections), holds_pack=True)
        case AnswerTakenBack() | InformationTakenBack():
            return _shown_no_more(own, event)
        case ReferralAmended() | ResponseDeadlineExtended() | PackWithdrawn():
            return _repacked(own, event)


def _shown_no_more(
    own: OwnInvitation, event: AnswerTakenBack | InformationTakenBack
) -> OwnInvitation:
    """Gone at once; whoever was shown it is to delete it, and says so as of a pack (R-98)."""
    told = replace(own, holds_pack=True, must_delete=True)
    if isinstance(event, InformationTakenBack):
        left = tuple(each for each in own.information if each.name is not event.section)
        return replace(told, information=left)
    questions = (
        replace(each, answer=None) if each.question_id == event.question_id else each
        for each in own.questions
        if each.own or each.question_id != event.question_id
    )
    return replace(told, questions=tuple(questions))


def _read(own: OwnInvitation, event: PackViewed) -> OwnInvitation:
    """Each pack is opened by itself; the minimum pack of all goes with the published one."""
    if event.sha256 not in {each.release.sha256 for each in own.alone}:
        return replace(own, opened=True, holds_pack=True, holds_former=False)
    alone = tuple(
        replace(each, opened_at=event.at) if each.release.sha256 == event.sha256 else each
        for each in own.alone
    )
    return replace(own, alone=alone, holds_pack=True)


def _closed_again(own: OwnInvitation) -> OwnInvitation:
    """Nothing is kept, so that to read is to open again, and to hold again."""
    shut = tuple(replace(each, opened_at=None) for each in own.alone)
    emptied = replace(own, holds_pack=False, holds_former=False, must_delete=False)
    return replace(emptied, opened=False, alone=shut)


def let_go(own: OwnInvitation) -> OwnInvitation:
    """What it was told as the home chosen goes with the choice, and is to be deleted (5.3.4)."""
    gone = [each for each in own.alone if each.for_the_chosen]
    read = any(each.opened_at for each in gone) or bool(own.information)
    kept = tuple(each for each in own.alone if not each.for_the_chosen)
    return replace(own, alone=kept, information=(), must_delete=own.must_delete or read)


def _repacked(
    own: OwnInvitation, event: ReferralAmended | ResponseDeadlineExtended | PackWithdrawn
) -> OwnInvitation:
    match event:
        case PackWithdrawn():
            must = own.must_delete or own.invited.provider_id in event.opened_by
            told = replace(own, must_delete=must)
            if event.superseded or event.shown_to:
                left = tuple(each for each in own.alone if each.release.sha256 != event.sha256)
                return replace(told, alone=left)
            left = tuple(
                each for each in own.alone if each.release.pack.stage is not PackStage.EMERGENCY
            )
            gone = replace(told, pack=None, sha256=None, emergency=None, opened=False)
            return replace(gone, alone=left)
        case ResponseDeadlineExtended(deadline=deadline):
            return replace(own, invited=own.invited.model_copy(update={"deadline": deadline}))
        case ReferralAmended(pack=pack, sha256=sha256, deadline=deadline):
            former = own.holds_former or own.opened
            again = replace(own, pack=pack, sha256=sha256, opened=False, holds_former=former)
            if deadline is None:
                return again
            # Who declined may think again, and must be able to read what is new.
            reopened = replace(again, over_at=None if own.may_return else own.over_at)
            return replace(reopened, invited=own.invited.model_copy(update={"deadline": deadline}))
