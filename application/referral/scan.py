"""Looking for a child's identifiers in what is to be published (docs/domain/05, 5.4).

The scan helps the person who certifies; it does not replace them. It names the field of
each finding and never the text.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

INVISIBLE = "Cf"
"""Zero-width spaces and the like: a name must not hide behind one."""

UNDECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)

SHORTEST = 3
"""Parts of names shorter than this stand in too many words to tell anything."""


def fields_with_identifiers(texts: Mapping[str, str], personal: Iterable[str]) -> Sequence[str]:
    """The fields in which a name, a postcode or an identifier of the child stands."""
    wanted = [_pattern(part) for term in personal for part in _parts(term) if part]
    plain = {field: _plain(text) for field, text in texts.items()}
    return [name for name, text in plain.items() if any(p.search(text) for p in wanted)]


def _parts(term: str) -> Iterable[str]:
    words = [word for word in re.split(r"[^\w]+", _plain(term)) if word]
    yield r"\W*".join(map(re.escape, words))
    yield from (re.escape(word) for word in words if len(word) >= SHORTEST)


def _pattern(part: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){part}(?!\w)")


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("\u2019", "'"))
    seen = (c for c in decomposed.translate(UNDECOMPOSED) if not unicodedata.combining(c))
    return "".join(c for c in seen if unicodedata.category(c) != INVISIBLE)
