"""A placement moves to another category of its contract."""

from datetime import date
from typing import ClassVar

from domain.shared.breaches import Breach
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.vocabulary import ContractId, Subject


class Recategorised(Event):
    """The child stays where it is, in another lot from a day on; a new agreement follows (6-79).

    `ends_before_age` is the birthday before which a placement in it has to be over (R-02).
    """

    stored_as: ClassVar[str] = "placement.recategorised.v1"

    contract_id: ContractId
    contract_version: int
    was: str | None
    lot: str
    on: date
    breaches: tuple[Breach, ...] = ()
    ends_before_age: int | None = None
    by: Subject

    def effective(self) -> When:
        return self.on
