"""What a service bought together can be refused for."""

from domain.shared.errors import BadContent, MissingInformation


class ServiceIncomplete(MissingInformation):
    cites = "seed rows 3-007, 3-008"


class ServiceContradicts(BadContent):
    code = "TERMS_CONTRADICT"
    title = "The service would end before it begins, or names a funder twice"
    cites = "docs/domain/10, R-111"
