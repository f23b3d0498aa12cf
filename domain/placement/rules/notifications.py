"""Who is meant by whom was told, and who may be left out (SI 2010/959, reg. 13)."""

from collections.abc import Sequence

from domain.placement.errors import (
    ExclusionNotLawful,
    RecipientNotNamed,
    RecipientUnknown,
    ToldThoughExcluded,
)
from domain.placement.notifying import (
    ALLOWED,
    FOR_THE_CHILD,
    Exclusion,
    LeftOut,
    PeopleOnRecord,
    Recipient,
    RecipientKind,
)
from domain.shared.errors import WrongState


def named(recipient: Recipient, people: PeopleOnRecord) -> Recipient:
    """Who is meant, by the child's record: the only parent there is needs no naming."""
    if recipient.who is not None:
        if recipient.who not in people.connections:
            raise RecipientUnknown("Name one of this child's connections as `who`, or nobody.")
        return recipient
    if recipient.kind is not RecipientKind.PARENT or not people.parents:
        return recipient
    if len(people.parents) > 1:
        raise RecipientNotNamed(["who"])
    return recipient.model_copy(update={"who": people.parents[0]})


def require_not_left_out(recipient: Recipient, left_out: Sequence[LeftOut]) -> None:
    """Word that goes against a decision to protect the child, whatever day it is dated (R-157)."""
    for each in left_out:
        if each.why in FOR_THE_CHILD and each.recipient.may_be(recipient):
            raise ToldThoughExcluded(f"Left out since {each.on.isoformat()}: {each.why.value}.")


def require_excludable(recipient: Recipient, why: Exclusion) -> None:
    """Refuse a reason that does not hold for this recipient."""
    if recipient.kind not in ALLOWED[why]:
        others = ", ".join(sorted(reason.value for reason in _reasons(recipient.kind)))
        cure = f"These may be given: {others}." if others else "It is told in every case."
        raise ExclusionNotLawful(f"{why.value} leaves out no {recipient.kind.value}. {cure}")


def require_told_of_a_start(recipient: Recipient) -> None:
    """Refuse word of a start to whom the child moves in with: it is no news to them."""
    if recipient.kind is RecipientKind.CARER:
        raise WrongState("Whoever the child lives with is told of the end only.")


def _reasons(kind: RecipientKind) -> list[Exclusion]:
    return [why for why, kinds in ALLOWED.items() if kind in kinds]
