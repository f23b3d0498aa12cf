"""`application.reference.shipped.Shipped`: the editions that come with this package."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.authority.commands import AuthorityCommand
from domain.contract.commands import PublishContractVersion
from domain.reference.commands import (
    PublishCalendar,
    PublishClockLimits,
    PublishClockWarnings,
    PublishOfficeHours,
    ReferenceCommand,
)
from domain.shared.calendar import OFFICE_HOURS
from domain.shared.clock_catalogue import FIRST_EDITION
from domain.shared.vocabulary import Subject
from domain.shared.warnings import FIRST_WARNINGS
from infrastructure.calendar.holidays_edition import first_edition, source
from infrastructure.reference.editions import (
    SINCE,
    authority_commands,
    code_lists,
    contract_commands,
)

SHIPPED = Subject("shipped-with-the-service")


@dataclass(frozen=True)
class ShippedEditions:
    approved_by: Subject = SHIPPED

    def reference(self) -> Sequence[ReferenceCommand]:
        calendar = first_edition()
        return [
            PublishCalendar(
                edition=calendar.edition,
                in_force_from=SINCE,
                source=source(),
                approved_by=self.approved_by,
                holidays=calendar.holidays,
            ),
            PublishClockLimits(
                edition="docs-domain-03",
                in_force_from=SINCE,
                source="docs/domain/03, 3.2",
                approved_by=self.approved_by,
                limits=FIRST_EDITION,
            ),
            PublishClockWarnings(
                edition="r14",
                in_force_from=SINCE,
                source="docs/domain/03, R14 and 3.2 (assumed)",
                approved_by=self.approved_by,
                warnings=FIRST_WARNINGS,
            ),
            code_lists(self.approved_by),
            PublishOfficeHours(
                edition="r-03",
                in_force_from=SINCE,
                source="docs/domain/10, R-03 (assumed)",
                approved_by=self.approved_by,
                office_hours=OFFICE_HOURS,
            ),
        ]

    def contracts(self) -> Sequence[PublishContractVersion]:
        return contract_commands(self.approved_by)

    def authorities(self) -> Sequence[Sequence[AuthorityCommand]]:
        return authority_commands(self.approved_by)
