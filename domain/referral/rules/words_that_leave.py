"""What the council writes to a provider, beside the pack."""

from collections.abc import Sequence

from domain.referral.errors import RedactionNotConfirmed


def require_gives_nobody_away(would_tell: Sequence[str]) -> None:
    """Refuse words to a provider in which the scan found the child; named by field (5.4)."""
    if would_tell:
        text = f"The scan found identifiers in {len(would_tell)} texts that a provider would read."
        raise RedactionNotConfirmed(text, findings=len(would_tell), fields=sorted(would_tell))
