"""What the written lines of a pack must be without, stage by stage (5.4; 6-61).

Before a home is chosen and a start agreed, nothing by which the child could be recognised. The
full pack names the child and its school; a relative stands in the plan for contact alone, an
address where it is needed alone, and one that is confidential nowhere.
"""

from collections.abc import Mapping, Sequence

from application.referral.scan import fields_with_identifiers
from domain.case.marks import Mark, MarkKind
from domain.referral.field_matrix import PackField, PackStage

IN_FULL = frozenset({MarkKind.NAME, MarkKind.BIRTH, MarkKind.NHS, MarkKind.SCHOOL})
"""What a full pack may hold in any of its fields."""

IN_ITS_PLACE: Mapping[PackField, frozenset[MarkKind]] = {
    PackField.FAMILY: frozenset({MarkKind.RELATIVE}),
    PackField.HOME_ADDRESS: frozenset({MarkKind.ADDRESS, MarkKind.POSTCODE}),
}
"""What it may hold in one field, and in no other."""


def fields_that_tell(
    stage: PackStage, written: Mapping[PackField, str], marks: Sequence[Mark]
) -> Sequence[str]:
    """The fields in which something stands that this stage does not show."""
    return [
        found
        for field, text in written.items()
        for found in fields_with_identifiers(
            {field.value: text}, [each for each in marks if kept_out(stage, field, each)]
        )
    ]


def kept_out(stage: PackStage, field: PackField, mark: Mark) -> bool:
    """Whether this mark must not stand in this field of a pack of this stage."""
    if stage is not PackStage.FULL or mark.confidential:
        return True
    return mark.kind not in IN_FULL | IN_ITS_PLACE.get(field, frozenset())
