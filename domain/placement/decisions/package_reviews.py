"""Recording that a package review was held."""

from collections.abc import Sequence

from domain.placement.commands import RecordPackageReviewHeld
from domain.placement.errors import ReviewIncomplete
from domain.placement.events import PackageReviewHeld, PlacementEvent
from domain.placement.rules.package_reviews import missing_from, require_rated_once
from domain.placement.rules.stay import require_while_there
from domain.placement.state import Begun


def record(placement: Begun, command: RecordPackageReviewHeld) -> Sequence[PlacementEvent]:
    """A review may be written down after the child has left, if it was held before."""
    require_while_there(placement, command.on)
    require_rated_once(command)
    missing = missing_from(placement.particulars, command)
    if missing or command.participation is None or command.matrix_half_hours is None:
        raise ReviewIncomplete(missing)
    return [
        PackageReviewHeld(
            on=command.on,
            attendance=command.attendance,
            participation=command.participation,
            childs_views=command.childs_views,
            ratings=command.ratings,
            matrix_half_hours=command.matrix_half_hours,
            recommendations=command.recommendations,
            by=command.by,
        )
    ]
