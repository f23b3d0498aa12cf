"""One placement, read from its own stream: what was arranged, agreed, lived and ended. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from application.placement.absences_shown import absences_shown
from application.placement.end_shown import end_shown
from application.placement.move_on_shown import move_on_shown
from application.placement.moves_shown import moves_shown
from application.placement.notices_shown import shown_notices
from application.placement.plan_shown import plan_shown
from application.placement.provider_words_shown import provider_words_shown
from application.placement.shown import PlacementView
from application.placement.stability_shown import stability_shown
from application.placement.stage_shown import known_by, stage_shown
from application.placement.start_shown import agreed_for, start_changes, start_shown
from application.placement.terms_shown import agreement_on
from application.placement.told_shown import told_of
from application.placement.view_of_approvals import approvals_shown
from application.placement.visits_shown import until_18, visits_shown
from application.placement.void_shown import void_shown
from application.shared.asking import AsOf
from application.shared.office import Office, stream_of
from domain.placement import decider
from domain.placement.chronology import chronology
from domain.placement.events import IntroductoryVisitHeld, PackageReviewHeld, ProviderMeetingHeld
from domain.placement.history import History, is_voided
from domain.placement.state import Known
from domain.shared.envelope import StreamId
from domain.shared.errors import NotFound


@dataclass(frozen=True)
class PlacementRecords:
    office: Office

    def view(self, placement_id: UUID, of: AsOf) -> PlacementView:
        """Facts later than the day asked about are left out; `NotFound` before the first."""
        history = self.office.streams.read(stream_of("placement", placement_id), of.position)
        known = known_by(history.events, of.day)
        state = decider.replay(history.facts)
        if not isinstance(state, Known) or not known:
            raise NotFound
        periods = chronology(history.events)
        stay, held = periods.stay_on(of.day), periods.agreement_on(of.day)
        return PlacementView(
            placement_id=placement_id,
            arrangement=state.particulars.arrangement,
            lives_here=stay is not None,
            stay=stay,
            agreement=agreement_on(history.facts, [each.event for each in known], held),
            **_prepared(known),
            **_lived(known),
            visits=visits_shown(history.events, of.day),
            voided=void_shown(history.events),
            version=history.version,
        )

    def is_voided(self, stream: StreamId, position: int | None) -> bool:
        """Whether it was recorded for the wrong child, as was known at a position (R-207)."""
        return is_voided(self.office.streams.read(stream, position).events)


def _prepared(known: History) -> Mapping[str, Any]:
    """What was seen to before the child came, and that it came."""
    said = [recorded.event for recorded in known]
    return {
        "provider_met": tuple(e.on for e in said if isinstance(e, ProviderMeetingHeld)),
        "visited": tuple(e.on for e in said if isinstance(e, IntroductoryVisitHeld)),
        "start_agreed_for": agreed_for(said),
        "start_changes": start_changes(said),
        "start": start_shown(known),
        "approval": approvals_shown(known),
        "plan": plan_shown(known),
        "told": told_of(known),
    }


def _lived(known: History) -> Mapping[str, Any]:
    """How far it has come, how the child lived there, and how that came to an end."""
    said = [recorded.event for recorded in known]
    return {
        "stage": stage_shown(known),
        "package_reviews": tuple(e.on for e in said if isinstance(e, PackageReviewHeld)),
        "until_18": until_18(known),
        "stability": stability_shown(known),
        "moves": moves_shown(known),
        "absences": absences_shown(known),
        "provider_words": provider_words_shown(known),
        "move_on": move_on_shown(known),
        "notices": shown_notices(known),
        "end": end_shown(known),
    }
