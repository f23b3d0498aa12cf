"""Agreeing when the child moves in, recording that it happened, and correcting when."""

from collections.abc import Sequence
from functools import partial

from domain.placement.approving import Approvals
from domain.placement.arrangement import (
    Arrangement,
    FundingAuthorisation,
    particulars_of,
)
from domain.placement.commands import AgreeStart, CorrectStart, RecordStart
from domain.placement.errors import DetailsMissing
from domain.placement.events import PlacementEvent, PlacementStarted, StartAgreed, StartCorrected
from domain.placement.moves_made import homes
from domain.placement.rules.agreement import require_funded
from domain.placement.rules.approvals import require_status_for_parents, statutory_gates
from domain.placement.rules.entry import gates_of, require_on_register
from domain.placement.rules.start import (
    require_funded_or_word,
    require_no_other_placement,
    require_not_before,
    require_prepared,
    require_start_agreed,
    require_weighed,
    require_within_capacity,
    require_word_of_another,
)
from domain.placement.state import AwaitingStart, Begun, Ended, Known, Placement, Proposed
from domain.shared.breaches import Gate, broken, require
from domain.shared.moments import london_day
from domain.shared.two_people import require_second_person
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import Pence, age_on


def agree(placement: Proposed, command: AgreeStart) -> Sequence[PlacementEvent]:
    day = london_day(command.starts_at)
    particulars, planned_end = placement.particulars, placement.particulars.arrangement.planned_end
    require_word_of_another(command)
    if particulars.arrangement.bought and command.verbal_authority is None:
        require_funded(command.funding, particulars.weekly, day, planned_end)
    require_on_register(command)
    require(gates_of(command, day, planned_end))
    require(statutory_gates(command, particulars.approvals))
    require_prepared(particulars, command)
    return [
        StartAgreed(
            starts_at=command.starts_at,
            funding=command.funding,
            verbal_authority=command.verbal_authority,
            exception_reason=command.exception_reason,
            by=command.by,
            key_stage_4=command.key_stage_4,
        )
    ]


def record(placement: Placement, command: RecordStart) -> Sequence[PlacementEvent]:
    arrangement = _where(placement, command)
    return [
        PlacementStarted(
            **particulars_of(arrangement),
            at=command.at,
            age_in_years=age_on(command.born_on, london_day(command.at)),
            national_code=command.national_code,
            reserved=command.reserved,
            other_open_placements=command.other_open_placements,
            verbal_authority=_verbal_authority(placement, command),
            decided_elsewhere=command.decided_elsewhere,
            max_nights=command.lot.max_nights if command.lot else None,
            ends_before_age=command.lot.ends_before_age if command.lot else None,
            approval_needed=command.approval_needed,
            key_stage_4=command.key_stage_4,
            unlisted=command.unlisted,
            by=command.by,
            in_place_of=command.in_place_of,
            breaches=broken(_gates(placement, arrangement, command)),
        )
    ]


def correct(placement: Begun, command: CorrectStart) -> Sequence[PlacementEvent]:
    require_second_person(command.by, command.approved_by)
    for _, _, left in homes(placement)[:-1]:
        require_not_before(command.at, left or command.at)
    if isinstance(placement, Ended):
        require_not_before(command.at, placement.ended_at)
    return [
        StartCorrected(
            corrects=command.corrects,
            was=placement.started_at,
            at=command.at,
            reason=command.reason,
            approved_by=command.approved_by,
            by=command.by,
            breaches=broken([partial(require_no_other_placement, command.other_open_placements)]),
        )
    ]


def _where(placement: Placement, command: RecordStart) -> Arrangement:
    """Where the child went: what the record says wins over what was proposed."""
    if command.arrangement is not None:
        return command.arrangement
    if isinstance(placement, Known):
        return placement.particulars.arrangement
    raise DetailsMissing(["arrangement"])


def _gates(placement: Placement, arrangement: Arrangement, command: RecordStart) -> Sequence[Gate]:
    """Every gate that a start should have come through, those of the decision included."""
    gates: list[Gate] = [
        *gates_of(command, london_day(command.at), arrangement.planned_end),
        partial(require_within_capacity, command.over_capacity_nights),
        partial(require_no_other_placement, command.other_open_placements),
    ]
    if not command.decided_elsewhere:
        gates += _decision_gates(placement, arrangement, command)
    return gates


def _decision_gates(
    placement: Placement, arrangement: Arrangement, command: RecordStart
) -> Sequence[Gate]:
    gates: list[Gate] = [
        partial(require_start_agreed, placement, command),
        partial(require_status_for_parents, accommodated=command.accommodated),
        partial(require_weighed, impact_acceptable=command.impact_acceptable),
        *statutory_gates(command, _approvals(placement, arrangement)),
    ]
    if arrangement.bought and not _agreed_by_word(placement):
        funding, day = _funding(placement, command), london_day(command.at)
        weekly = placement.particulars.weekly if isinstance(placement, Known) else Pence(0)
        funded = partial(require_funded, funding, weekly, day, arrangement.planned_end)
        gates.append(partial(require_funded_or_word, command, funded))
    return gates


def _approvals(placement: Placement, arrangement: Arrangement) -> Approvals:
    """What was approved of this home; an approval of another is none of this one."""
    if not isinstance(placement, Known):
        return Approvals()
    approved_for = placement.particulars.arrangement.setting_id
    same = approved_for == arrangement.setting_id
    return placement.particulars.approvals if same else Approvals()


def _agreed_by_word(placement: Placement) -> bool:
    """Whether the start was agreed on verbal authority, which was judged then."""
    return isinstance(placement, AwaitingStart) and placement.verbal_authority is not None


def _funding(placement: Placement, command: RecordStart) -> FundingAuthorisation | None:
    agreed = placement.funding if isinstance(placement, AwaitingStart) else None
    return command.funding or agreed


def _verbal_authority(placement: Placement, command: RecordStart) -> VerbalAuthority | None:
    agreed = placement.verbal_authority if isinstance(placement, AwaitingStart) else None
    return command.verbal_authority or agreed
