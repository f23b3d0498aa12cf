"""A provider's own questions, and others' as the council chose to share them."""

from dataclasses import replace

from application.referral.invitation.shape import OwnInvitation, OwnQuestion
from domain.referral.events.market import InvitationQuestionAnswered, InvitationQuestionAsked


def asked(
    own: OwnInvitation, event: InvitationQuestionAsked | InvitationQuestionAnswered
) -> tuple[OwnQuestion, ...]:
    """Its own questions in its own words; others' only as the council chose to share them."""
    if isinstance(event, InvitationQuestionAsked):
        question = OwnQuestion(question_id=event.question_id, own=True, text=event.text)
        return (*own.questions, question)
    if event.provider_id == own.invited.provider_id:
        return tuple(
            replace(each, answer=event.text) if each.question_id == event.question_id else each
            for each in own.questions
        )
    shared = event.shared_as or ""
    told = OwnQuestion(question_id=event.question_id, own=False, text=shared, answer=event.text)
    return (*own.questions, told)
