"""What a provider said that changed no record by itself, for whoever records what is so (R-201)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from domain.placement.events import ProviderWordKept
from domain.placement.history import History, of_kind
from domain.placement.provider_word import SaidToBe, WhyKept
from domain.shared.moments import When
from domain.shared.personal import Erased


@dataclass(frozen=True, kw_only=True)
class ShownProviderWord:
    """`text` is none for who reads no narrative."""

    event_id: UUID
    said: SaidToBe
    at: When
    why: WhyKept
    text: str | Erased | None


def provider_words_shown(known: History) -> tuple[ShownProviderWord, ...]:
    return tuple(
        ShownProviderWord(event_id=each.event_id, **each.event.model_dump(exclude={"by"}))
        for each in of_kind(known, ProviderWordKept)
    )


def without_text(shown: Sequence[ShownProviderWord]) -> tuple[ShownProviderWord, ...]:
    return tuple(replace(each, text=None) for each in shown)
