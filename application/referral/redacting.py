"""A copy of a document from which everything is taken that the child could be known by (R-30).

What is taken is found as the scan of a pack finds it. A person reads the copy before it goes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from application.referral.scan import patterns, plain
from domain.case.marks import Mark, MarkKind

TAKEN = "\u2588\u2588\u2588"
"""Of one length whatever stood there: a name's length tells something of it."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Redacted:
    """The text as it may be read, and how many places something was taken from."""

    text: str
    taken: int


def redacted(text: str, marks: Iterable[Mark], also: Iterable[str] = ()) -> Redacted:
    """Take out every mark, and whatever else the reader named, wherever it stands."""
    named = (Mark(kind=MarkKind.NUMBER, text=word) for word in also if word.strip())
    spans = _joined(_found(text, [*marks, *named]))
    kept, since = [], 0
    for start, end in spans:
        kept += [text[since:start], TAKEN]
        since = end
    return Redacted("".join((*kept, text[since:])), len(spans))


def _found(text: str, marks: Sequence[Mark]) -> Sequence[Span]:
    read, places = _with_places(text)
    return sorted(
        (places[found.start()], places[found.end() - 1] + 1)
        for pattern in patterns(marks)
        for found in pattern.finditer(read)
        if found.end() > found.start()
    )


def _with_places(text: str) -> tuple[str, Sequence[int]]:
    """The text as it is scanned, and which letter of the original each of its letters is of."""
    read, places = [], []
    known: dict[str, str] = {}
    for place, letter in enumerate(text):
        seen = known.get(letter)
        if seen is None:
            seen = known[letter] = plain(letter)
        read.append(seen)
        places += [place] * len(seen)
    return "".join(read), places


def _joined(spans: Sequence[Span]) -> Sequence[Span]:
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined
