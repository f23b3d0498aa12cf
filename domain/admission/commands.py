"""What can be asked about an admission."""

from datetime import date

from domain.shared.envelope import GssCode
from domain.shared.messages import Command
from domain.shared.specialist import Indication
from domain.shared.vocabulary import AdmissionId, BlockId, CaseId, ReferralId, Subject


class AskAdmission(Command):
    """Consider a block's homes for the child of a search.

    `referred_on` is the day to which breakdowns are counted; `purchasers` are whose word is
    asked. `in_care_only` is the block's, `in_care` the child's on the day it is asked.
    """

    admission_id: AdmissionId
    case_id: CaseId
    referral_id: ReferralId
    block_id: BlockId
    referred_on: date
    purchasers: tuple[GssCode, ...]
    indications: tuple[Indication, ...]
    in_care_only: bool
    in_care: bool
    on: date
    by: Subject


class RecordIndications(Command):
    """Say anew what the child presents with; what was said before no longer counts."""

    indications: tuple[Indication, ...]
    by: Subject


class AddOutsideBreakdown(Command):
    """Add a placement that broke down outside our records, and what shows it (6-44)."""

    on: date
    evidence: str
    by: Subject


class AgreeAdmission(Command):
    """Record a council's yes. `answered_by` is who gave it there."""

    council: GssCode
    answered_by: str
    on: date
    by: Subject


class ObjectToAdmission(Command):
    """Record a council's no, and why."""

    council: GssCode
    answered_by: str
    reason: str
    on: date
    by: Subject


AdmissionCommand = (
    AskAdmission | RecordIndications | AddOutsideBreakdown | AgreeAdmission | ObjectToAdmission
)
