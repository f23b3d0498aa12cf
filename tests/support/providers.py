"""Providers for tests: an organisation that has shown everything, unless told otherwise."""

from datetime import date
from uuid import UUID

from domain.provider import Provider, ProviderCommand, ProviderEvent, decider
from domain.provider.commands import AdmitToLot, LiftSuspension, RegisterProvider, SuspendProvider
from domain.provider.events import (
    LotMembershipEnded,
    LotMembershipGranted,
    ProviderRegistered,
    ProviderSuspended,
    SuspensionLifted,
)
from domain.provider.vocabulary import Evidence, Sector, SuspensionScope
from domain.shared.vocabulary import ContractId, ProviderId, Subject
from tests.support.scenario import Case

provider: Case[ProviderCommand, Provider, ProviderEvent] = Case(decider)

PROVIDER = ProviderId(UUID(int=200))
CONTRACT = ContractId(UUID(int=300))
MANAGER = Subject("manager-1")
ANOTHER_MANAGER = Subject("manager-2")
ALL_EVIDENCE = frozenset(Evidence)


def march(day: int) -> date:
    return date(2026, 3, day)


def register() -> RegisterProvider:
    return RegisterProvider(
        provider_id=PROVIDER,
        name="Harbour Homes Ltd",
        company_number="01234567",
        contact="referrals@harbour.example",
        sector=Sector.PRIVATE,
    )


def provider_registered() -> ProviderRegistered:
    return ProviderRegistered(**register().model_dump())


def admit(
    lot: str = "2.2",
    from_: date | None = None,
    evidence: frozenset[Evidence] = ALL_EVIDENCE,
    *,
    registration_needed: bool = True,
) -> AdmitToLot:
    return AdmitToLot(
        contract_id=CONTRACT,
        lot=lot,
        from_=from_ or march(1),
        evidence=evidence,
        registration_needed=registration_needed,
    )


def admitted(
    lot: str = "2.2", from_: date | None = None, evidence: frozenset[Evidence] = ALL_EVIDENCE
) -> LotMembershipGranted:
    return LotMembershipGranted(
        contract_id=CONTRACT,
        lot=lot,
        from_=from_ or march(1),
        evidence=tuple(sorted(evidence)),
    )


def left(lot: str = "2.2", on: date | None = None) -> LotMembershipEnded:
    return LotMembershipEnded(contract_id=CONTRACT, lot=lot, on=on or march(20))


def suspend(
    scope: SuspensionScope = SuspensionScope.NEW_PLACEMENTS,
    from_: date | None = None,
    by: Subject = MANAGER,
) -> SuspendProvider:
    return SuspendProvider(
        scope=scope,
        from_=from_ or march(5),
        reason="Inspection found too few staff at night.",
        review_on=march(25),
        by=by,
    )


def suspended(
    scope: SuspensionScope = SuspensionScope.NEW_PLACEMENTS,
    from_: date | None = None,
    by: Subject = MANAGER,
) -> ProviderSuspended:
    return ProviderSuspended(**suspend(scope, from_, by).model_dump())


def lift(by: Subject = ANOTHER_MANAGER, on: date | None = None) -> LiftSuspension:
    return LiftSuspension(on=on or march(12), evidence="Rotas seen for four weeks.", by=by)


def lifted(by: Subject = ANOTHER_MANAGER, on: date | None = None) -> SuspensionLifted:
    return SuspensionLifted(**lift(by, on).model_dump())
