"""The published search is extended and widened, questions are answered, providers telephoned."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.referral.market import Answer, Widening
from application.shared.office import stream_of
from domain.referral.codes import Code
from domain.referral.commands.market import RecordTelephoneContact
from domain.referral.questions import ContactOutcome
from domain.referral.triage import QuestionId
from domain.shared.vocabulary import ProviderId, Subject
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Instant
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.text import Body, LongText, LotCode

router = APIRouter(
    prefix="/referrals/{referral_id}", tags=["referrals"], responses=declared(404, 409)
)


class DeadlineExtension(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {"deadline": "2026-03-04T12:00:00Z", "reason": "questions_outstanding"}
        }
    )

    deadline: Instant
    reason: Code


class SearchWidening(Body):
    """Other lots to go to, or none for the search's own; all their members, or those named."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"lots": ["2.2"], "audience": "lot", "reason": "no_viable_offer"}
        }
    )

    lots: list[LotCode] = Field(default=[], max_length=20)
    audience: Literal["lot"] | Annotated[list[UUID], Field(max_length=1000)] = Field(
        examples=["lot", [examples.PROVIDER]]
    )
    reason: Code
    text: LongText | None = None


class InvitationQuestionAnswer(Body):
    """With `to_all` every provider reads `shared_as` and the answer, and not who asked."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "question_id": examples.QUESTION,
                "text": "A ground floor room would do.",
                "to_all": True,
                "shared_as": "Must the room be on the ground floor?",
            }
        }
    )

    question_id: UUID
    text: LongText
    to_all: bool = False
    shared_as: LongText | None = None


class TelephoneContact(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "provider_id": examples.PROVIDER,
                "at": "2026-03-02T21:20:00Z",
                "outcome": "spoke",
            }
        }
    )

    provider_id: UUID
    at: Instant
    outcome: ContactOutcome
    note: LongText | None = None


@router.post("/deadline-extensions", status_code=201, responses=declared(404, 409, 412, 428))
def extend_deadline(
    referral_id: UUID,
    sent: DeadlineExtension,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.BROKER_REFERRAL),
) -> CommandAnswer:
    """Give every provider until the same later instant, before any deadline has passed."""
    receipt = caller.service.search.market.extend(
        caller.occasion, referral_id, sent.deadline, sent.reason, version_seen
    )
    return carried_out(caller.service, receipt, response)


@router.post("/widenings", status_code=201, responses=declared(404, 409, 412, 428))
def widen_search(
    referral_id: UUID,
    sent: SearchWidening,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.BROKER_REFERRAL),
) -> CommandAnswer:
    """Ask more providers, each with a whole window of its own; the others keep theirs."""
    named = None if sent.audience == "lot" else tuple(ProviderId(each) for each in sent.audience)
    for provider_id in named or ():
        caller.reach(stream_of("provider", provider_id))
    widening = Widening(lots=tuple(sent.lots), named=named, reason=sent.reason, text=sent.text)
    receipt = caller.service.search.market.widen(
        caller.occasion, referral_id, widening, version_seen
    )
    return carried_out(caller.service, receipt, response)


@router.post("/invitation-question-answers", status_code=201)
def answer_invitation_question(
    referral_id: UUID,
    sent: InvitationQuestionAnswer,
    response: Response,
    caller: Commanding = commanding(Action.BROKER_REFERRAL),
) -> CommandAnswer:
    """Answer who asked, or everybody; the answer is scanned as a pack is."""
    answer = Answer(
        question_id=QuestionId(sent.question_id),
        text=sent.text,
        to_all=sent.to_all,
        shared_as=sent.shared_as,
    )
    receipt = caller.service.search.market.answer(caller.occasion, referral_id, answer)
    return carried_out(caller.service, receipt, response)


@router.post("/telephone-contacts", status_code=201)
def record_telephone_contact(
    referral_id: UUID,
    sent: TelephoneContact,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_CONTACT),
) -> CommandAnswer:
    """Note that an invited provider was telephoned, beside the portal."""
    command = RecordTelephoneContact(
        provider_id=ProviderId(sent.provider_id),
        at=sent.at,
        outcome=sent.outcome,
        note=sent.note,
        by=Subject(caller.principal.subject),
    )
    receipt = caller.service.search.market.telephoned(caller.occasion, referral_id, command)
    return carried_out(caller.service, receipt, response)
