"""C-VAR: a variation is agreed, refused or withdrawn within its working days (R-24)."""

from collections.abc import Iterator, Sequence

from domain.placement.events import (
    AgreementVaried,
    Recategorised,
    VariationRefused,
    VariationRequested,
    VariationWithdrawn,
)
from domain.placement.history import History, end_of, of_kind
from domain.shared.clock_catalogue import C_VAR
from domain.shared.clocks import Clock, ClockTerms, met, opened, stopped

ANSWERS: Sequence[type[AgreementVaried | VariationRefused | VariationWithdrawn]] = (
    AgreementVaried,
    VariationRefused,
    VariationWithdrawn,
)


def variations(history: History, terms: ClockTerms) -> Iterator[Clock]:
    """Each by its own answer; one whose agreement is no more is waited for no longer."""
    end, changes = end_of(history), of_kind(history, Recategorised)
    for asked in of_kind(history, VariationRequested):
        clock = opened(asked, C_VAR, terms.limits[C_VAR], terms)
        for kind in ANSWERS:
            for answer in of_kind(history, kind):
                if answer.event.variation == asked.event.variation:
                    clock = met(clock, answer)
        later = next((each for each in changes if each.version > asked.version), None)
        clock = stopped(clock, later) if later is not None else clock
        yield stopped(clock, end) if end is not None else clock
