"""What can happen to an admission. It lies in the child's own file."""

from datetime import date
from typing import ClassVar

from domain.shared.envelope import GssCode
from domain.shared.messages import Event
from domain.shared.personal import Sealed
from domain.shared.specialist import Indication
from domain.shared.vocabulary import AdmissionId, BlockId, CaseId, ReferralId, Subject


class AdmissionAsked(Event):
    """A block's homes were considered; `warnings` are codes that refuse nothing yet (6-43)."""

    stored_as: ClassVar[str] = "admission.asked.v1"

    admission_id: AdmissionId
    case_id: CaseId
    referral_id: ReferralId
    block_id: BlockId
    referred_on: date
    purchasers: tuple[GssCode, ...]
    indications: tuple[Indication, ...]
    warnings: tuple[str, ...]
    on: date
    by: Subject

    def effective(self) -> date:
        return self.on


class IndicationsRecorded(Event):
    """What the child presents with, as it is said from now on."""

    stored_as: ClassVar[str] = "admission.indications_recorded.v1"

    indications: tuple[Indication, ...]
    by: Subject


class OutsideBreakdownAdded(Event):
    """A placement broke down that our records do not have; `evidence` says what shows it."""

    stored_as: ClassVar[str] = "admission.outside_breakdown_added.v1"

    on: date
    evidence: Sealed[str]
    by: Subject

    def effective(self) -> date:
        return self.on


class PurchaserAgreed(Event):
    stored_as: ClassVar[str] = "admission.purchaser_agreed.v1"

    council: GssCode
    answered_by: Sealed[str]
    on: date
    by: Subject

    def effective(self) -> date:
        return self.on


class PurchaserObjected(Event):
    stored_as: ClassVar[str] = "admission.purchaser_objected.v1"

    council: GssCode
    answered_by: Sealed[str]
    reason: Sealed[str]
    on: date
    by: Subject

    def effective(self) -> date:
        return self.on


AdmissionEvent = (
    AdmissionAsked
    | IndicationsRecorded
    | OutsideBreakdownAdded
    | PurchaserAgreed
    | PurchaserObjected
)
