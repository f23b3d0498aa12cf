"""Notice in the council's own home, or with its own carers: no contract, and a review first."""

from collections.abc import Sequence

from domain.placement.commands import ServeOwnHomeNotice
from domain.placement.errors import NoticeEndNotPossible, NoticeIncomplete
from domain.placement.events import OwnHomeNoticeServed, PlacementEvent
from domain.placement.rules.notice import (
    missing_from,
    require_another_manager,
    require_first,
    require_review_by,
)
from domain.placement.rules.start import require_not_before
from domain.placement.state import Current
from domain.shared.errors import WrongState
from domain.shared.moments import london_day


def serve(placement: Current, command: ServeOwnHomeNotice) -> Sequence[PlacementEvent]:
    if placement.particulars.arrangement.bought:
        raise WrongState("There is no agreement to give notice of.")
    require_first(placement)
    require_not_before(placement.started_at, command.served_at)
    missing = [*missing_from(command), *([] if command.end_named else ["end_named"])]
    end, manager = command.end_named, command.manager_approval
    if missing or end is None or manager is None or command.options_explored is None:
        raise NoticeIncomplete(missing)
    require_another_manager(command.by, manager)
    if end < london_day(command.served_at):
        raise NoticeEndNotPossible("It cannot run out before the day on which it is given.")
    # Reg. 14 asks of the council's own ending, whoever runs the home.
    require_review_by(
        end,
        command.statutory_review,
        looked_after=command.looked_after,
        immediate_risk=command.risk_ground is not None,
    )
    return [
        OwnHomeNoticeServed(
            reason=command.reason,
            served_at=command.served_at,
            earliest_end=end,
            options_explored=command.options_explored,
            statutory_review=command.statutory_review,
            risk_ground=command.risk_ground,
            approved_by=manager,
            by=command.by,
        )
    ]
