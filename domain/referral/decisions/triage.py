"""Before the market is asked: a request is sent back, asked about, amended."""

from collections.abc import Sequence
from typing import Any

from domain.referral.commands.triage import (
    AmendRequest,
    AnswerQuestion,
    AskReferrer,
    ReturnReferral,
    TriageCommand,
)
from domain.referral.events.triage import (
    QuestionAnswered,
    QuestionAsked,
    ReferralReturned,
    RequestAmended,
    SectionAmended,
    TriageEvent,
)
from domain.referral.facts import Facts
from domain.referral.rules.amending import (
    changed,
    require_explained,
    require_not_over,
    require_still_of_age,
)
from domain.referral.rules.urgency import (
    require_called_by_a_manager,
    require_may_be_taken_back,
    require_only_an_emergency,
)
from domain.referral.spoken import kept
from domain.referral.stages import BeforeMarket, Evaluating, Published, Referral, Stage, Submitted
from domain.referral.triage import RequestChange
from domain.shared.errors import MissingInformation, NotFound, WrongState
from domain.shared.terms import Tier


def decide(referral: Referral, command: TriageCommand) -> Sequence[TriageEvent]:
    match referral, command:
        case Submitted(), ReturnReferral():
            return send_back(command)
        case BeforeMarket(), AskReferrer():
            return [QuestionAsked(**dict(command))]
        case Stage(facts), AnswerQuestion():
            return answer(facts, command)
        case (
            BeforeMarket(facts) | Published(facts) | Evaluating(facts),
            AmendRequest(change=RequestChange(emergency=False)),
        ):
            return take_back(facts, command)
        case BeforeMarket(facts), AmendRequest():
            return amend(facts, command)
        case Published(facts) | Evaluating(facts), AmendRequest():
            return become_emergency(facts, command)
        case _:
            raise WrongState.of(referral, command)


def send_back(command: ReturnReferral) -> Sequence[TriageEvent]:
    if not command.reasons:
        raise MissingInformation(["reasons"])
    return [ReferralReturned(**dict(command))]


def answer(facts: Facts, command: AnswerQuestion) -> Sequence[TriageEvent]:
    """An answer is taken at any stage, once for each question."""
    if command.question_id not in facts.questions:
        raise NotFound
    if facts.questions[command.question_id]:
        raise WrongState("This question has been answered.")
    return [QuestionAnswered(**dict(command))]


def become_emergency(facts: Facts, command: AmendRequest) -> Sequence[TriageEvent]:
    """What is on the market becomes an emergency: whoever was asked, and what was offered, stay."""
    require_only_an_emergency(facts, command)
    hurried = command.change.model_copy(update={"tier": Tier.URGENT})
    return amend(facts, command.model_copy(update={"change": hurried}))


def take_back(facts: Facts, command: AmendRequest) -> Sequence[TriageEvent]:
    """As fast as it was before it was called an emergency; what was promised meanwhile stays."""
    require_may_be_taken_back(facts, command)
    calmer = dict(facts.called or ()) | {"emergency": False}
    said = {name: value for name, value in command.change if value is not None}
    change = RequestChange(**calmer | said)
    return amend(facts, command.model_copy(update={"change": change}))


def amend(facts: Facts, command: AmendRequest) -> Sequence[TriageEvent]:
    """What changes is said field by field, with what it was before."""
    was, now = changed(facts, command.change)
    texts = {
        name: text for name, text in command.sections.items() if text != facts.sections.get(name)
    }
    fields = now != RequestChange()
    require_explained(command, changes=fields or bool(texts))
    require_not_over(facts, now.needed_from, command.today)
    require_still_of_age(command, now)
    require_called_by_a_manager(facts, command)
    why = {"why": command.why, "by": command.by}
    coded = [RequestAmended(was=was, now=now, **why, **_called(command, now))] if fields else []
    written = [
        SectionAmended(section=name, was=facts.sections.get(name), now=text, **why)
        for name, text in texts.items()
    ]
    return [*coded, *written]


def _called(command: AmendRequest, now: RequestChange) -> dict[str, Any]:
    """By whose word it is an emergency, where that is what changes."""
    if not now.emergency:
        return {}
    return {"called_by": command.called_by, "spoken": kept(command.spoken)}
