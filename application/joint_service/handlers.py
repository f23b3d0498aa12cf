"""Putting on record what funders agreed to pay, and what they spent."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from domain.joint_service import JointServiceCommand, decider
from domain.joint_service.agreement import Contributions, NamedFunder, Yearly
from domain.joint_service.commands import AgreeService
from domain.shared.money import AgreementStanding
from domain.shared.vocabulary import JointServiceId, ProviderId, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """What the funders agreed to pay for, for how long, and how much of it is whose."""

    title: str
    provider_id: ProviderId | None
    since: date
    until: date
    funders: tuple[NamedFunder, ...]
    contributions: Contributions
    told_total: Yearly | None
    standing: AgreementStanding
    on: date
    extendable_until: date | None = None


@dataclass(frozen=True)
class JointServiceHandlers:
    office: Office

    def agree(self, occasion: Occasion, agreed: Together) -> Receipt:
        service_id = JointServiceId(self.office.ids.new())
        told = {name: getattr(agreed, name) for name in Together.__slots__}
        by = Subject(occasion.actor.subject)
        command = AgreeService(joint_service_id=service_id, by=by, **told)
        stream, ids = stream_of("joint_service", service_id), {"joint_service_id": str(service_id)}
        return self.office.act(occasion, stream, decider, command, ids=ids)

    def do(
        self,
        occasion: Occasion,
        joint_service_id: UUID,
        command: JointServiceCommand,
        expecting: int | None = None,
    ) -> Receipt:
        """Carry out a command that needs nothing but itself."""
        stream = stream_of("joint_service", joint_service_id)
        return self.office.act(occasion, stream, decider, command, expecting=expecting)
