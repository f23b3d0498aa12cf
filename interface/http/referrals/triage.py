"""Between brokers and referrer, before the market is asked: returned, asked about, amended."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.referral.choice import Word
from application.referral.triage import Amendment
from domain.referral.sections import SectionName
from domain.referral.triage import QuestionId, RequestChange, Returning, ReturnReason
from domain.shared.terms import Tier
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day, Instant
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.referrals.requests import SentDetails
from interface.http.text import Body, LongText, ShortText

router = APIRouter(
    prefix="/referrals/{referral_id}", tags=["referrals"], responses=declared(404, 409)
)


class SentReturning(Body):
    """One reason; `section` is the one it is about, if it is about one."""

    reason: ReturnReason
    section: SectionName | None = None
    text: LongText


class SentReturn(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "reasons": [
                    {
                        "reason": "incomplete",
                        "section": "risk",
                        "text": "Say who must not learn the address.",
                    }
                ]
            }
        }
    )

    reasons: list[SentReturning] = Field(max_length=50)


class Question(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"text": "Which days is she at college?"}}
    )

    text: LongText


class Answer(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"text": "Monday, Tuesday and Thursday."}}
    )

    text: LongText


class SentChange(SentDetails):
    """What is to change; what is left out stays.

    `emergency`: true where it is found to be one, false where a manager takes that back.
    """

    tier: Tier | None = None
    emergency: bool | None = None
    needed_from: Day | None = None


class SentUrgency(Body):
    """Which manager said by telephone that it is an emergency, and when."""

    officer: ShortText
    at: Instant


class SentAmendment(Body):
    """What changes in the request, and why; each field is shown with what it was before.

    Who calls it an emergency and is no team manager names one in `urgency`, who owns to it.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "request": {"needed_from": "2026-03-12"},
                "sections": {"education": "College four days a week."},
                "why": "Her aunt can have her until Thursday.",
            }
        }
    )

    request: SentChange = SentChange()
    sections: dict[SectionName, LongText] = Field(default={}, max_length=len(SectionName))
    why: LongText
    urgency: SentUrgency | None = None


@router.post("/returns", status_code=201, responses=declared(404, 409, 412, 428))
def return_referral(
    referral_id: UUID,
    sent: SentReturn,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.BROKER_REFERRAL),
) -> CommandAnswer:
    """Send the request back to be written further, for reasons that are listed."""
    reasons = [Returning(**dict(each)) for each in sent.reasons]
    receipt = caller.service.search.triage.send_back(
        caller.occasion, referral_id, reasons, version_seen
    )
    return carried_out(caller.service, receipt, response)


@router.post("/questions", status_code=201)
def ask_referrer(
    referral_id: UUID,
    sent: Question,
    response: Response,
    caller: Commanding = commanding(Action.BROKER_REFERRAL),
) -> CommandAnswer:
    """Ask something of those who referred the child."""
    receipt = caller.service.search.triage.ask(caller.occasion, referral_id, sent.text)
    return carried_out(caller.service, receipt, response)


@router.post("/questions/{question_id}/answers", status_code=201)
def answer_question(
    referral_id: UUID,
    question_id: UUID,
    sent: Answer,
    response: Response,
    caller: Commanding = commanding(Action.ANSWER_QUESTION),
) -> CommandAnswer:
    """Answer a question of the brokers."""
    receipt = caller.service.search.triage.answer(
        caller.occasion, referral_id, QuestionId(question_id), sent.text
    )
    return carried_out(caller.service, receipt, response)


@router.post("/amendments", status_code=201, responses=declared(404, 409, 412, 428))
def amend_request(
    referral_id: UUID,
    sent: SentAmendment,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.AMEND_REQUEST),
) -> CommandAnswer:
    """Change what was submitted, until it is published; then only whether it is an emergency."""
    said = sent.urgency
    amendment = Amendment(
        change=RequestChange(**sent.request.model_dump(exclude_none=True)),
        sections=sent.sections,
        why=sent.why,
        urgency=Word(officer=Subject(said.officer), at=said.at) if said else None,
    )
    receipt = caller.service.search.triage.amend(
        caller.occasion, referral_id, amendment, version_seen
    )
    return carried_out(caller.service, receipt, response)
