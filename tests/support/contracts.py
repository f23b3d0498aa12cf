"""Contract terms for tests: two lots and the council's own notice rules."""

from datetime import date
from uuid import UUID

from domain.contract import Contract, ContractCommand, ContractEvent, decider
from domain.contract.commands import PublishContractVersion
from domain.contract.events import ContractVersionPublished
from domain.shared.terms import (
    AgeRange,
    ContractTerms,
    LotTerms,
    NoticeClass,
    NoticeParty,
    NoticeRule,
    Tier,
)
from domain.shared.vocabulary import ContractId, Provision, Subject
from tests.support.scenario import Case

contract: Case[ContractCommand, Contract, ContractEvent] = Case(decider)

CONTRACT = ContractId(UUID(int=300))
APPROVER = Subject("head-of-service-1")
SOURCE = "Framework agreement, schedule 2"


def lot(code: str = "2.2") -> LotTerms:
    return LotTerms(
        code=code,
        title="Short term with support hours",
        provision=Provision.SUPPORTED_ACCOMMODATION,
        ages=AgeRange(first=16, before=18),
        half_hours=50,
        ends_before_age=18,
    )


def notice_rule(
    notice_class: NoticeClass = NoticeClass.GENERAL, *reasons: str, days: int = 30
) -> NoticeRule:
    return NoticeRule(
        party=NoticeParty.COUNCIL,
        notice_class=notice_class,
        days=days,
        reasons=reasons or ("any_general_reason",),
    )


def terms(
    version: int = 1,
    *,
    from_: date = date(2026, 4, 1),
    lots: tuple[LotTerms, ...] = (lot("2.2"), lot("2.3")),
    notice_rules: tuple[NoticeRule, ...] = (notice_rule(),),
    contract_id: ContractId = CONTRACT,
) -> ContractTerms:
    return ContractTerms(
        contract_id=contract_id,
        version=version,
        title="Supported accommodation",
        in_force_from=from_,
        lots=lots,
        response_minutes={Tier.STANDARD: 1440, Tier.URGENT: 60},
        notice_rules=notice_rules,
    )


def publish(
    of: ContractTerms | None = None, source: str = SOURCE, approved_by: Subject | None = APPROVER
) -> PublishContractVersion:
    return PublishContractVersion(terms=of or terms(), source=source, approved_by=approved_by)


def published(of: ContractTerms | None = None) -> ContractVersionPublished:
    return ContractVersionPublished(terms=of or terms(), source=SOURCE, approved_by=APPROVER)
