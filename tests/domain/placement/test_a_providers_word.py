"""What a provider says that changes no record by itself: kept, whatever the record says."""

from datetime import date
from typing import Any

import pytest

from domain import placement
from domain.placement.commands import KeepProviderWord
from domain.placement.events import ProviderWordKept
from domain.placement.provider_word import SaidToBe, WhyKept
from domain.shared.errors import EffectiveBeforeStream
from tests.support.placements import BROKER, ended, started
from tests.support.scenario import Case

case = Case(placement.decider)
CAME, LEFT = date(2026, 3, 3), date(2026, 4, 10)


def word(at: date) -> dict[str, Any]:
    said = {"said": SaidToBe.RETURNED, "text": "She rang.", "by": BROKER}
    return said | {"at": at, "why": WhyKept.CHILD_HAD_LEFT}


@pytest.mark.covers("R-201")
def test_a_word_is_kept_also_of_days_after_the_child_left() -> None:
    left = case.given(started(CAME), ended(LEFT))

    for day in (CAME, LEFT, date(2026, 11, 1)):
        left.when(KeepProviderWord(**word(day))).then(ProviderWordKept(**word(day)))
    early = KeepProviderWord(**word(date(2026, 3, 2)))
    left.when(early).then_refused(EffectiveBeforeStream)
