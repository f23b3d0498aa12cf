"""The one policy: whether this person may do this to that.

Pure. Tenancy speaks first, then role, organisation, relationship. Another authority's record
is not found (R-41), nor is another organisation's; a child with whom a caseworker has no
relationship, and no stated emergency, is refused. Source: docs/domain/05.
"""

from dataclasses import dataclass, field

from application.access.actions import Action
from application.access.principal import PROVIDER_ROLES, Principal, Role
from application.access.who import WHO
from domain.shared.envelope import GssCode
from domain.shared.errors import CaseworkError, NotFound, NotPermitted
from domain.shared.money import Funder
from domain.shared.vocabulary import ProviderId

SHARED = frozenset({Action.READ_CONTRACT})
"""What the councils of one framework share, and so reach across authorities: to read it."""

NO_NARRATIVE = frozenset({Role.FINANCE_OFFICER})
"""Roles that see dates and money, and not what is told of the child (docs/domain/05, 5.1)."""

ONLY_ONES_OWN = frozenset({Role.CASEWORKER, Role.IRO})
"""Roles that reach a child's record through a relationship to the child (5.3)."""


@dataclass(frozen=True, slots=True)
class Resource:
    """What is asked about. `related` are the subjects and teams that work with the child.

    `ever_allocated` tells a child whom nobody has taken on yet from one whom nobody has now.
    `voided` is a placement that was recorded for the wrong child.
    """

    authority: GssCode | None = None
    is_case: bool = False
    related: frozenset[str] = frozenset()
    ever_allocated: bool = False
    provider: ProviderId | None = None
    voided: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer, the rule that gave it, and what must be done along with it."""

    allow: bool
    rule: str
    obligations: tuple[str, ...] = ()
    refusal: type[CaseworkError] = field(default=NotPermitted)


ANYTHING = Resource()


def decide(
    principal: Principal, action: Action, resource: Resource = ANYTHING, purpose: str | None = None
) -> Decision:
    """Allow or refuse, and say by which rule. The first rule that speaks decides."""
    elsewhere = resource.authority is not None and resource.authority != principal.authority
    if elsewhere and action not in SHARED:
        return Decision(allow=False, rule="tenancy", refusal=NotFound)
    if principal.role not in WHO[action]:
        return Decision(allow=False, rule="role")
    if resource.voided and not _follows_void(principal, action):
        return Decision(allow=False, rule="voided", refusal=NotFound)
    if principal.role in PROVIDER_ROLES:
        return _as_provider(principal, resource)
    if resource.is_case and principal.role in ONLY_ONES_OWN:
        return _by_relationship(principal, action, resource, purpose)
    return Decision(allow=True, rule="role", obligations=_logged(resource))


def _as_provider(principal: Principal, resource: Resource) -> Decision:
    # A list is filtered by organisation; a record must be with the caller's own.
    listing = resource.authority is None
    own = principal.organisation is not None and (
        listing or resource.provider == principal.organisation
    )
    logged = _logged(resource) if own else ()
    return Decision(allow=own, rule="own_organisation", obligations=logged, refusal=NotFound)


def _follows_void(principal: Principal, action: Action) -> bool:
    return action in PUT_RIGHT_AFTER_VOID or principal.role in WHO[Action.READ_VOIDED]


def _by_relationship(
    principal: Principal, action: Action, resource: Resource, purpose: str | None
) -> Decision:
    if (keeps_to(principal) or frozenset()) & resource.related:
        return Decision(allow=True, rule="relationship", obligations=("log",))
    if not resource.ever_allocated:
        return Decision(allow=True, rule="nobody_allocated_yet", obligations=("log",))
    if purpose == BREAK_GLASS and action in IN_AN_EMERGENCY:
        return Decision(allow=True, rule="break_glass", obligations=("log", "log_first"))
    return Decision(allow=False, rule="relationship")


def keeps_to(principal: Principal) -> frozenset[str] | None:
    """Whose children a list is kept to: the same rule as for one record; none for everybody's."""
    if principal.role not in ONLY_ONES_OWN:
        return None
    return principal.teams | {principal.subject}


def pays_as(principal: Principal) -> Funder | None:
    """The one funder whose share a person may see and answer for; none for the council's own."""
    return principal.funder if principal.role is Role.PARTNER_FUNDER else None


BREAK_GLASS = "break-glass"

IN_AN_EMERGENCY = frozenset(
    {
        Action.READ_CASE,
        Action.READ_REFERRAL,
        Action.READ_PLACEMENT,
        Action.RECORD_MISSING,
        Action.RAISE_CONCERN,
        Action.RECORD_ABSENCE,
        Action.RECORD_START,
        Action.RECORD_LEGAL_STATUS,
    }
)
"""What breaking the glass opens: to read, and to record what has happened; never to decide,
and never to make oneself the child's worker."""

PUT_RIGHT_AFTER_VOID = frozenset(
    {Action.RECORD_START, Action.CALL_OFF_BED, Action.CLOSE_TASK, Action.RAISE_CONCERN}
)
"""What is done about a placement of the wrong child by whom it is not shown to (R-191, R-233)."""

ENGAGEMENT = "engagement"
"""An audit engagement, which resolves what is sealed in the log (docs/domain/05, 5.3.6)."""


def _logged(resource: Resource) -> tuple[str, ...]:
    return ("log",) if resource.is_case else ()
