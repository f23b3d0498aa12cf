"""The one policy: whether this person may do this to that.

Pure. Tenancy speaks first, then role, organisation, relationship. Another authority's record
is not found (R-41), nor is another organisation's; a child with whom a caseworker has no
relationship, and no stated emergency, is refused. Source: docs/domain/05.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from application.access.principal import PROVIDER_ROLES, Principal, Role
from domain.shared.envelope import GssCode
from domain.shared.errors import CaseworkError, NotFound, NotPermitted
from domain.shared.money import Funder
from domain.shared.vocabulary import ProviderId


class Action(StrEnum):
    """Everything a route may ask to do."""

    FIND_CHILD = "case.find"
    OPEN_CASE = "case.open"
    READ_CASE = "case.read"
    AMEND_IDENTITY = "case.amend_identity"
    ALLOCATE = "case.allocate"
    ASSIGN_IRO = "case.assign_iro"
    RECORD_LEGAL_STATUS = "case.record_legal_status"
    CORRECT_RECORD = "record.correct"
    RECORD_MATRIX = "case.record_matrix"
    SCHEDULE_STATUTORY_REVIEW = "case.schedule_statutory_review"
    RECORD_STATUTORY_REVIEW = "case.record_statutory_review"
    RECORD_MISSING = "case.record_missing"
    KEEP_DOCUMENTS = "case.keep_documents"
    RECORD_CONNECTION = "case.record_connection"
    READ_BOARD = "referral.board"
    READ_REFERRAL = "referral.read"
    DRAFT_REFERRAL = "referral.draft"
    SUBMIT_REFERRAL = "referral.submit"
    AMEND_REQUEST = "referral.amend_request"
    ANSWER_QUESTION = "referral.answer_question"
    BROKER_REFERRAL = "referral.broker"
    APPROVE_IN_HOUSE_BYPASS = "referral.approve_in_house_bypass"
    APPROVE_SIBLING_SPLIT = "referral.approve_sibling_split"
    APPROVE_EXTERNAL_SEARCH = "referral.approve_external_search"
    AWARD_DIRECTLY = "referral.award_directly"
    COMPARE_OFFERS = "referral.compare_offers"
    JUDGE_OFFERS = "referral.judge_offers"
    ASSESS_IMPACT = "invitation.assess_impact"
    ADMIT_LATE_OFFERS = "referral.admit_late_offers"
    ACCEPT_REFERRAL = "referral.accept"
    ACT_IN_EMERGENCY = "referral.act_in_emergency"
    SUPPLY_INFORMATION = "referral.supply_information"
    WITHDRAW_PACK = "referral.withdraw_pack"
    READ_PACKS = "referral.read_packs"
    RECORD_CONTACT = "referral.record_contact"
    SELECT_OFFER = "referral.select_offer"
    REQUEST_FUNDING = "referral.request_funding"
    AUTHORISE_FUNDING = "referral.authorise_funding"
    NOTE_VERBAL_AUTHORITY = "referral.note_verbal_authority"
    OWN_TO_WORD = "referral.own_to_word"
    READ_FUNDING = "referral.read_funding"
    ANSWER_SHARE = "referral.answer_share"
    WITHDRAW_SHARE = "referral.withdraw_share"
    CORRECT_WITHDRAWAL = "referral.correct_withdrawal"
    MEET_CONDITION = "referral.meet_condition"
    WITHDRAW_REFERRAL = "referral.withdraw"
    CLOSE_UNFILLED = "referral.close_unfilled"
    READ_INVITATIONS = "invitation.read"
    ANSWER_INVITATION = "invitation.answer"
    READ_PLACEMENT = "placement.read"
    CANCEL_PLACEMENT = "placement.cancel"
    MAKE_AGREEMENT = "placement.make_agreement"
    SIGN_FOR_COUNCIL = "placement.sign_for_council"
    SIGN_FOR_PROVIDER = "placement.sign_for_provider"
    RECORD_INTRODUCTION = "placement.record_introduction"
    AGREE_START = "placement.agree_start"
    RECORD_START = "placement.record_start"
    RECORD_PACKAGE_REVIEW = "placement.record_package_review"
    RECATEGORISE = "placement.recategorise"
    REVIEW_RISKS = "placement.review_risks"
    PLAN_MOVE = "placement.plan_move"
    SERVE_NOTICE = "placement.serve_notice"
    RECORD_PROVIDER_NOTICE = "placement.record_provider_notice"
    RECORD_END = "placement.record_end"
    FIND_HOMES = "setting.find"
    FIND_HOMES_FOR_CHILD = "referral.find_homes"
    RECORD_AREA_TO_AVOID = "case.record_area_to_avoid"
    READ_AREAS_TO_AVOID = "case.read_areas_to_avoid"
    READ_OCCUPANCY = "setting.read_occupancy"
    READ_CONFIDENTIAL_ADDRESS = "setting.read_confidential_address"
    OPEN_SETTING = "setting.open"
    ASK_TO_RETURN = "setting.ask_to_return"
    KEEP_SETTINGS = "setting.keep"
    KEEP_PROVIDERS = "provider.keep"
    APPLY_AS_PROVIDER = "provider.apply"
    READ_REGISTERS = "register.read"
    ASK_ADMISSION = "admission.ask"
    ANSWER_ADMISSION = "admission.answer"
    READ_BLOCKS = "block.read"
    KEEP_BLOCKS = "block.keep"
    CALL_OFF_BED = "block.call_off_bed"
    READ_PANELS = "panel.read"
    CALL_PANELS = "panel.call"
    PUT_TO_PANEL = "panel.put"
    RECORD_PANEL_DECISION = "panel.record_decision"
    READ_JOINT_SERVICES = "joint_service.read"
    KEEP_JOINT_SERVICES = "joint_service.keep"
    RECORD_JOINT_SPEND = "joint_service.record_spend"
    READ_CONTRACT = "contract.read"
    KEEP_CONTRACTS = "contract.keep"
    KEEP_REFERENCE = "reference.keep"
    KEEP_AUTHORITY = "authority.keep"
    READ_MEASURES = "measure.read"
    READ_COSTS = "measure.read_costs"
    READ_WORKLIST = "clock.read"
    READ_LOG = "log.read"
    EXTRACT_CHRONOLOGY = "case.extract_chronology"
    READ_ACCESS_LOG = "access.read"
    READ_TASKS = "task.read"
    CLOSE_TASK = "task.close"
    READ_SERVICE = "service.read"
    MOVE_CLOCK = "service.move_clock"


_A, _R = Action, Role
_CASEWORK = {_R.CASEWORKER, _R.TEAM_MANAGER}
_BROKERAGE = {_R.BROKER, _R.COMMISSIONING_MANAGER}
_OFFICE = _CASEWORK | _BROKERAGE
_DECIDERS = {_R.NOMINATED_OFFICER, _R.DCS, _R.FUNDING_AUTHORISER}
_SCRUTINY = {_R.AUDITOR, _R.QA_OFFICER, _R.DPO}
_READERS = _OFFICE | _DECIDERS | _SCRUTINY | {_R.IRO, _R.OUT_OF_HOURS, _R.DATA_STEWARD}
_PROVIDERS = set(PROVIDER_ROLES)
_SEE_TO = _OFFICE | {_R.OUT_OF_HOURS, _R.NOMINATED_OFFICER, _R.DCS, _R.DPO, _R.QA_OFFICER}

WHO: Mapping[Action, set[Role]] = {
    _A.FIND_CHILD: _OFFICE | {_R.OUT_OF_HOURS, _R.IRO, _R.DATA_STEWARD, _R.DPO},
    _A.OPEN_CASE: _OFFICE | {_R.OUT_OF_HOURS},
    _A.READ_CASE: _READERS,
    _A.AMEND_IDENTITY: _CASEWORK | {_R.BROKER, _R.DATA_STEWARD},
    _A.ALLOCATE: _CASEWORK | {_R.BROKER},
    _A.ASSIGN_IRO: {_R.IRO, _R.TEAM_MANAGER, _R.QA_OFFICER},
    _A.RECORD_LEGAL_STATUS: _CASEWORK | {_R.OUT_OF_HOURS},
    _A.CORRECT_RECORD: {_R.TEAM_MANAGER, _R.DATA_STEWARD, _R.BROKER, _R.CASEWORKER},
    _A.RECORD_MATRIX: _CASEWORK,
    _A.SCHEDULE_STATUTORY_REVIEW: {_R.IRO, _R.CASEWORKER, _R.TEAM_MANAGER, _R.BROKER},
    _A.RECORD_STATUTORY_REVIEW: {_R.IRO},
    _A.RECORD_MISSING: _OFFICE | {_R.OUT_OF_HOURS},
    _A.KEEP_DOCUMENTS: _OFFICE | {_R.OUT_OF_HOURS, _R.IRO},
    _A.RECORD_CONNECTION: _OFFICE | {_R.OUT_OF_HOURS},
    _A.READ_BOARD: _OFFICE | _DECIDERS | _SCRUTINY,
    _A.READ_REFERRAL: _READERS,
    _A.DRAFT_REFERRAL: _OFFICE | {_R.OUT_OF_HOURS},
    _A.SUBMIT_REFERRAL: _CASEWORK | {_R.OUT_OF_HOURS},
    _A.AMEND_REQUEST: _CASEWORK | {_R.BROKER, _R.OUT_OF_HOURS},
    _A.ANSWER_QUESTION: _CASEWORK | {_R.OUT_OF_HOURS},
    _A.BROKER_REFERRAL: _BROKERAGE,
    _A.APPROVE_IN_HOUSE_BYPASS: {_R.TEAM_MANAGER},
    _A.APPROVE_SIBLING_SPLIT: {_R.TEAM_MANAGER},
    _A.APPROVE_EXTERNAL_SEARCH: {_R.NOMINATED_OFFICER, _R.DCS},
    _A.AWARD_DIRECTLY: {_R.COMMISSIONING_MANAGER},
    _A.COMPARE_OFFERS: _OFFICE | _DECIDERS | _SCRUTINY | {_R.OUT_OF_HOURS},
    _A.JUDGE_OFFERS: _OFFICE,
    _A.ASSESS_IMPACT: {_R.PROVIDER_MANAGER},
    _A.ADMIT_LATE_OFFERS: {_R.COMMISSIONING_MANAGER},
    _A.ACCEPT_REFERRAL: _BROKERAGE | {_R.OUT_OF_HOURS},
    _A.ACT_IN_EMERGENCY: _BROKERAGE | {_R.OUT_OF_HOURS},
    _A.SUPPLY_INFORMATION: _OFFICE | {_R.OUT_OF_HOURS},
    _A.WITHDRAW_PACK: _OFFICE | {_R.OUT_OF_HOURS, _R.DPO},
    _A.READ_PACKS: _BROKERAGE | _SCRUTINY | {_R.TEAM_MANAGER},
    _A.RECORD_CONTACT: _BROKERAGE | {_R.OUT_OF_HOURS},
    _A.SELECT_OFFER: {_R.BROKER},
    _A.REQUEST_FUNDING: {_R.BROKER},
    _A.AUTHORISE_FUNDING: {_R.FUNDING_AUTHORISER, _R.NOMINATED_OFFICER, _R.DCS},
    _A.NOTE_VERBAL_AUTHORITY: _OFFICE | {_R.OUT_OF_HOURS},
    _A.OWN_TO_WORD: _OFFICE | _DECIDERS,
    _A.READ_FUNDING: _READERS | {_R.FINANCE_OFFICER, _R.PARTNER_FUNDER},
    _A.ANSWER_SHARE: {_R.PARTNER_FUNDER, _R.BROKER, _R.FINANCE_OFFICER},
    _A.WITHDRAW_SHARE: {_R.PARTNER_FUNDER, _R.BROKER, _R.FINANCE_OFFICER},
    _A.CORRECT_WITHDRAWAL: {_R.BROKER, _R.FINANCE_OFFICER},
    _A.MEET_CONDITION: _OFFICE,
    _A.WITHDRAW_REFERRAL: _CASEWORK | {_R.BROKER},
    _A.CLOSE_UNFILLED: {_R.COMMISSIONING_MANAGER},
    _A.READ_INVITATIONS: _PROVIDERS,
    _A.ANSWER_INVITATION: _PROVIDERS,
    _A.READ_PLACEMENT: _READERS | {_R.FINANCE_OFFICER},
    _A.CANCEL_PLACEMENT: {_R.BROKER},
    _A.MAKE_AGREEMENT: {_R.BROKER},
    _A.SIGN_FOR_COUNCIL: {_R.COMMISSIONING_MANAGER, _R.NOMINATED_OFFICER, _R.DCS},
    _A.SIGN_FOR_PROVIDER: {_R.PROVIDER_SIGNATORY},
    _A.RECORD_INTRODUCTION: _CASEWORK | {_R.BROKER},
    _A.AGREE_START: {_R.BROKER},
    _A.RECORD_START: _OFFICE | {_R.OUT_OF_HOURS},
    _A.RECORD_PACKAGE_REVIEW: _CASEWORK | {_R.BROKER},
    _A.RECATEGORISE: {_R.BROKER},
    _A.REVIEW_RISKS: _CASEWORK | {_R.BROKER},
    _A.PLAN_MOVE: _CASEWORK | {_R.BROKER},
    _A.SERVE_NOTICE: {_R.BROKER},
    _A.RECORD_PROVIDER_NOTICE: _OFFICE | {_R.OUT_OF_HOURS},
    _A.RECORD_END: _OFFICE | {_R.OUT_OF_HOURS},
    _A.RECORD_AREA_TO_AVOID: _OFFICE | {_R.OUT_OF_HOURS, _R.IRO},
    _A.READ_AREAS_TO_AVOID: _OFFICE | {_R.OUT_OF_HOURS, _R.IRO, _R.NOMINATED_OFFICER, _R.DCS},
    _A.FIND_HOMES: _OFFICE | {_R.OUT_OF_HOURS, _R.QA_OFFICER, _R.AUDITOR, _R.IRO},
    _A.FIND_HOMES_FOR_CHILD: _OFFICE | {_R.OUT_OF_HOURS, _R.IRO},
    _A.READ_OCCUPANCY: _OFFICE | _DECIDERS | _SCRUTINY | {_R.OUT_OF_HOURS},
    _A.READ_CONFIDENTIAL_ADDRESS: _OFFICE | {_R.OUT_OF_HOURS, _R.IRO, _R.NOMINATED_OFFICER, _R.DCS},
    _A.OPEN_SETTING: {_R.COMMISSIONING_MANAGER},
    _A.ASK_TO_RETURN: _OFFICE | {_R.OUT_OF_HOURS},
    _A.KEEP_SETTINGS: _BROKERAGE | {_R.QA_OFFICER},
    _A.KEEP_PROVIDERS: {_R.COMMISSIONING_MANAGER},
    _A.APPLY_AS_PROVIDER: _PROVIDERS | {_R.COMMISSIONING_MANAGER},
    _A.READ_REGISTERS: _READERS | {_R.FINANCE_OFFICER},
    _A.ASK_ADMISSION: _CASEWORK | {_R.BROKER},
    _A.ANSWER_ADMISSION: {_R.COMMISSIONING_MANAGER},
    _A.READ_BLOCKS: _BROKERAGE | _DECIDERS | _SCRUTINY | {_R.TEAM_MANAGER, _R.FINANCE_OFFICER},
    _A.KEEP_BLOCKS: {_R.COMMISSIONING_MANAGER},
    _A.CALL_OFF_BED: {_R.BROKER},
    _A.READ_PANELS: _BROKERAGE | _DECIDERS | _SCRUTINY | {_R.TEAM_MANAGER},
    _A.CALL_PANELS: {_R.COMMISSIONING_MANAGER, _R.BROKER},
    _A.PUT_TO_PANEL: {_R.BROKER, _R.TEAM_MANAGER},
    _A.RECORD_PANEL_DECISION: _DECIDERS | {_R.COMMISSIONING_MANAGER},
    _A.READ_JOINT_SERVICES: _BROKERAGE | _DECIDERS | _SCRUTINY | {_R.FINANCE_OFFICER},
    _A.KEEP_JOINT_SERVICES: {_R.COMMISSIONING_MANAGER},
    _A.RECORD_JOINT_SPEND: {_R.COMMISSIONING_MANAGER, _R.FINANCE_OFFICER},
    _A.READ_CONTRACT: _READERS | {_R.FINANCE_OFFICER},
    _A.KEEP_CONTRACTS: {_R.COMMISSIONING_MANAGER},
    _A.KEEP_REFERENCE: {_R.COMMISSIONING_MANAGER, _R.SYSTEM_ADMINISTRATOR},
    _A.KEEP_AUTHORITY: {_R.DCS, _R.COMMISSIONING_MANAGER},
    _A.READ_MEASURES: _BROKERAGE | _DECIDERS | _SCRUTINY | {_R.TEAM_MANAGER},
    _A.READ_COSTS: _BROKERAGE | _DECIDERS | {_R.AUDITOR, _R.FINANCE_OFFICER},
    _A.READ_WORKLIST: _READERS,
    _A.READ_LOG: {_R.AUDITOR},
    _A.EXTRACT_CHRONOLOGY: {_R.AUDITOR, _R.QA_OFFICER, _R.DPO},
    _A.READ_ACCESS_LOG: {_R.AUDITOR, _R.DPO},
    _A.READ_TASKS: _SEE_TO | {_R.AUDITOR, _R.SYSTEM_ADMINISTRATOR},
    _A.CLOSE_TASK: _SEE_TO,
    _A.READ_SERVICE: _READERS | {_R.SYSTEM_ADMINISTRATOR},
    _A.MOVE_CLOCK: {_R.SYSTEM_ADMINISTRATOR},
}

SHARED = frozenset({Action.READ_CONTRACT})
"""What the councils of one framework share, and so reach across authorities: to read it."""

NO_NARRATIVE = frozenset({Role.FINANCE_OFFICER})
"""Roles that see dates and money, and not what is told of the child (docs/domain/05, 5.1)."""

ONLY_ONES_OWN = frozenset({Role.CASEWORKER, Role.IRO})
"""Roles that reach a child's record through a relationship to the child (5.3)."""


