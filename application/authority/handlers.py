"""What a council says of itself: where its area ends, and what its officers may authorise."""

from dataclasses import dataclass

from application.shared.office import Office
from application.shared.ports import Occasion, Receipt
from domain.authority import AuthorityCommand, decider
from domain.shared.envelope import GssCode, StreamId


@dataclass(frozen=True)
class AuthorityHandlers:
    office: Office

    def do(self, occasion: Occasion, gss: GssCode, command: AuthorityCommand) -> Receipt:
        """Carry out a command that needs nothing but itself."""
        return self.office.act(occasion, entry_of(gss), decider, command)


def entry_of(gss: GssCode) -> StreamId:
    """The stream of a council's entry."""
    return StreamId(f"authority-{gss}")
