"""Finding people whose names are sealed: by keyed hashes of what is asked for.

Without the key a hash cannot be tried against a list of names. The rows of an index
leave with the file they point to.
"""

import hmac
import re
import unicodedata
from datetime import date
from enum import StrEnum
from hashlib import sha256

TOKEN = 16
APOSTROPHES = str.maketrans(dict.fromkeys("'`´‘’ʼʹ′＇", ""))
UNDECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)


class Kind(StrEnum):
    """What a token stands for. Tokens of different kinds never meet."""

    NAME_PART = "name_part"
    WHOLE_NAME = "whole_name"
    BORN_ON = "born_on"
    IDENTIFIER = "identifier"


class PersonHasher:
    """Hashes under the key `KeyRing.derive("search-index")`."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def tokens(self, kind: Kind, value: str) -> tuple[str, ...]:
        """The tokens to store, or to look for: one, or for name parts one each.

        A date of birth is asked for in ISO form, and anything else raises `ValueError`.
        """
        return tuple(self._token(kind, normal) for normal in _normalised(kind, value))

    def _token(self, kind: Kind, normal: str) -> str:
        return hmac.digest(self._key, f"{kind}\0{normal}".encode(), sha256)[:TOKEN].hex()


def name_parts(name: str) -> tuple[str, ...]:
    """The parts of a name without case, accents or apostrophes: O'Brien-Søe, obrien and soe."""
    decomposed = unicodedata.normalize("NFKD", name.translate(APOSTROPHES).casefold())
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return tuple(re.findall(r"[^\W_]+", plain.translate(UNDECOMPOSED)))


def _normalised(kind: Kind, value: str) -> tuple[str, ...]:
    match kind:
        case Kind.NAME_PART:
            return tuple(dict.fromkeys(name_parts(value)))
        case Kind.WHOLE_NAME:
            return tuple(filter(None, [" ".join(name_parts(value))]))
        case Kind.BORN_ON:
            return (date.fromisoformat(value.strip()).isoformat(),)
        case Kind.IDENTIFIER:
            return tuple(filter(None, ["".join(value.split()).upper()]))
