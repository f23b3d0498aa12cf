"""What commissioning does with the register of providers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.shared.casework import Act, Ask
from application.shared.office import NO_IDS, stream_of
from application.shared.ports import Occasion, Receipt
from application.shared.registers import Registers
from domain.provider import ProviderCommand, decider
from domain.provider.commands import AdmitToLot, ApplyToLot, RegisterProvider
from domain.provider.vocabulary import Evidence, Sector
from domain.shared.errors import NotFound
from domain.shared.vocabulary import ContractId, ProviderId, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOrganisation:
    """`contact` is the mailbox that invitations go to; it is sealed in the provider's file."""

    name: str
    company_number: str | None
    contact: str
    sector: Sector


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission:
    """To which lot, from which day, on what evidence."""

    contract_id: ContractId
    lot: str
    since: date
    evidence: frozenset[Evidence]


@dataclass(frozen=True)
class ProviderHandlers:
    registers: Registers

    def register(self, occasion: Occasion, new: NewOrganisation) -> Receipt:
        provider_id = ProviderId(self.registers.office.ids.new())
        command = RegisterProvider(
            provider_id=provider_id,
            name=new.name,
            company_number=new.company_number,
            contact=new.contact,
            sector=new.sector,
        )
        return self.do(occasion, provider_id, command, ids={"provider_id": str(provider_id)})

    def admit(self, occasion: Occasion, provider_id: UUID, admission: Admission) -> Receipt:
        """Make a provider a member of a lot that its contract has on that day."""
        stream = stream_of("provider", provider_id)
        command = AdmitToLot(
            contract_id=admission.contract_id,
            lot=admission.lot,
            from_=admission.since,
            evidence=admission.evidence,
        )

        def plan() -> Act:
            terms = self.registers.terms(admission.contract_id, admission.since)
            if terms.lot(admission.lot) is None:
                raise NotFound(f"The contract has no such lot on {admission.since}.")
            return Act([Ask(stream, decider, command)])

        return self.registers.office.casework.do(occasion, plan, turn=stream)

    def apply(
        self, occasion: Occasion, provider_id: UUID, contract_id: ContractId, lot: str
    ) -> Receipt:
        """Ask to join a lot that the contract has today, if it may be joined today."""
        stream = stream_of("provider", provider_id)

        def plan() -> Act:
            today = self.registers.office.today()
            terms = self.registers.terms(contract_id, today).lot(lot)
            if terms is None:
                raise NotFound("The contract has no such lot today.")
            command = ApplyToLot(
                contract_id=contract_id,
                lot=lot,
                is_open=terms.may_be_joined(today),
                by=Subject(occasion.actor.subject),
            )
            return Act([Ask(stream, decider, command)])

        return self.registers.office.casework.do(occasion, plan, turn=stream)

    def do(
        self,
        occasion: Occasion,
        provider_id: UUID,
        command: ProviderCommand,
        expecting: int | None = None,
        ids: Mapping[str, str] = NO_IDS,
    ) -> Receipt:
        """Carry out a command that needs nothing but itself."""
        stream, office = stream_of("provider", provider_id), self.registers.office
        return office.act(occasion, stream, decider, command, expecting=expecting, ids=ids)
