"""What is shown of an admission: indications beside those of the homes, and each council's word."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.admission.rules import BREAKDOWNS, breakdowns_within, window
from domain.admission.state import Asked
from domain.shared.envelope import GssCode
from domain.shared.specialist import THREE_BREAKDOWNS, AdmissionTerms, Indication
from domain.shared.vocabulary import AdmissionId, BlockId, CaseId, PlacementId, ReferralId


@dataclass(frozen=True, slots=True, kw_only=True)
class Breakdown:
    """A day on which a placement broke down; without a placement, outside our records."""

    on: date
    placement_id: PlacementId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownIndication:
    """`derived` is worked out from how placements ended; the others somebody said."""

    code: Indication
    present: bool
    derived: bool
    named_by_homes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownWord:
    """Whether a council agrees; none while it has said nothing."""

    council: GssCode
    agrees: bool | None


@dataclass(frozen=True, kw_only=True)
class AdmissionView:
    """Nothing here refuses. `breakdowns` are those after `counted_after`, to `referred_on`."""

    admission_id: AdmissionId
    case_id: CaseId
    referral_id: ReferralId
    block_id: BlockId
    asked_on: date
    referred_on: date
    counted_after: date
    warnings: Sequence[str]
    indications: Sequence[ShownIndication]
    breakdowns: Sequence[Breakdown]
    words: Sequence[ShownWord]
    agreed_by_all: bool
    version: int


def shown(
    state: Asked,
    terms: AdmissionTerms,
    ours: Sequence[Breakdown],
    *,
    day: date,
    version: int,
) -> AdmissionView:
    asked = state.asked
    outside = breakdowns_within(state.breakdowns, asked.referred_on)
    added = [Breakdown(on=on, placement_id=None) for on in outside]
    breakdowns = sorted([*ours, *added], key=lambda each: each.on)
    return AdmissionView(
        admission_id=asked.admission_id,
        case_id=asked.case_id,
        referral_id=asked.referral_id,
        block_id=asked.block_id,
        asked_on=asked.on,
        referred_on=asked.referred_on,
        counted_after=window(asked.referred_on)[0],
        warnings=asked.warnings,
        indications=_indications(state, terms, len(breakdowns)),
        breakdowns=breakdowns,
        words=[ShownWord(council=c, agrees=state.word_on(c, day)) for c in asked.purchasers],
        agreed_by_all=not state.not_agreed_on(day),
        version=version,
    )


def _indications(state: Asked, terms: AdmissionTerms, breakdowns: int) -> Sequence[ShownIndication]:
    """Those that the homes name, then those that were said besides; breakdowns are counted."""
    named = dict.fromkeys((*terms.indications, *state.indications, THREE_BREAKDOWNS))
    counted = {THREE_BREAKDOWNS: breakdowns >= BREAKDOWNS}
    return [
        ShownIndication(
            code=code,
            present=counted.get(code, code in state.indications),
            derived=code in counted,
            named_by_homes=code in terms.indications,
        )
        for code in named
    ]
