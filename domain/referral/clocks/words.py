"""By when an officer is to own to a word that was written down as theirs (C-SPOKEN, R-104)."""

from collections.abc import Iterator

from domain.referral.approvals import numbered
from domain.referral.events.spoken import SpokenApprovalConfirmed, SpokenApprovalDenied
from domain.referral.history import History
from domain.shared.clock_catalogue import C_SPOKEN
from domain.shared.clocks import Clock, ClockTerms, met, opened


def clocks_of_words(told: History, terms: ClockTerms) -> Iterator[Clock]:
    """One for each, whatever becomes of the search: that it was said is asked all the same.

    None where no limit is in force.
    """
    limit = terms.limits.get(C_SPOKEN)
    if limit is None:
        return
    answers = {
        recorded.event.number: recorded
        for recorded in told
        if isinstance(recorded.event, SpokenApprovalConfirmed | SpokenApprovalDenied)
    }
    for recorded, word in numbered(told):
        clock = opened(recorded, C_SPOKEN, limit, terms, key=f"{C_SPOKEN}:{word.number}")
        answer = answers.get(word.number)
        yield met(clock, answer) if answer else clock
