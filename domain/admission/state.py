"""What an admission must remember: who is asked, what they said, and what is indicated."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from domain.admission import events as came
from domain.admission.events import AdmissionEvent
from domain.shared.envelope import GssCode
from domain.shared.errors import CorruptHistory
from domain.shared.specialist import Indication


@dataclass(frozen=True)
class NotAsked:
    """Nobody has considered these homes for the child."""


@dataclass(frozen=True)
class Asked:
    """`answers` are each council's words in the order given: the day, and yes or no."""

    asked: came.AdmissionAsked
    indications: tuple[Indication, ...]
    breakdowns: tuple[date, ...] = ()
    answers: Mapping[GssCode, tuple[tuple[date, bool], ...]] = field(default_factory=dict)

    def word_on(self, council: GssCode, day: date) -> bool | None:
        """A council's last word by a day; none where it had said nothing."""
        said = [yes for on, yes in self.answers.get(council, ()) if on <= day]
        return said[-1] if said else None

    def not_agreed_on(self, day: date) -> tuple[GssCode, ...]:
        """The purchasers that have not said yes by a day, or have taken it back."""
        return tuple(c for c in self.asked.purchasers if self.word_on(c, day) is not True)


Admission = NotAsked | Asked


def evolve(admission: Admission, event: AdmissionEvent) -> Admission:
    """Remember an event. What happened is not argued with: no rule is checked here."""
    match admission, event:
        case NotAsked(), came.AdmissionAsked():
            return Asked(event, event.indications)
        case Asked(), came.IndicationsRecorded(indications=indications):
            return replace(admission, indications=indications)
        case Asked(), came.OutsideBreakdownAdded(on=on):
            return replace(admission, breakdowns=(*admission.breakdowns, on))
        case Asked(), came.PurchaserAgreed(council=council, on=on):
            return _answered(admission, council, on, yes=True)
        case Asked(), came.PurchaserObjected(council=council, on=on):
            return _answered(admission, council, on, yes=False)
        case _:
            raise CorruptHistory(admission, event)


def _answered(admission: Asked, council: GssCode, on: date, *, yes: bool) -> Asked:
    said = (*admission.answers.get(council, ()), (on, yes))
    return replace(admission, answers={**admission.answers, council: said})
