"""How long an agreement is usually for: outside it people are warned, and nothing is refused."""

from collections.abc import Iterator
from datetime import date

from domain.shared.deadlines import months_after
from domain.shared.framework import UsualMonths

SHORTER, LONGER = "TERM_SHORTER_THAN_USUAL", "TERM_LONGER_THAN_USUAL"


def warnings_of_term(
    usual: UsualMonths | None, begins: date, ends: date | None, *, emergency: bool
) -> Iterator[str]:
    """Warn of a term outside the usual months (4-101); an emergency's may be shorter (4-102)."""
    if usual is None or ends is None:
        return
    if ends < months_after(begins, usual.least) and not emergency:
        yield SHORTER
    if ends > months_after(begins, usual.most):
        yield LONGER
