"""One placement, read from its own stream: what was arranged, agreed, lived and ended. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from application.placement.absences_shown import absences_shown
from application.placement.end_shown import end_shown
from application.placement.move_on_shown import move_on_shown
from application.placement.moves_shown import moves_shown
from application.placement.notices_shown import shown_notices
from application.placement.shown import (
    PlacementView,
    ShownAgreement,
    ShownPlan,
    ShownStart,
)
from application.placement.stability_shown import stability_shown
from application.placement.start_shown import agreed_for, start_changes
from application.placement.told_shown import told_of
from application.placement.view_of_approvals import approvals_shown
from application.placement.visits_shown import visits_shown
from application.placement.void_shown import void_shown
from application.shared.asking import AsOf
from application.shared.office import Office, stream_of
from domain.placement import PlacementEvent, decider
from domain.placement.chronology import chronology
from domain.placement.events import (
    AgreementDrafted,
    AgreementInForce,
    AgreementIssued,
    AgreementSigned,
    EndCorrected,
    IntroductoryVisitHeld,
    LengthIntended,
    PackageReviewHeld,
    PlacementEnded,
    PlacementEndVoided,
    PlacementNotStarted,
    PlacementPlanPrepared,
    PlacementPlanSigned,
    PlacementProposed,
    PlacementStarted,
    PlacementStartVoided,
    ProviderMeetingHeld,
    Recategorised,
    StartAgreed,
    StartCorrected,
)
from domain.placement.history import end_of, last_word_on_end, last_word_on_start, of_kind
from domain.placement.notices import notices_given, running
from domain.placement.periods import AgreementPeriod
from domain.placement.state import Known
from domain.shared.envelope import Recorded
from domain.shared.errors import NotFound
from domain.shared.messages import Event
from domain.shared.moments import london_day

Facts = Sequence[Recorded[PlacementEvent]]


@dataclass(frozen=True)
class PlacementRecords:
    office: Office

    def view(self, placement_id: UUID, of: AsOf) -> PlacementView:
        """Facts later than the day asked about are left out; `NotFound` before the first."""
        history = self.office.streams.read(stream_of("placement", placement_id), of.position)
        known = _by(history.events, of.day)
        state = decider.replay(history.facts)
        if not isinstance(state, Known) or not known:
            raise NotFound
        periods = chronology(history.events)
        stay = periods.stay_on(of.day)
        said = [recorded.event for recorded in known]
        return PlacementView(
            placement_id=placement_id,
            stage=_stage(known),
            arrangement=state.particulars.arrangement,
            lives_here=stay is not None,
            stay=stay,
            agreement=_as_varied(_agreement(history.facts, said), periods.agreement_on(of.day)),
            provider_met=tuple(e.on for e in said if isinstance(e, ProviderMeetingHeld)),
            visited=tuple(e.on for e in said if isinstance(e, IntroductoryVisitHeld)),
            start_agreed_for=agreed_for(said),
            start_changes=start_changes(said),
            start=_start(known),
            approval=approvals_shown(known),
            package_reviews=tuple(e.on for e in said if isinstance(e, PackageReviewHeld)),
            plan=_plan(known),
            told=told_of(known),
            visits=visits_shown(history.events, of.day),
            until_18=_until_18(known),
            stability=stability_shown(known),
            moves=moves_shown(known),
            absences=absences_shown(known),
            move_on=move_on_shown(known),
            notices=shown_notices(known),
            end=end_shown(known),
            voided=void_shown(history.events),
            version=history.version,
        )


def _by(history: Facts, day: date) -> Facts:
    """What had happened by a day. What was corrected happened when the last word says."""
    words = [(STARTS, last_word_on_start(history)), (ENDS, last_word_on_end(history))]

    def happened(recorded: Recorded[PlacementEvent]) -> date:
        for kinds, word in words:
            if word is not None and isinstance(recorded.event, kinds):
                return london_day(word.effective_at)
        return london_day(recorded.effective_at)

    return [recorded for recorded in history if happened(recorded) <= day]


STARTS = (PlacementStarted, StartCorrected, PlacementStartVoided)
ENDS = (PlacementEnded, EndCorrected, PlacementEndVoided)

STAGES: Mapping[type[Event], str] = {
    PlacementProposed: "proposed",
    StartAgreed: "start_agreed",
    PlacementNotStarted: "not_started",
    PlacementStarted: "active",
    PlacementEnded: "ended",
    PlacementStartVoided: "voided",
}
"""Which event brings a placement to which stage. A start is a fact even of one called off."""


def _stage(known: Facts) -> str:
    """Under notice while any notice runs; one that was taken back leaves it as it was."""
    order = list(STAGES.values())
    left = end_of(known) is not None
    kinds = (type(each.event) for each in known if left or not isinstance(each.event, ENDS))
    reached = [STAGES[kind] for kind in kinds if kind in STAGES]
    stage = max(reached, key=order.index, default="proposed")
    under_notice = any(running([each.notice for each in notices_given(known)]))
    return "under_notice" if stage == "active" and under_notice else stage


def _agreement(
    written: Sequence[PlacementEvent], said: Sequence[PlacementEvent]
) -> ShownAgreement | None:
    """The newest draft, and how far it had come by the day; signatures may be dated before it."""
    written, said = _of_this_category(written), _of_this_category(said)
    kinds = {type(event) for event in said}
    reached = [
        standing
        for kind, standing in (
            (AgreementInForce, "in_force"),
            (AgreementSigned, "issued"),
            (AgreementIssued, "issued"),
            (AgreementDrafted, "drafted"),
        )
        if kind in kinds
    ]
    drafts = [event for event in written if isinstance(event, AgreementDrafted)]
    if not reached or not drafts:
        return None
    terms = drafts[-1].terms
    return ShownAgreement(
        standing=reached[0],
        terms=terms,
        weekly_pence=terms.weekly,
        signed_by=tuple(event.party for event in said if isinstance(event, AgreementSigned)),
        warnings=drafts[-1].warnings,
    )


def _as_varied(shown: ShownAgreement | None, held: AgreementPeriod | None) -> ShownAgreement | None:
    """The version that holds on the day, where one is in force."""
    if shown is None or held is None or shown.standing != "in_force":
        return shown
    return replace(shown, terms=held.terms, weekly_pence=held.terms.weekly)


def _of_this_category(events: Sequence[PlacementEvent]) -> Sequence[PlacementEvent]:
    """What was done since the placement went on in another lot: its agreement is a new one."""
    changes = [n for n, event in enumerate(events) if isinstance(event, Recategorised)]
    return events[changes[-1] :] if changes else events


def _start(known: Facts) -> ShownStart | None:
    word = last_word_on_start(known)
    for first in known:
        if isinstance(first.event, PlacementStarted) and word is not None:
            return ShownStart(
                at=word.effective_at,
                recorded_first_as=first.effective_at,
                event_id=first.event_id,
                corrects_next=word.event_id,
                unlisted=first.event.unlisted,
                breaches=first.event.breaches,
            )
    return None


def _plan(known: Facts) -> ShownPlan | None:
    """The version prepared last, and its signature where it has one."""
    prepared = sorted(of_kind(known, PlacementPlanPrepared), key=lambda each: each.event.version)
    if not prepared:
        return None
    newest = prepared[-1].event
    signed = [each.event for each in of_kind(known, PlacementPlanSigned)]
    mine = next((each for each in signed if each.version == newest.version), None)
    return ShownPlan(
        version=newest.version,
        prepared_on=newest.on,
        document_id=newest.document_id,
        signed_on=mine.on if mine else None,
        signatory=mine.signatory if mine else None,
        signed_as=mine.as_ if mine else None,
    )


def _until_18(known: Facts) -> bool | None:
    intended = of_kind(known, LengthIntended)
    return intended[-1].event.until_18 if intended else None
