"""One open request for a child, unless it is said why there is another (docs/domain/02, 2.2)."""

from domain.referral.commands.request import DraftReferral
from domain.referral.errors import AlreadySought


def require_no_other_open(command: DraftReferral) -> None:
    """Refuse a second request for a child, and point to the first (R-54)."""
    if command.beside and not (command.beside_because or "").strip():
        raise AlreadySought(
            "Say why another request is right, or use the one that there is.",
            open_referrals=[str(each) for each in command.beside],
        )
