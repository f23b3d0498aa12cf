"""Beds are asked for together, and bought in one award."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.block.handlers import AwardContent, Wanted
from domain.block.commands import RecordCompetition
from domain.shared.vocabulary import ProviderId, Provision, Subject
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.blocks.sent import (
    BedsSent,
    PartsSent,
    SentAdmission,
    SentBeds,
    SentPurchaser,
    SentTerms,
)
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.money import SentPriceLine, price_of
from interface.http.problems import declared
from interface.http.text import Body, CodeText, ShortText

router = APIRouter(prefix="/blocks", tags=["blocks"])


BY_WHAT_WAS_SEEN = declared(404, 409, 412, 428)


class NewBlock(Body):
    """Beds that are needed together; `until` is the day after the last night."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "title": "Winter beds for young people who arrive alone",
                "reason": "arrivals",
                "emergency": True,
                "provision": "supported_accommodation",
                "beds": 5,
                "since": "2026-03-01",
                "until": "2026-09-01",
                "on": "2026-02-01",
            }
        }
    )

    title: ShortText
    reason: CodeText
    emergency: bool
    provision: Provision
    beds: BedsSent
    since: Day
    until: Day
    admission: SentAdmission = SentAdmission()
    on: Day

    def wanted(self) -> Wanted:
        told: dict[str, Any] = dict(self)
        return Wanted(**{**told, "admission": self.admission.admission()})


class Competition(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "on": "2026-02-05",
                "invited": [examples.PROVIDER],
                "terms": {"discount_asked": True},
            }
        }
    )

    on: Day
    invited: list[UUID] = Field(max_length=500)
    terms: SentTerms


class Award(Body):
    """One provider, its homes, one bed's price a week before the discount, and who pays."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "on": "2026-02-10",
                "provider_id": examples.PROVIDER,
                "homes": [{"setting_id": examples.SETTING, "beds": 5}],
                "price": [{"kind": "accommodation", "weekly_pence": 65000}],
                "discount_basis_points": 500,
                "purchasers": [{"council": "E06000015", "basis_points": 10000, "lead": True}],
                "evaluators": ["cam-commissioning", "cleo-commissioning"],
            }
        }
    )

    on: Day
    provider_id: UUID
    homes: list[SentBeds] = Field(max_length=100)
    price: list[SentPriceLine] = Field(max_length=20)
    discount_basis_points: PartsSent | None = None
    purchasers: list[SentPurchaser] = Field(max_length=20)
    evaluators: list[ShortText] = Field(max_length=20)

    def content(self) -> AwardContent:
        return AwardContent(
            on=self.on,
            provider_id=ProviderId(self.provider_id),
            homes=tuple(each.at() for each in self.homes),
            lines=price_of(self.price),
            discount_basis_points=self.discount_basis_points,
            purchasers=tuple(each.purchaser() for each in self.purchasers),
            evaluators=tuple(map(Subject, self.evaluators)),
        )


@router.post("", status_code=201, responses=declared())
def propose_block(
    new: NewBlock, response: Response, caller: Commanding = commanding(Action.KEEP_BLOCKS)
) -> CommandAnswer:
    """Propose to buy beds together for a fixed period."""
    receipt = caller.service.registers.blocks.propose(caller.occasion, new.wanted())
    location = f"/v1/blocks/{receipt.ids['block_id']}"
    return carried_out(caller.service, receipt, response, location)


@router.post("/{block_id}/competitions", status_code=201, responses=BY_WHAT_WAS_SEEN)
def record_competition(
    block_id: UUID,
    held: Competition,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.KEEP_BLOCKS),
) -> CommandAnswer:
    """Record whom was asked, and the terms set out to all of them."""
    invited = tuple(map(ProviderId, held.invited))
    command = RecordCompetition(on=held.on, invited=invited, terms=held.terms.terms())
    blocks = caller.service.registers.blocks
    receipt = blocks.do(caller.occasion, block_id, command, version_seen)
    return carried_out(caller.service, receipt, response)


@router.post("/{block_id}/awards", status_code=201, responses=BY_WHAT_WAS_SEEN)
def award_block(
    block_id: UUID,
    award: Award,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.KEEP_BLOCKS),
) -> CommandAnswer:
    """Award the beds to one provider, judged by two. The discount goes by this award alone."""
    blocks = caller.service.registers.blocks
    receipt = blocks.award(caller.occasion, block_id, award.content(), version_seen)
    return carried_out(caller.service, receipt, response)
