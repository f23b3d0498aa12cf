"""Why a home outside the local area is chosen: what was tried to find one within it (2-088)."""

from domain.referral.codes import Code
from domain.shared.messages import Value
from domain.shared.personal import Sealed


class Sufficiency(Value):
    """All reasonably practicable steps that were taken, and the criteria that came first."""

    steps: Sealed[str]
    prioritised: tuple[Code, ...]