@dataclass(frozen=True, slots=True)
class Resource:
    """What is asked about. `related` are the subjects and teams that work with the child.

    `ever_allocated` tells a child whom nobody has taken on yet from one whom nobody has now.
    """

    authority: GssCode | None = None
    is_case: bool = False
    related: frozenset[str] = frozenset()
    ever_allocated: bool = False
    provider: ProviderId | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer, the rule that gave it, and what must be done along with it."""

    allow: bool
    rule: str
    obligations: tuple[str, ...] = ()
    refusal: type[CaseworkError] = field(default=NotPermitted)


ANYTHING = Resource()


def decide(
    principal: Principal, action: Action, resource: Resource = ANYTHING, purpose: str | None = None
) -> Decision:
    """Allow or refuse, and say by which rule. The first rule that speaks decides."""
    elsewhere = resource.authority is not None and resource.authority != principal.authority
    if elsewhere and action not in SHARED:
        return Decision(allow=False, rule="tenancy", refusal=NotFound)
    if principal.role not in WHO[action]:
        return Decision(allow=False, rule="role")
    if principal.role in PROVIDER_ROLES:
        return _as_provider(principal, resource)
    if resource.is_case and principal.role in ONLY_ONES_OWN:
        return _by_relationship(principal, action, resource, purpose)
    return Decision(allow=True, rule="role", obligations=_logged(resource))


def _as_provider(principal: Principal, resource: Resource) -> Decision:
    # A list is filtered by organisation; a record must be with the caller's own.
    listing = resource.authority is None
    own = principal.organisation is not None and (
        listing or resource.provider == principal.organisation
    )
    return Decision(allow=own, rule="own_organisation", refusal=NotFound)


def _by_relationship(
    principal: Principal, action: Action, resource: Resource, purpose: str | None
) -> Decision:
    if (keeps_to(principal) or frozenset()) & resource.related:
        return Decision(allow=True, rule="relationship", obligations=("log",))
    if not resource.ever_allocated:
        return Decision(allow=True, rule="nobody_allocated_yet", obligations=("log",))
    if purpose == BREAK_GLASS and action in IN_AN_EMERGENCY:
        return Decision(allow=True, rule="break_glass", obligations=("log", "log_first"))
    return Decision(allow=False, rule="relationship")


def keeps_to(principal: Principal) -> frozenset[str] | None:
    """Whose children a list is kept to: the same rule as for one record; none for everybody's."""
    if principal.role not in ONLY_ONES_OWN:
        return None
    return principal.teams | {principal.subject}


def pays_as(principal: Principal) -> Funder | None:
    """The one funder whose share a person may see and answer for; none for the council's own."""
    return principal.funder if principal.role is Role.PARTNER_FUNDER else None


BREAK_GLASS = "break-glass"

IN_AN_EMERGENCY = frozenset(
    {
        Action.READ_CASE,
        Action.READ_REFERRAL,
        Action.READ_PLACEMENT,
        Action.RECORD_MISSING,
        Action.RECORD_START,
        Action.RECORD_LEGAL_STATUS,
    }
)
"""What breaking the glass opens: to read, and to record what has happened; never to decide,
and never to make oneself the child's worker."""

ENGAGEMENT = "engagement"
"""An audit engagement, which resolves what is sealed in the log (docs/domain/05, 5.3.6)."""


def _logged(resource: Resource) -> tuple[str, ...]:
    return ("log",) if resource.is_case else ()
