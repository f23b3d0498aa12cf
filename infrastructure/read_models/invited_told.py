"""What an invited provider was told beside the published pack: packs for it alone, and answers."""

from application.referral.invitation import OwnInvitation
from application.referral.queries import QuestionInPortal, ReleasedToProvider, StagedForProvider
from domain.referral.events.emergency import PackReleased
from domain.referral.field_matrix import PackStage
from domain.shared.personal import Erased, legible


def told_beside_pack(own: OwnInvitation) -> ReleasedToProvider | None:
    """None while nothing went beside the published pack, and once it is erased or deleted."""
    if own.said_deleted:
        return None
    alone = [each.release for each in own.alone if each.opened_at]
    named = any(each.pack.stage is PackStage.EMERGENCY for each in alone)
    released = [own.emergency, *alone] if own.emergency and not named else alone
    unopened = tuple(each.release.pack.stage for each in own.alone if not each.opened_at)
    texts = [line.text for each in released for line in each.pack.lines]
    texts += [part.text for part in own.information]
    if any(isinstance(text, Erased) for text in texts) or not (texts or unopened):
        return None
    return ReleasedToProvider(
        packs=tuple(_staged(each) for each in released),
        information={part.name: legible(part.text) for part in own.information},
        unopened=unopened,
    )


def _staged(released: PackReleased) -> StagedForProvider:
    return StagedForProvider(
        stage=released.pack.stage,
        sha256=released.sha256,
        fields={line.field: legible(line.text) for line in released.pack.lines},
    )


def told_in_answers(own: OwnInvitation) -> tuple[QuestionInPortal, ...] | None:
    """None while there are none, and once they are erased or deleted."""
    if not own.questions or own.said_deleted:
        return None
    erased = (isinstance(q.text, Erased) or isinstance(q.answer, Erased) for q in own.questions)
    if any(erased):
        return None
    return tuple(
        QuestionInPortal(
            question_id=each.question_id,
            own=each.own,
            text=legible(each.text),
            answer=None if each.answer is None else legible(each.answer),
        )
        for each in own.questions
    )
