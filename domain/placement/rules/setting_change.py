"""What a move to another home of the same provider must satisfy (docs/domain/02, 2.4; 6-52)."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from domain.placement.approving import Approvals
from domain.placement.commands.setting_change import ApproveSettingChange, MovingWithin
from domain.placement.errors import DetailsMissing, MoveNotApproved
from domain.placement.new_home import AllowedMove
from domain.placement.rules.approvals import require_area_approved, require_school_approved
from domain.placement.rules.entry import gates_of
from domain.placement.rules.start import require_within_capacity
from domain.placement.schooling import KeyStage4
from domain.placement.state import Current, Particulars
from domain.shared.breaches import Gate
from domain.shared.errors import ConflictOfInterest, WrongState
from domain.shared.said import blank
from domain.shared.two_people import is_same_person
from domain.shared.vocabulary import SettingId, Subject

NO_APPROVALS = Approvals()


def require_within_provider(placement: Current, command: MovingWithin, was: SettingId) -> None:
    """Another provider's home, or the council's own, is another placement, with a search of it."""
    arrangement, to = placement.particulars.arrangement, command.to
    if not arrangement.bought or to.provider_id != arrangement.provider_id:
        raise WrongState("This is no home of the same provider: end this placement, start another.")
    if to.setting_id == was:
        raise WrongState("The child lives in this home already.")


def require_asked_by_another(command: ApproveSettingChange) -> None:
    """The provider asks and a broker approves: nobody does both (docs/domain/05, 5.2)."""
    if is_same_person(Subject(command.asked_by), command.by):
        raise ConflictOfInterest("Whoever asks for a move does not approve it.")


def require_said(command: ApproveSettingChange) -> None:
    """Refuse an approval that leaves out what it rests on, and name all of it at once."""
    weighed = command.residents_weighed or not command.lived_in
    schooling = command.key_stage_4 is not None or not command.of_key_stage_4
    missing = [
        *blank(asked_by=command.asked_by, reason=command.reason, childs_views=command.childs_views),
        *([] if command.iro_informed else ["iro_informed"]),
        *([] if weighed else ["residents_weighed"]),
        *([] if schooling else ["key_stage_4"]),
    ]
    if missing:
        raise DetailsMissing(missing)


def move_gates(particulars: Particulars, command: MovingWithin, day: date) -> Sequence[Gate]:
    """Every gate of the new home; an approval of where the old one lies stands in its area alone.

    Source: SI 2010/959, regs 10 and 11.
    """
    stand = particulars.approvals if command.same_area else NO_APPROVALS
    disrupts = command.key_stage_4 is KeyStage4.DISRUPTED
    return [
        *gates_of(command, day, particulars.arrangement.planned_end),
        partial(require_within_capacity, command.over_capacity_nights),
        partial(require_area_approved, command.approval_needed, stand),
        partial(require_school_approved, NO_APPROVALS, disrupts=disrupts),
    ]


def require_move_approved(allowed: AllowedMove | None, command: MovingWithin, day: date) -> None:
    """A child is not moved without prior written approval (6-52; seed P-21)."""
    if not is_allowed(allowed, command, day):
        raise MoveNotApproved("The child was moved without approval beforehand.")


def is_allowed(allowed: AllowedMove | None, command: MovingWithin, day: date) -> bool:
    """Whether this very home was approved, from this day or an earlier one."""
    to = command.to.setting_id
    return allowed is not None and allowed.setting_id == to and allowed.from_ <= day
