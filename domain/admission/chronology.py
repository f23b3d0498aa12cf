"""An admission's dated facts: each council's word, from when until it said otherwise."""

from collections.abc import Iterable, Sequence

from domain.admission.events import AdmissionEvent, PurchaserAgreed, PurchaserObjected
from domain.shared.chronology import Period
from domain.shared.envelope import GssCode, Recorded


class WordPeriod(Period):
    council: GssCode
    agrees: bool


def chronology(history: Iterable[Recorded[AdmissionEvent]]) -> Sequence[WordPeriod]:
    """Each council's words in the order in which they were given."""
    line: list[WordPeriod] = []
    for recorded in sorted(history, key=lambda recorded: recorded.version):
        match recorded.event:
            case (PurchaserAgreed() | PurchaserObjected()) as said:
                line = [_ended(each, said, recorded) for each in line]
                line.append(
                    WordPeriod(
                        since=said.on,
                        source=recorded.event_id,
                        council=said.council,
                        agrees=isinstance(said, PurchaserAgreed),
                    )
                )
            case _:
                pass
    return line


def _ended(
    period: WordPeriod,
    said: PurchaserAgreed | PurchaserObjected,
    recorded: Recorded[AdmissionEvent],
) -> WordPeriod:
    if period.council != said.council or period.until is not None:
        return period
    return period.model_copy(update={"until": said.on, "ended_by": recorded.event_id})
