"""Where a child slept that no register knows: an aunt's flat at three in the morning (R-124)."""

from domain.shared.messages import Value
from domain.shared.personal import Sealed


class Unlisted(Value):
    """Whose home it is, and where, as far as it is known; in the child's own file alone."""

    whose: Sealed[str]
    address: Sealed[str | None] = None
    postcode: Sealed[str | None] = None
