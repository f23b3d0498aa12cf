"""When each provider was suspended and how far, by day and as it was known."""

from collections.abc import Iterable

from sqlalchemy import Column, Text

from application.shared.ports import History
from domain.provider.chronology import chronology
from domain.provider.events import ProviderEvent
from infrastructure.read_models.bitemporal import Bitemporal, times
from infrastructure.read_models.sheets import Row

NAME = "suspensions"


def rows(history: History[ProviderEvent]) -> Iterable[Row]:
    for period in chronology(history.events).suspensions:
        yield {
            **times(period),
            "authority": history.events[0].actor.authority,
            "scope": period.scope,
        }


MODEL = Bitemporal(
    NAME,
    1,
    "provider",
    lambda: (
        Column("authority", Text, nullable=False, index=True),
        Column("scope", Text, nullable=False),
    ),
    rows,
).read_model()
