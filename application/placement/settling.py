"""What is settled once a child has left: until when it is paid, and the final account."""

from dataclasses import dataclass
from uuid import UUID

from application.placement.costs import PlacementCosts
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from domain.placement import decider
from domain.placement.commands import AgreeFinalAccount, SetPayUntil
from domain.shared.moments import When
from domain.shared.vocabulary import Pence, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What both agreed, who did for the provider, and why where the record says otherwise."""

    on: When
    agreed: Pence
    reason: str | None
    provider_agreed: str


@dataclass(frozen=True)
class SettlingHandlers:
    office: Office
    costs: PlacementCosts

    def pay_until(
        self, occasion: Occasion, placement_id: UUID, command: SetPayUntil, expecting: int
    ) -> Receipt:
        """Say up to which day it is paid after leaving (6-17)."""
        stream = stream_of("placement", placement_id)
        return self.office.act(occasion, stream, decider, command, expecting=expecting)

    def account(
        self, occasion: Occasion, placement_id: UUID, said: Account, expecting: int
    ) -> Receipt:
        """Record the account, beside what the record comes to."""
        stream = stream_of("placement", placement_id)

        def plan() -> Act:
            command = AgreeFinalAccount(
                on=said.on,
                agreed=said.agreed,
                reckoned=self.costs.reckoned(placement_id),
                reason=said.reason,
                provider_agreed=said.provider_agreed,
                by=Subject(occasion.actor.subject),
            )
            return Act([Ask(stream, decider, command, expecting=expecting)])

        return self.office.casework.do(occasion, plan, turn=stream)
