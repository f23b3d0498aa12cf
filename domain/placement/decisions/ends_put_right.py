"""Putting the record of an end right: it was another, or the child never left."""

from collections.abc import Sequence
from functools import partial

from domain.placement.commands import CorrectEnd, EndWordCommand, VoidEnd
from domain.placement.decisions.ending import as_ended
from domain.placement.events import EndCorrected, EndWord, PlacementEndVoided
from domain.placement.rules.details import require_details
from domain.placement.rules.start import require_no_other_placement
from domain.placement.state import Ended
from domain.shared.breaches import broken
from domain.shared.errors import WrongState
from domain.shared.two_people import require_second_person


def decide(placement: Ended, command: EndWordCommand) -> Sequence[EndWord]:
    require_second_person(command.by, command.approved_by)
    require_details(reason=command.reason)
    match command:
        case CorrectEnd():
            return correct(placement, command)
        case VoidEnd():
            return void(placement, command)


def correct(placement: Ended, command: CorrectEnd) -> Sequence[EndWord]:
    """What it counts as is judged anew, and what it breaks; a fact is refused for neither."""
    end = as_ended(placement, command.now)
    now = end.said
    if now == placement.end:
        raise WrongState("It is on record like this already.")
    elsewhere = partial(require_no_other_placement, command.other_placements)
    return [
        EndCorrected(
            corrects=command.corrects,
            was=placement.end,
            now=now,
            override_reason=end.override_reason,
            reason=command.reason,
            approved_by=command.approved_by,
            by=command.by,
            breaches=(*end.breaches, *broken([elsewhere])),
        )
    ]


def void(placement: Ended, command: VoidEnd) -> Sequence[EndWord]:
    """Refused while the child is on record as living elsewhere since: that is put right first."""
    require_no_other_placement(command.other_placements)
    return [
        PlacementEndVoided(
            corrects=command.corrects,
            was=placement.end,
            reason=command.reason,
            approved_by=command.approved_by,
            by=command.by,
        )
    ]
