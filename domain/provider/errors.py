"""What a provider's entry can refuse."""

from domain.shared.errors import RuleBroken, WrongState


class NotOnLot(RuleBroken):
    code = "NOT_ON_LOT"
    title = "The provider is not a member of this lot"
    cites = "docs/domain/02, 2.8"


class AlreadyOnLot(WrongState):
    title = "The provider is a member of this lot already"


class LotClosed(RuleBroken):
    code = "LOT_CLOSED"
    title = "The lot takes no applications on this day"
    cites = "docs/domain/02, 2.8"


class SubcontractorNotApproved(RuleBroken):
    code = "SUBCONTRACTOR_NOT_APPROVED"
    title = "Nobody had agreed to this sub-contractor in writing"
    cites = "seed row 4-140"
