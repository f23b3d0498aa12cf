"""Publishing contracts: the first version of a new one, or the next of one that is known."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from application.shared.registers import Registers
from domain.contract import decider
from domain.contract.commands import PublishContractVersion
from domain.contract.state import Published, versions_of
from domain.shared.errors import NotFound
from domain.shared.framework import Framework
from domain.shared.inspection import Grade
from domain.shared.terms import ContractTerms, LotTerms, NoticeRule, Tier
from domain.shared.vocabulary import ContractId, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionContent:
    """What a version says; `source` is the document, `approved_by` who vouches for it."""

    title: str
    in_force_from: date
    lots: tuple[LotTerms, ...]
    response_minutes: dict[Tier, int]
    notice_rules: tuple[NoticeRule, ...]
    framework: Framework
    inspection_threshold: Grade | None = None
    access_hours: int = 24
    source: str
    approved_by: Subject


@dataclass(frozen=True)
class ContractHandlers:
    office: Office

    def publish_first(self, occasion: Occasion, content: VersionContent) -> Receipt:
        """Put a new contract on record."""
        contract_id = ContractId(self.office.ids.new())
        return self.office.act(
            occasion,
            stream_of("contract", contract_id),
            decider,
            self._looked_up(_command(contract_id, 1, content)),
            ids={"contract_id": str(contract_id)},
        )

    def publish_next(
        self, occasion: Occasion, contract_id: UUID, content: VersionContent, expecting: int
    ) -> Receipt:
        """Put the version after the last one on record; the others stay as they are."""
        stream = stream_of("contract", contract_id)

        def plan() -> Act:
            held = self.office.state(decider, stream)
            if not isinstance(held, Published):
                raise NotFound
            command = _command(ContractId(contract_id), len(versions_of(held)) + 1, content)
            return Act([Ask(stream, decider, self._looked_up(command), expecting=expecting)])

        return self.office.casework.do(occasion, plan, turn=stream)

    def _looked_up(self, command: PublishContractVersion) -> PublishContractVersion:
        return Registers(self.office).looked_up(command)


def _command(
    contract_id: ContractId, number: int, content: VersionContent
) -> PublishContractVersion:
    terms = ContractTerms(
        contract_id=contract_id,
        version=number,
        title=content.title,
        in_force_from=content.in_force_from,
        lots=content.lots,
        response_minutes=content.response_minutes,
        notice_rules=content.notice_rules,
        inspection_threshold=content.inspection_threshold,
        access_hours=content.access_hours,
        framework=content.framework,
    )
    return PublishContractVersion(
        terms=terms, source=content.source, approved_by=content.approved_by
    )
