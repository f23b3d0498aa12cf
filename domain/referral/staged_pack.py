"""A pack for a stage after or beside publication: line by line, as the matrix of 5.4 allows."""

from typing import Self

from pydantic import model_validator

from domain.referral.field_matrix import PackField, PackStage, allowed_at
from domain.shared.messages import Value
from domain.shared.personal import Sealed


class PackLine(Value):
    field: PackField
    text: Sealed[str]


class StagedPack(Value):
    """Generated from the record and from what was written for it; never blanked."""

    stage: PackStage
    lines: tuple[PackLine, ...]

    @model_validator(mode="after")
    def _only_what_the_stage_allows(self) -> Self:
        if {line.field for line in self.lines} - allowed_at(self.stage):
            raise ValueError("this stage does not show every one of these fields")
        return self


EMERGENCY_ESSENTIALS = (PackField.NEEDS, PackField.RISKS, PackField.HEALTH)
"""Without these no safe service can be set up tonight (4-128; 7.1, section 2)."""

TAKEN_FROM_RECORD = frozenset(
    {
        PackField.NAME,
        PackField.REFERENCE,
        PackField.BIRTH,
        PackField.SEX,
        PackField.NUMBERS,
        PackField.SIBLINGS,
        PackField.LEGAL_STATUS,
        PackField.UNACCOMPANIED,
        PackField.CONFIDENTIAL_ADDRESS,
    }
)
"""What nobody writes for a pack: it is generated from the child's record. A first name waits
for the acceptance of an offer: what is released before has none."""
