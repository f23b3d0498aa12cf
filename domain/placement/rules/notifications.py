"""Who may be left out of being told, and why (SI 2010/959, reg. 13)."""

from domain.placement.errors import ExclusionNotLawful
from domain.placement.notifying import ALLOWED, Exclusion, Recipient, RecipientKind
from domain.shared.errors import WrongState


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
