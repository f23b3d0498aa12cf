"""How what happens on the market changes what is remembered of a referral."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from domain.referral.events.market import (
    InvitationQuestionAnswered,
    InvitationQuestionAsked,
    MarketEvent,
    PackDeletionAcknowledged,
    PackWithdrawn,
    ReferralAmended,
    ResponseDeadlineExtended,
    SearchWidened,
    TelephoneContactRecorded,
)
from domain.referral.events.taking_back import AnswerTakenBack, TakingBackEvent
from domain.referral.facts import Facts
from domain.referral.invitation import Answer, Invitation
from domain.referral.questions import Question
from domain.referral.state.packs import shown
from domain.referral.triage import QuestionId
from domain.shared.vocabulary import ProviderId


def on_the_market(facts: Facts, event: MarketEvent) -> Facts:
    match event:
        case ReferralAmended():
            return amended(facts, event)
        case ResponseDeadlineExtended(deadline=deadline):
            later = (replace(each, deadline=deadline) for each in facts.invitations.values())
            return replace(facts, invitations=_by_provider(later))
        case InvitationQuestionAsked(question_id=question_id, provider_id=provider_id):
            return _question(facts, question_id, Question(provider_id))
        case InvitationQuestionAnswered():
            return _answered(facts, event)
        case PackWithdrawn():
            return _withdrawn(facts, event)
        case PackDeletionAcknowledged(provider_id=provider_id):
            return _deleted(facts, provider_id)
        case SearchWidened() | TelephoneContactRecorded():
            return facts


def taken_back(facts: Facts, event: TakingBackEvent) -> Facts:
    """It is to be said anew; whoever was shown it is to delete it, as with a pack."""
    if isinstance(event, AnswerTakenBack):
        asked = facts.invitation_questions[event.question_id]
        open_again = _question(facts, event.question_id, Question(asked.provider_id))
        return _holding(open_again, event.shown_to)
    left = facts.supplied[event.provider_id] - {event.section}
    again = replace(facts, supplied={**facts.supplied, event.provider_id: left})
    return _holding(again, (event.provider_id,))


def _answered(facts: Facts, event: InvitationQuestionAnswered) -> Facts:
    asked = facts.invitation_questions[event.question_id]
    meant = facts.invitations if event.to_all else (asked.provider_id,)
    to = tuple(each for each in meant if each not in event.not_shown_to)
    told = _question(facts, event.question_id, replace(asked, answered=True, shown_to=to))
    return _holding(told, to)


def _deleted(facts: Facts, provider_id: ProviderId) -> Facts:
    """To read is to open again; what nobody opens is held as long as it is shown (R-116)."""
    answers = facts.invitation_questions.values()
    unopened = bool(facts.supplied.get(provider_id)) or any(
        provider_id in each.shown_to for each in answers
    )
    emptied = replace(facts.invitations[provider_id], viewed=False, holds_pack=unopened)
    shut = {
        (who, stage): replace(told, opened=False) if who == provider_id else told
        for (who, stage), told in facts.alone.items()
    }
    return replace(facts, alone=shut, invitations={**facts.invitations, provider_id: emptied})


def _question(facts: Facts, question_id: QuestionId, question: Question) -> Facts:
    return replace(
        facts, invitation_questions={**facts.invitation_questions, question_id: question}
    )


def _holding(facts: Facts, providers: Sequence[ProviderId]) -> Facts:
    held = {each: replace(facts.invitations[each], holds_pack=True) for each in providers}
    return replace(facts, invitations={**facts.invitations, **held})


def _withdrawn(facts: Facts, event: PackWithdrawn) -> Facts:
    """The minimum pack goes with the published one: who read one read the other (6-65)."""
    gone = facts.withdrawn_packs | {event.sha256, *event.with_it}
    if event.superseded or event.shown_to:
        alone = {key: told for key, told in facts.alone.items() if told.sha256 != event.sha256}
        return replace(facts, withdrawn_packs=gone, alone=alone)
    unread = (replace(each, viewed=False) for each in facts.invitations.values())
    left = {key: told for key, told in facts.alone.items() if told.sha256 not in gone}
    return replace(
        facts,
        pack=None,
        minimum=None,
        withdrawn_packs=gone,
        invitations=_by_provider(unread),
        alone=left,
    )


def amended(facts: Facts, event: ReferralAmended) -> Facts:
    """The new version is yet to be opened by everybody."""
    fresh = (replace(each, viewed=False) for each in facts.invitations.values())
    if event.deadline is not None:
        deadline = event.deadline
        fresh = (
            _begun_anew(replace(each, viewed=False, deadline=deadline))
            for each in facts.invitations.values()
        )
    return replace(shown(facts, event.sha256), invitations=_by_provider(fresh))


def _begun_anew(invitation: Invitation) -> Invitation:
    """Silence is waited for again; who declined need not answer and may (R-68)."""
    match invitation.answer:
        case Answer.NO_RESPONSE:
            return replace(invitation, answer=None)
        case Answer.DECLINED:
            return replace(invitation, may_answer_again=True)
        case _:
            return invitation


def _by_provider(invitations: Iterable[Invitation]) -> Mapping[ProviderId, Invitation]:
    return {each.provider_id: each for each in invitations}
