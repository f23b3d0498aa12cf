"""The agreement, read from the placement's own stream and the contract it was made under."""

from dataclasses import dataclass
from uuid import UUID

from application.placement.agreement_shown import (
    AgreementView,
    is_issued,
    shown_variations,
    shown_version,
    signed_by,
    waiting_draft,
)
from application.placement.evidence import Evidence
from application.shared.asking import AsOf
from application.shared.office import stream_of
from domain.placement import decider
from domain.placement.agreement import InForce
from domain.placement.chronology import chronology
from domain.placement.state import Known
from domain.shared.errors import NotFound


@dataclass(frozen=True)
class AgreementRecords:
    evidence: Evidence

    def view(self, placement_id: UUID, of: AsOf) -> AgreementView:
        """By what was known; `held` is the version of the day. `NotFound` before the placement.

        The day is put to the chronology: signatures may be dated before what they were put to.
        """
        streams = self.evidence.office.streams
        history = streams.read(stream_of("placement", placement_id), of.position)
        state = history.folded(decider)
        if not isinstance(state, Known):
            raise NotFound
        particulars, said = state.particulars, history.facts
        arrangement, number = particulars.arrangement, particulars.agreement_version
        terms, standing = self.evidence.agreed_under(state), particulars.agreement
        open_draft = standing is not None and not isinstance(standing, InForce)
        periods = chronology(history.events)
        held = periods.agreement_on(of.day)
        return AgreementView(
            placement_id=placement_id,
            setting_id=arrangement.setting_id,
            provider_id=arrangement.provider_id,
            begins_on=particulars.begins_on,
            planned_end=arrangement.planned_end,
            draft=waiting_draft(said, number) if open_draft else None,
            issued=is_issued(said, number),
            signed_by=signed_by(said, number),
            held=held.version if held else None,
            versions=[shown_version(each) for each in periods.agreements],
            variations=shown_variations(state, said),
            notice_rules=terms.notice_rules if terms else (),
            version=history.version,
        )
