"""What quality assurance and commissioning do with a provider."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.shared.casework import Act, Ask
from application.shared.office import stream_of
from application.shared.ports import Occasion, Receipt
from application.shared.registers import Registers
from domain import placement
from domain.placement.state import Known
from domain.quality import QualityCommand, decider
from domain.quality.commands import AgreeAction, HoldEngagement, PlanEngagement
from domain.quality.vocabulary import ActionId, ActionKind, Code, EngagementId, EngagementKind
from domain.setting.questions import operator_on
from domain.shared.doers import Doer
from domain.shared.errors import NotFound
from domain.shared.vocabulary import PlacementId, ProviderId, SettingId, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A visit or meeting; of one home, or about one placement, where it is."""

    kind: EngagementKind
    on: date
    setting_id: UUID | None
    placement_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAction:
    engagement_id: UUID | None
    kind: ActionKind
    code: Code
    doer: Doer
    due: date


@dataclass(frozen=True)
class QualityHandlers:
    registers: Registers

    def planned(self, occasion: Occasion, provider_id: UUID, meeting: Meeting) -> Receipt:
        engagement_id = EngagementId(self.registers.office.ids.new())
        self._require_of_provider(provider_id, meeting)
        command = PlanEngagement(
            provider_id=ProviderId(provider_id),
            engagement_id=engagement_id,
            kind=meeting.kind,
            on=meeting.on,
            setting_id=SettingId(meeting.setting_id) if meeting.setting_id else None,
            placement_id=PlacementId(meeting.placement_id) if meeting.placement_id else None,
            by=Subject(occasion.actor.subject),
        )
        return self.do(occasion, command, ids={"engagement_id": str(engagement_id)})

    def held(
        self,
        occasion: Occasion,
        provider_id: UUID,
        meeting: Meeting,
        *,
        engagement_id: UUID | None,
        findings: tuple[Code, ...],
        text: str | None,
    ) -> Receipt:
        """One that was planned, or one that nobody had planned."""
        key = EngagementId(engagement_id or self.registers.office.ids.new())
        self._require_of_provider(provider_id, meeting)
        command = HoldEngagement(
            provider_id=ProviderId(provider_id),
            engagement_id=key,
            kind=meeting.kind,
            on=meeting.on,
            setting_id=SettingId(meeting.setting_id) if meeting.setting_id else None,
            placement_id=PlacementId(meeting.placement_id) if meeting.placement_id else None,
            findings=findings,
            text=text,
            by=Subject(occasion.actor.subject),
        )
        return self.do(occasion, command, ids={"engagement_id": str(key)})

    def agreed(self, occasion: Occasion, provider_id: UUID, new: NewAction) -> Receipt:
        action_id = ActionId(self.registers.office.ids.new())
        command = AgreeAction(
            provider_id=ProviderId(provider_id),
            action_id=action_id,
            engagement_id=EngagementId(new.engagement_id) if new.engagement_id else None,
            kind=new.kind,
            code=new.code,
            doer=new.doer,
            due=new.due,
            by=Subject(occasion.actor.subject),
        )
        return self.do(occasion, command, ids={"action_id": str(action_id)})

    def do(
        self,
        occasion: Occasion,
        command: QualityCommand,
        expecting: int | None = None,
        ids: dict[str, str] | None = None,
    ) -> Receipt:
        """Carry out a command; what was never monitored is from now on, in the provider's file."""
        stream = stream_of("quality", command.provider_id)
        office = self.registers.office

        def plan() -> Act:
            file = office.file_of(stream_of("provider", command.provider_id))
            ask = Ask(stream, decider, command, expecting=expecting, file=file)
            return Act([ask], ids or {})

        return office.casework.do(occasion, plan, turn=stream)

    def _require_of_provider(self, provider_id: UUID, meeting: Meeting) -> None:
        """Refuse the home or placement of another."""
        if meeting.setting_id is not None:
            home = self.registers.setting(meeting.setting_id)
            if operator_on(home, meeting.on) != provider_id:
                raise NotFound("This is no home of this provider.")
        if meeting.placement_id is not None:
            stream = stream_of("placement", meeting.placement_id)
            held = self.registers.office.known(placement.decider, stream, Known)
            if held.particulars.arrangement.provider_id != provider_id:
                raise NotFound("This is no placement with this provider.")
