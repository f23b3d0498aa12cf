"""What can happen when a provider says something that is kept, and changes nothing by itself."""

from typing import ClassVar

from domain.placement.provider_word import SaidToBe, WhyKept
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import Subject


class ProviderWordKept(Event):
    """The provider said that the child was missing, away or back: somebody records what is so."""

    stored_as: ClassVar[str] = "placement.provider_word_kept.v1"

    said: SaidToBe
    at: When
    text: Sealed[str | None]
    why: WhyKept
    by: Subject

    def effective(self) -> When:
        return self.at
