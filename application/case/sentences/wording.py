"""How an event is told: templates filled with words that people use.

What is sealed is never told: a sentence may be shown, printed or extracted on its own.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from string import Formatter
from typing import Any

from domain.shared.messages import Event
from domain.shared.moments import LONDON

Sentence = str | Callable[[Any], str]
Sentences = Mapping[type[Event], Sentence]
"""For each event a template over `e`, or a function where the words depend on what it holds."""


class _Words(Formatter):
    """`:money` reads pence as pounds, `:hours` half hours as hours, `:code` a code as words."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec == "money":
            return f"£{value / 100:,.2f}"
        if format_spec == "hours":
            return f"{value / 2:g}"
        if format_spec == "code":
            return str(value).replace("_", " ")
        return in_words(value)


_WORDS = _Words()


def tell(template: str, **values: Any) -> str:
    return _WORDS.format(template, **values)


def in_words(value: Any) -> str:
    """A value as a sentence would have it: days and times in London, codes by their names."""
    match value:
        case datetime():
            local = value.astimezone(LONDON)
            return f"{_day(local)} at {local:%H:%M}"
        case date():
            return _day(value)
        case Enum():
            return value.name.replace("_", " ").lower()
        case None:
            return "not stated"
        case tuple():
            return ", ".join(map(in_words, value)) or "none"
        case _:
            return str(value)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
