"""What a provider's entry can refuse."""

from domain.shared.errors import RuleBroken, WrongState


class NotOnLot(RuleBroken):
    code = "NOT_ON_LOT"
    title = "The provider is not a member of this lot"
    cites = "docs/domain/02, 2.8"


class AlreadyOnLot(WrongState):
    title = "The provider is a member of this lot already"
