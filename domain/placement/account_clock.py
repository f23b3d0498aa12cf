"""C-FINALACC: what the placement came to is agreed within its working days of the leaving."""

from collections.abc import Iterator

from domain.placement.costs import account_of
from domain.placement.events import AgreementIssued
from domain.placement.history import History, end_of, first_of
from domain.shared.clock_catalogue import C_FINALACC
from domain.shared.clocks import Clock, ClockTerms, met, opened


def final_account(history: History, terms: ClockTerms) -> Iterator[Clock]:
    """Only where an agreement was issued: nothing is owed to the council's own homes."""
    end = end_of(history)
    if end is None or first_of(history, AgreementIssued) is None:
        return
    clock = opened(end, C_FINALACC, terms.limits[C_FINALACC], terms)
    agreed = account_of(history)
    yield met(clock, agreed) if agreed is not None else clock
