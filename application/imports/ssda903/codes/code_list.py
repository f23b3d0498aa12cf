"""A national code list, dated by collection year where codes came or went."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NationalCode:
    """A code and its meaning. `since` and `until` are collection years, both included."""

    code: str
    meaning: str
    since: int | None = None
    until: int | None = None

    def in_use(self, year: int) -> bool:
        return (self.since is None or self.since <= year) and (
            self.until is None or year <= self.until
        )


class CodeList:
    """The codes that one column may hold, in any year."""

    def __init__(self, codes: Iterable[NationalCode]) -> None:
        self._codes = {code.code: code for code in codes}

    def get(self, code: str) -> NationalCode | None:
        return self._codes.get(code)

    def in_use(self, year: int) -> frozenset[str]:
        return frozenset(code.code for code in self._codes.values() if code.in_use(year))

    def __contains__(self, code: object) -> bool:
        return code in self._codes

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)


def code_list(meanings: Mapping[str, str], *dated: NationalCode) -> CodeList:
    """A list of codes that always held, and of those that came or went."""
    always = (NationalCode(code, meaning) for code, meaning in meanings.items())
    return CodeList([*always, *dated])
