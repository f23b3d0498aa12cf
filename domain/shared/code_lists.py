"""Lists of codes as a council keeps them: dated reference data, never constants (R-31, R-63).

A code is counted and so it stays as it was written for good. What its list says of it, and for
how long it may be chosen, is said by the edition of the day.
"""

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from itertools import chain
from typing import Annotated, Any, Self, TypeVar

from pydantic import Field, model_validator

from domain.shared.errors import BadContent
from domain.shared.messages import Command, Value
from domain.shared.moments import within

Code = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,60}$")]
"""An entry of a list. Its spelling keeps sentences about people out."""


class ListName(StrEnum):
    """The lists that decisions and facts are looked up in."""

    APPROVAL_MATTERS_AT_ONCE = "approval_matters_at_once"
    AWARD_ROUTES = "award_routes"
    BUDGET_HEADINGS = "budget_headings"
    CONCERN_CATEGORIES = "concern_categories"
    EDUCATION_EVIDENCE = "education_evidence"
    FUNDING_REFUSALS = "funding_refusals"
    IN_HOUSE_REASONS = "in_house_reasons"
    NEEDS = "needs"
    NOTICE_REASONS = "notice_reasons"
    NO_HOME_IN_HOUSE = "no_home_in_house"
    OUTCOMES = "outcomes"
    OUTCOME_STATEMENTS = "outcome_statements"
    PROVISION_TYPES = "provision_types"
    REFERRERS = "referrers"
    REQUEST_REASONS = "request_reasons"
    RISK_CATEGORIES = "risk_categories"
    SIGNIFICANT_CHANGES = "significant_changes"


class Entry(Value):
    """One code, what it means, and from which day until before which it may be chosen.

    `of` are codes of another list that count towards it: so frameworks hang together (R-33).
    """

    code: Code
    label: str = Field(min_length=1, max_length=200)
    from_: date | None = None
    until: date | None = None
    of: tuple[Code, ...] = ()

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.from_ is not None and self.until is not None and self.until <= self.from_:
            raise ValueError("a code ends after the day from which it may be chosen")
        return self

    def holds(self, day: date) -> bool:
        return within(day, self.from_, self.until)


class NotInForce(Value):
    """A code that its list does not hold on the day, by the JSON pointer of its field.

    The word itself is left out: it may be anything, and nothing that was sent is echoed.
    """

    list_name: ListName
    field: str


class CodeNotInForce(BadContent):
    code = "CODE_NOT_IN_FORCE"
    title = "A code is not in its list on this day"
    cites = "docs/domain/10, R-31 and R-63"


class Coded(Command):
    """A command that names codes of lists.

    `codes` says which, by the JSON pointer of the field that each was sent in. `not_in_force` are
    those of them that the lists of the day do not hold, as `CodeLists.looked_up` found.
    """

    not_in_force: tuple[NotInForce, ...] = ()

    @abstractmethod
    def codes(self) -> Mapping[ListName, Mapping[str, str | None]]: ...

    def told(self) -> dict[str, Any]:
        """What the command says, without what was looked up for it."""
        return {name: said for name, said in self if name != "not_in_force"}


C = TypeVar("C", bound=Coded)


class CodeLists(Value):
    """The lists of an edition, each with its codes once."""

    lists: dict[ListName, tuple[Entry, ...]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _each_code_once(self) -> Self:
        for entries in self.lists.values():
            if len({entry.code for entry in entries}) < len(entries):
                raise ValueError("a list has each of its codes once")
        return self

    def lacking(self) -> list[ListName]:
        return [name for name in ListName if not self.lists.get(name)]

    def held(self, name: ListName, day: date) -> frozenset[str]:
        """The codes of a list that may be chosen on a day; none where it was not kept yet."""
        return frozenset(each.code for each in self.lists.get(name, ()) if each.holds(day))

    def counts_towards(self, outcome: str) -> list[str]:
        """The statements of every framework on record that an outcome counts towards (R-33)."""
        statements = self.lists.get(ListName.OUTCOME_STATEMENTS, ())
        return [each.code for each in statements if outcome in each.of]

    def not_in_force(
        self, name: ListName, sent: Mapping[str, str | None], day: date
    ) -> tuple[NotInForce, ...]:
        """What was sent, by field, that may not be chosen from a list on a day.

        A list that this edition has not got yet is not looked up: it was made before the list.
        """
        return tuple(
            NotInForce(list_name=name, field=field)
            for field, code in sent.items()
            if code is not None and not self._holds(name, code, day)
        )

    def looked_up(self, command: C, day: date) -> C:
        """The command, with those of its codes that may not be chosen on a day."""
        found = (self.not_in_force(name, sent, day) for name, sent in command.codes().items())
        return command.model_copy(update={"not_in_force": tuple(chain.from_iterable(found))})

    def _holds(self, name: ListName, code: str, day: date) -> bool:
        entries = self.lists.get(name)
        return entries is None or any(e.code == code and e.holds(day) for e in entries)


def each_of(field: str, codes: Iterable[str]) -> dict[str, str]:
    """Codes that were sent as an array, each by its own pointer."""
    return {f"{field}/{at}": code for at, code in enumerate(codes)}


def require_codes_in_force(found: Iterable[NotInForce]) -> None:
    """Refuse codes that are in no list of the day, all at once, with the fields they stand in."""
    fields = {each.field: each.list_name.value for each in found}
    if fields:
        told = ", ".join(f"{field} ({name})" for field, name in fields.items())
        raise CodeNotInForce(
            f"Not in force today: {told}. Choose from GET /v1/reference/code-lists/editions, "
            "or have the code added by the next edition.",
            fields=fields,
        )
