"""Codes that somebody outside the council sends: those of the list, and no other word (R-203).

What the council records of a fact keeps whatever was said. From outside a code that is in no list
would be free text that is counted, shown and never erased.
"""

from collections.abc import Mapping
from datetime import date

from domain.shared.code_lists import CodeLists, CodeNotInForce, ListName


def require_listed(
    lists: CodeLists, name: ListName, sent: Mapping[str, str | None], day: date
) -> None:
    """Refuse what is not in the list on a day, by field, with the codes that there are."""
    found = lists.not_in_force(name, sent, day)
    if found:
        codes = ", ".join(sorted(lists.held(name, day)))
        raise CodeNotInForce(
            f"Choose from {name.value}: {codes}.",
            fields={each.field: name.value for each in found},
        )
