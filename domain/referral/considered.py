"""One of the council's own homes or carers, considered before anyone is asked outside."""

from collections.abc import Mapping, Sequence

from domain.referral.codes import Code, InHouseOutcome
from domain.shared.messages import Value
from domain.shared.vocabulary import SettingId

FULL = "full"
"""The code of the first edition by which no place is free."""


class ConsideredInHouse(Value):
    setting_id: SettingId
    outcome: InHouseOutcome
    reason_code: Code

    def says_full(self) -> bool:
        """Whether it is passed over for want of a place."""
        return self.outcome is InHouseOutcome.NO_VACANCY or self.reason_code == FULL


def reasons_of(considered: Sequence[ConsideredInHouse]) -> Mapping[str, str]:
    """Why each of them will not do, by the field in which it is said."""
    return {f"/considered/{at}/reason_code": e.reason_code for at, e in enumerate(considered)}
