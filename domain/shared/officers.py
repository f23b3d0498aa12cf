"""Who acts for a council, and in which roles: what a name in free text is held against (R-121)."""

from collections.abc import Collection

from domain.shared.errors import RuleBroken
from domain.shared.warnings import RoleName

KnownRoles = frozenset[RoleName] | None
"""The roles of whoever is named, by the council's list of that day; none where it keeps no list."""


class OfficerNotListed(RuleBroken):
    """A name spelt otherwise is nobody's, and nobody could ever own to what it is said to say."""

    code = "OFFICER_NOT_LISTED"
    title = "The council's list has nobody of this name who gives this"
    cites = "docs/domain/10, R-121"


def require_listed(roles: KnownRoles, giving: Collection[RoleName], what: str) -> None:
    """Refuse a name that the council's list does not have in a role that gives this.

    `what` names the field. Where a council keeps no list there is nothing to hold it against.
    """
    if roles is None or roles & frozenset(giving):
        return
    given = ", ".join(sorted(giving)).replace("_", " ")
    raise OfficerNotListed(
        f"Look the name up among the council's officers: it is given by {given}, and is not for "
        "who listed that officer to note.",
        field=what,
    )
