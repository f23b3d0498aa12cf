"""What a panel's meeting can be refused for."""

from domain.shared.errors import BadContent, MissingInformation


class PanelIncomplete(MissingInformation):
    cites = "docs/domain/10, R-35 and R-113"


class SeatsContradict(BadContent):
    code = "TERMS_CONTRADICT"
    title = "Somebody is named twice"
    cites = "docs/domain/10, R-113"
