"""An invited provider asks something, and is answered."""

from collections.abc import Sequence

from domain.referral.commands.market import (
    AnswerAboutInvitation,
    AskAboutInvitation,
)
from domain.referral.decisions.invited import invitation_of
from domain.referral.events.market import (
    InvitationQuestionAnswered,
    InvitationQuestionAsked,
    MarketEvent,
)
from domain.referral.facts import Facts
from domain.referral.rules.market import (
    require_answerable,
)
from domain.referral.stages import Published
from domain.shared.errors import NotFound, WrongState


def ask(published: Published, command: AskAboutInvitation) -> Sequence[MarketEvent]:
    invitation = invitation_of(published, command.provider_id, command.at)
    asked = InvitationQuestionAsked(
        invitation_id=invitation.invitation_id,
        provider_id=command.provider_id,
        at=command.at,
        question_id=command.question_id,
        text=command.text,
    )
    return [asked]


def answer(facts: Facts, command: AnswerAboutInvitation) -> Sequence[MarketEvent]:
    question = facts.invitation_questions.get(command.question_id)
    if question is None:
        raise NotFound("This search has no question with this id.")
    if question.answered:
        raise WrongState("This question has been answered.")
    require_answerable(command)
    out = [each for each in command.out if command.to_all or each == question.provider_id]
    answered = InvitationQuestionAnswered(
        question_id=command.question_id,
        provider_id=question.provider_id,
        text=command.text,
        to_all=command.to_all,
        shared_as=command.shared_as if command.to_all else None,
        not_shown_to=tuple(out),
        at=command.now,
        by=command.by,
    )
    return [answered]
