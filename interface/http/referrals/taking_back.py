"""Words beside the pack that told too much, taken back from whoever was shown them."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from domain.referral.codes import Code
from domain.referral.commands.taking_back import TakeBackAnswer, TakeBackInformation
from domain.referral.sections import SectionName
from domain.referral.triage import QuestionId
from domain.shared.vocabulary import ProviderId, Subject
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body

router = APIRouter(
    prefix="/referrals/{referral_id}", tags=["referrals"], responses=declared(404, 409)
)


class AnswerWithdrawal(Body):
    """Which question's answer, and what was wrong with it; never the words themselves."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"question_id": examples.QUESTION, "reason": "name_of_friend"}
        }
    )

    question_id: UUID
    reason: Code


class InformationWithdrawal(Body):
    """Which part, from whom, and what was wrong with it; never the words themselves."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "provider_id": examples.PROVIDER,
                "section": "history",
                "reason": "name_of_friend",
            }
        }
    )

    provider_id: UUID
    section: SectionName
    reason: Code


@router.post("/answer-withdrawals", status_code=201)
def withdraw_answer(
    referral_id: UUID,
    sent: AnswerWithdrawal,
    response: Response,
    caller: Commanding = commanding(Action.WITHDRAW_PACK),
) -> CommandAnswer:
    """Take an answer out of sight at once, and the question with it where it was shared.

    All to whom it was shown are to delete it; the question may be answered anew.
    """
    command = TakeBackAnswer(
        question_id=QuestionId(sent.question_id),
        reason=sent.reason,
        now=caller.occasion.now,
        by=Subject(caller.principal.subject),
    )
    receipt = caller.service.search.market.do(caller.occasion, referral_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/information-withdrawals", status_code=201)
def withdraw_information(
    referral_id: UUID,
    sent: InformationWithdrawal,
    response: Response,
    caller: Commanding = commanding(Action.WITHDRAW_PACK),
) -> CommandAnswer:
    """Take a part of the full information out of sight at once; it is to be supplied anew."""
    command = TakeBackInformation(
        provider_id=ProviderId(sent.provider_id),
        section=sent.section,
        reason=sent.reason,
        now=caller.occasion.now,
        by=Subject(caller.principal.subject),
    )
    receipt = caller.service.search.market.do(caller.occasion, referral_id, command)
    return carried_out(caller.service, receipt, response)
