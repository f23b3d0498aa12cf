"""What is sent about a block: beds, price, purchasers, terms."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from domain.block.agreement import BedsAt, BlockTerms, Purchaser
from domain.shared.envelope import GssCode
from domain.shared.money import BASIS_POINTS
from domain.shared.specialist import AdmissionTerms
from domain.shared.vocabulary import SettingId
from interface.http.text import Body, CodeText, GssText

PartsSent = Annotated[int, Field(ge=0, le=BASIS_POINTS, strict=True)]
BedsSent = Annotated[int, Field(ge=1, le=1000, strict=True)]


class SentBeds(Body):
    """So many beds in one home."""

    setting_id: UUID
    beds: BedsSent

    def at(self) -> BedsAt:
        return BedsAt(setting_id=SettingId(self.setting_id), beds=self.beds)


class SentPurchaser(Body):
    """A council's part of every price, in hundredths of a per cent; exactly one leads."""

    council: GssText
    basis_points: PartsSent
    lead: bool = False

    def purchaser(self) -> Purchaser:
        council = GssCode(self.council)
        return Purchaser(council=council, basis_points=self.basis_points, lead=self.lead)


class SentTerms(Body):
    """What was set out to everybody who was asked (4-100)."""

    discount_asked: bool
    discount_ends_below_five: bool = False
    void_basis_points: PartsSent = Field(
        default=BASIS_POINTS, description="Of a bed's price, for a night in which nobody lives"
    )

    def terms(self) -> BlockTerms:
        return BlockTerms(**dict(self))


class SentAdmission(Body):
    """What these homes ask of a child who is to live there, and whom they are meant for."""

    in_care_only: bool = False
    joint: bool = Field(default=False, description="Each purchaser agrees before an admission")
    indications: list[CodeText] = Field(default=[], max_length=50)

    def admission(self) -> AdmissionTerms:
        return AdmissionTerms(
            in_care_only=self.in_care_only,
            joint=self.joint,
            indications=tuple(self.indications),
        )
