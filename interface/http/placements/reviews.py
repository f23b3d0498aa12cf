"""Package reviews: within two weeks of the start, then every three months."""

from typing import Self
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field, model_validator

from application.access.actions import Action
from domain.placement.commands import RecordPackageReviewHeld
from domain.placement.reviewing import Attendance, OutcomeRating, Presence, Progress
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Moment
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body, CodeText, LongText

router = APIRouter(
    prefix="/placements/{placement_id}", tags=["placements"], responses=declared(404, 409)
)


class SentPresence(Body):
    """Whether a party came; the coded reason if not, and only then (R-20)."""

    attended: bool
    absence_reason: CodeText | None = None

    @model_validator(mode="after")
    def _absence_has_a_reason(self) -> Self:
        if self.attended == (self.absence_reason is not None):
            raise ValueError("an absence has a reason, and a presence has none")
        return self


class SentRating(Body):
    code: CodeText
    progress: Progress
    evidence: CodeText


class PackageReview(Body):
    """`participation` is the national code of how the child took part.

    Each outcome of the agreement is rated. More than 25 hours name who approved bespoke care.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "on": "2026-03-20",
                "young_person": {"attended": True},
                "provider": {"attended": True},
                "council": {"attended": True},
                "participation": "PN1",
                "childs_views": "It is all right here.",
                "ratings": [
                    {"code": "item_4", "progress": "improved", "evidence": "keyworker_report"}
                ],
                "matrix_half_hours": 20,
            }
        }
    )

    on: Moment
    young_person: SentPresence
    provider: SentPresence
    council: SentPresence
    others: list[CodeText] = Field(default=[], max_length=20)
    participation: str | None = Field(default=None, pattern=r"^PN[0-7]$")
    childs_views: LongText | None = None
    ratings: list[SentRating] = Field(default=[], max_length=50)
    matrix_half_hours: int | None = Field(default=None, ge=0, le=336, strict=True)
    bespoke_24_7_approved_by: str | None = Field(default=None, min_length=1, max_length=200)
    recommendations: LongText | None = None


@router.post("/package-reviews", status_code=201)
def record_package_review(
    placement_id: UUID,
    held: PackageReview,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_PACKAGE_REVIEW),
) -> CommandAnswer:
    """Record a package review that was held; the next falls due three months after it.

    The hours that its matrix gives are the child's matrix from then on, and no other agreement.
    """
    command = RecordPackageReviewHeld(
        on=held.on,
        attendance=Attendance(
            young_person=_presence(held.young_person),
            provider=_presence(held.provider),
            council=_presence(held.council),
            others=tuple(held.others),
        ),
        participation=held.participation,
        childs_views=held.childs_views,
        ratings=tuple(OutcomeRating(**rating.model_dump()) for rating in held.ratings),
        matrix_half_hours=held.matrix_half_hours,
        recommendations=held.recommendations,
        by=Subject(caller.principal.subject),
    )
    approved = held.bespoke_24_7_approved_by
    receipt = caller.service.placement.package_reviews.record(
        caller.occasion, placement_id, command, Subject(approved) if approved else None
    )
    return carried_out(caller.service, receipt, response)


def _presence(sent: SentPresence) -> Presence:
    return Presence(attended=sent.attended, absence_reason=sent.absence_reason)
