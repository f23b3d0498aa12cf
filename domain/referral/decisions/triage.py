"""Before the market is asked: a request is sent back, asked about, amended."""

from collections.abc import Sequence
from typing import Any

from domain.referral.commands import (
    AmendRequest,
    AnswerQuestion,
    AskReferrer,
    ReturnReferral,
    TriageCommand,
)
from domain.referral.events import (
    QuestionAnswered,
    QuestionAsked,
    ReferralReturned,
    RequestAmended,
    SectionAmended,
    TriageEvent,
)
from domain.referral.facts import Facts
from domain.referral.rules.amending import changed, require_explained, require_still_of_age
from domain.referral.rules.siblings import require_nobody_named
from domain.referral.stages import BeforeMarket, Referral, Stage, Submitted
from domain.referral.triage import RequestChange
from domain.shared.errors import MissingInformation, NotFound, WrongState


def decide(referral: Referral, command: TriageCommand) -> Sequence[TriageEvent]:
    require_nobody_named(command.identifiers_found)
    match referral, command:
        case Submitted(), ReturnReferral():
            return send_back(command)
        case BeforeMarket(), AskReferrer():
            return [QuestionAsked(**told(command))]
        case Stage(facts), AnswerQuestion():
            return answer(facts, command)
        case BeforeMarket(facts), AmendRequest():
            return amend(facts, command)
        case _:
            raise WrongState.of(referral, command)


def told(command: TriageCommand) -> dict[str, Any]:
    """What the command says, without what was found in it."""
    return {name: said for name, said in command if name != "identifiers_found"}


def send_back(command: ReturnReferral) -> Sequence[TriageEvent]:
    if not command.reasons:
        raise MissingInformation(["reasons"])
    return [ReferralReturned(**told(command))]


def answer(facts: Facts, command: AnswerQuestion) -> Sequence[TriageEvent]:
    """An answer is taken at any stage, once for each question."""
    if command.question_id not in facts.questions:
        raise NotFound
    if facts.questions[command.question_id]:
        raise WrongState("This question has been answered.")
    return [QuestionAnswered(**told(command))]


def amend(facts: Facts, command: AmendRequest) -> Sequence[TriageEvent]:
    """What changes is said field by field, with what it was before."""
    was, now = changed(facts, command.change)
    texts = {
        name: text for name, text in command.sections.items() if text != facts.sections.get(name)
    }
    fields = now != RequestChange()
    require_explained(command, changes=fields or bool(texts))
    require_still_of_age(command, now)
    why = {"why": command.why, "by": command.by}
    coded = [RequestAmended(was=was, now=now, **why)] if fields else []
    written = [
        SectionAmended(section=name, was=facts.sections.get(name), now=text, **why)
        for name, text in texts.items()
    ]
    return [*coded, *written]
