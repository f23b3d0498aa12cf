"""What a step of monitoring can be refused for."""

from domain.shared.errors import MissingInformation


class MonitoringIncomplete(MissingInformation):
    cites = "docs/domain/10, R-32 and R-231"
