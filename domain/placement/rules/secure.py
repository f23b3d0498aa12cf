"""Where a court's authority to keep a child is recorded, and for which days (R-242)."""

from datetime import date

from domain.shared.errors import EffectiveBeforeStream, WrongState
from domain.shared.moments import When, london_day
from domain.shared.vocabulary import Provision


def require_secure_home(provision: Provision) -> None:
    """Refuse it of any other home: an order takes no duty to register from one (6-42)."""
    if provision is not Provision.SECURE_HOME:
        raise WrongState("This is no secure home.")


def require_days_in_order(since: When, until: date | None) -> None:
    """Refuse an authority that ends before it begins."""
    if until is not None and until < london_day(since):
        raise EffectiveBeforeStream("This authority would end before it begins.")
