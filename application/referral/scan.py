"""Looking for what a child could be recognised by in what is to be published (5.4).

The scan helps the person who certifies; it does not replace them. It names the field of
each finding and never the text.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from application.referral.birthdays import spellings
from domain.case.marks import Mark, MarkKind

INVISIBLE = "Cf"
"""Zero-width spaces and the like: a name must not hide behind one."""

UNDECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)

SHORTEST = 3
"""Parts shorter than this tell nothing by themselves, but for names of two letters: `Bo`, `Li`."""

NO_NAMES = frozenset({
    "ah", "al", "am", "an", "ap", "as", "at", "be", "by", "da", "de", "di", "do", "dr", "du",
    "el", "go", "he", "if", "in", "is", "it", "la", "le", "lo", "me", "mr", "ms", "my", "no",
    "of", "oh", "ok", "on", "or", "so", "st", "to", "up", "us", "we",
})  # fmt: skip
"""Words of two letters that stand in any text, or in many names: who certifies looks for these."""

LONG = 5
"""Letters from which a name stands for itself, whatever follows: `Otterly` tells of `Otter`."""

BEFORE, AFTER = r"(?<![^\W_])", r"(?![^\W_])"
"""Where a word begins and ends: an underscore is between words, as in an address for e-mail."""

BEGUN = r"(?<![^\W\d_])"
TITLED = rf"{BEGUN}(?:mr|mrs|ms|miss|mx)?"
FUSED = rf"{BEGUN}(?:mr|mrs|ms|miss|mx|dr|auntie|aunt|uncle|nan|gran|mum|dad|mac|mc|o)?"
"""Where a name begins, though a number or what people are called stands straight before it.

Of short names fewer are looked for: `Ted` is not in `granted`, nor `Pen` in `open`.
"""

ENDED = r"s?(?![^\W\d_])"
"""Where a short name ends: of one or of several of the name, a number after it or none."""

UNMISTAKABLE = 8
"""Letters from which a name is found within any other word: no English word hides one."""

DIGITS_END, DIGITS_BEGIN = r"(?!\d)", r"(?<!\d)"

APART = r"[\W_]*"
BROKEN = r"(?:[-\u2010]\s*\n\s*)?"

OF_NUMBERS = frozenset({MarkKind.NUMBER, MarkKind.NHS})
OF_PEOPLE = frozenset({MarkKind.NAME, MarkKind.RELATIVE})
OF_PLACES = frozenset({MarkKind.ADDRESS, MarkKind.SCHOOL})

GENERIC = frozenset({
    "academy", "avenue", "catholic", "centre", "church", "close", "college", "community",
    "court", "crescent", "drive", "flat", "for", "free", "gardens", "girls", "boys", "grammar",
    "grove", "high", "hill", "house", "infant", "junior", "lane", "nursery", "of", "park",
    "place", "primary", "rise", "road", "saint", "school", "secondary", "sixth", "form",
    "special", "square", "st", "street", "technical", "terrace", "the", "university", "walk",
    "way",
})  # fmt: skip
"""Words that stand in the names of many schools and streets, and so tell nothing of one."""


def fields_with_identifiers(texts: Mapping[str, str], marks: Iterable[Mark]) -> Sequence[str]:
    """The fields in which something stands that the child could be recognised by."""
    return fields_naming(texts.items(), marks)


def fields_naming(texts: Iterable[tuple[str, str]], marks: Iterable[Mark]) -> Sequence[str]:
    """The same of texts of which several may stand under one name."""
    wanted = patterns(marks)
    read = ((field, plain(text)) for field, text in texts)
    return [field for field, text in read if any(p.search(text) for p in wanted)]


def patterns(marks: Iterable[Mark]) -> Sequence[re.Pattern[str]]:
    """What to look for, in text as `plain` gives it."""
    return [re.compile(part) for mark in marks for part in _parts(mark) if part]


def plain(text: str) -> str:
    """Text without case, accents and what cannot be seen."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("\u2019", "'"))
    seen = (c for c in decomposed.translate(UNDECOMPOSED) if not unicodedata.combining(c))
    return "".join(c for c in seen if unicodedata.category(c) != INVISIBLE)


def _parts(mark: Mark) -> Iterable[str]:
    if mark.kind is MarkKind.BIRTH:
        yield from spellings(date.fromisoformat(mark.text))
        return
    words = [word for word in re.split(r"[\W_]+", plain(mark.text)) if word]
    yield _whole(_run(words))
    if mark.kind is MarkKind.PHRASE:
        return
    if mark.kind in OF_NUMBERS:
        # However it is grouped: 999 000 0018 is 9990000018.
        digits = APART.join(map(re.escape, "".join(words)))
        yield f"{DIGITS_BEGIN}{digits}{DIGITS_END}"
    elif mark.kind in OF_PLACES:
        yield _whole(_run([word for word in words if _tells(word)]))
    else:
        yield from (_begun_or_whole(word) for word in words if _names(mark.kind, word))


def _names(kind: MarkKind, word: str) -> bool:
    if len(word) >= SHORTEST:
        return True
    return kind in OF_PEOPLE and len(word) == SHORTEST - 1 and word not in NO_NAMES


def _tells(word: str) -> bool:
    return len(word) >= SHORTEST and word not in GENERIC and not word.isdigit()


def _run(words: Sequence[str]) -> str:
    return APART.join(map(_word, words))


def _word(word: str) -> str:
    """A word, though a line ends within it and a hyphen says so."""
    return BROKEN.join(map(re.escape, word))


def _begun_or_whole(word: str) -> str:
    """Long names are found where something was written straight after them or before, too."""
    if len(word) < SHORTEST:
        return _whole(_word(word))
    if len(word) < LONG:
        return f"{TITLED}{_word(word)}{ENDED}"
    return _word(word) if len(word) >= UNMISTAKABLE else f"{FUSED}{_word(word)}"


def _whole(part: str) -> str:
    return rf"{BEFORE}{part}{AFTER}" if part else ""
