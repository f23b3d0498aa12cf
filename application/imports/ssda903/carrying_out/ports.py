"""What carrying out a return looks up across streams, and of the country."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Protocol

from domain.shared.envelope import FileId, GssCode
from domain.shared.vocabulary import CaseId, SettingId


class KnownChildren(Protocol):
    def holders(
        self, authority: GssCode, identifiers: Sequence[str]
    ) -> Mapping[str, Sequence[CaseId]]:
        """The cases that hold each identifier, of whatever kind; those of nobody are left out."""
        ...


class RegisteredHomes(Protocol):
    def with_urns(
        self, authority: GssCode, urns: AbstractSet[str]
    ) -> Mapping[str, Sequence[SettingId]]:
        """The listed homes that were ever registered under each number."""
        ...


class Country(Protocol):
    def district(self, postcode: str) -> GssCode | None:
        """The lowest council in which a postcode lies; none where it is not known."""
        ...

    def tenths(self, home_postcode: str | None, setting_postcode: str | None) -> int | None:
        """Straight-line tenths of a mile; none where either place is not known."""
        ...


class Keys(Protocol):
    def create_all(self, files: Sequence[FileId]) -> None:
        """Make the keys of new files, durably. Those made or destroyed before stay as they are."""
        ...

    def ready(self, files: Sequence[FileId]) -> None:
        """Have the keys of many files at hand, before their streams are read one by one."""
        ...
