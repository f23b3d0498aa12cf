"""Looking for a child's identifiers in what is to be published (docs/domain/05, 5.4).

The scan helps the person who certifies; it does not replace them. It names the field of
each finding and never the text.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

SHORTEST = 3
"""Parts of names shorter than this stand in too many words to tell anything."""


def fields_with_identifiers(texts: Mapping[str, str], personal: Iterable[str]) -> Sequence[str]:
    """The fields in which a name, a postcode or an identifier of the child stands."""
    wanted = [_pattern(part) for term in personal for part in _parts(term)]
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
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
