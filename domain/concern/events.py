"""What can happen to a concern. Whatever tells of people is sealed; what is counted is codes."""

from datetime import date
from typing import ClassVar

from domain.concern.vocabulary import (
    ActionId,
    Code,
    ConcernId,
    ConcernKind,
    Finding,
    Party,
    Source,
)
from domain.shared.breaches import Breach
from domain.shared.doers import Doer
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import CaseId, PlacementId, ProviderId, SettingId, Subject


class ConcernRaised(Event):
    """The council was told, at `told_at`.

    It may concern one child, several (`siblings` are the others, brothers and sisters or not), a
    home or an organisation. `aware_at` is when the provider knew, `happened_at` when it happened.
    `subject` is whom an allegation is against. `raised_by` is the provider that told, if one did.
    """

    stored_as: ClassVar[str] = "concern.raised.v1"

    concern_id: ConcernId
    kind: ConcernKind
    categories: tuple[Code, ...]
    source: Source
    case_id: CaseId | None
    siblings: tuple[CaseId, ...]
    placements: tuple[PlacementId, ...]
    setting_id: SettingId | None
    about_provider: ProviderId | None
    raised_by: ProviderId | None
    happened_at: When | None
    aware_at: When | None
    told_at: When
    death: bool
    account: Sealed[str]
    subject: Sealed[str] | None
    by: Subject
    breaches: tuple[Breach, ...] = ()

    def effective(self) -> When:
        return self.told_at


class ConcernTriaged(Event):
    """Somebody looked: how serious it is, whether it is referred and investigated, who leads.

    `serious` is whether the national panel is to hear of it: abuse or neglect known or suspected,
    and a child who died or was seriously harmed. `subject` is whom it turned out to be against.
    """

    stored_as: ClassVar[str] = "concern.triaged.v1"

    serious: bool
    refer: bool
    investigate: bool
    reason: Code | None
    subject: Sealed[str] | None
    lead: Subject
    by: Subject


class SafeguardingReferralMade(Event):
    """It was referred to those who safeguard: which service, by its code."""

    stored_as: ClassVar[str] = "concern.safeguarding_referral_made.v1"

    to: Code
    at: When
    by: Subject

    def effective(self) -> When:
        return self.at


class NationalPanelNotified(Event):
    """The national child safeguarding practice review panel was told."""

    stored_as: ClassVar[str] = "concern.national_panel_notified.v1"

    at: When
    by: Subject

    def effective(self) -> When:
        return self.at


class InvestigationBegun(Event):
    stored_as: ClassVar[str] = "concern.investigation_begun.v1"

    investigator: Subject
    at: When
    by: Subject

    def effective(self) -> When:
        return self.at


class FindingRecorded(Event):
    """What came of it; `text` says how it was reached."""

    stored_as: ClassVar[str] = "concern.finding_recorded.v1"

    finding: Finding
    on: date
    text: Sealed[str]
    about_provider: ProviderId | None
    by: Subject

    def effective(self) -> date:
        return self.on


class ActionSet(Event):
    """Something is to be done by a day."""

    stored_as: ClassVar[str] = "concern.action_set.v1"

    action_id: ActionId
    code: Code
    doer: Doer
    due: date
    by: Subject


class ActionDone(Event):
    stored_as: ClassVar[str] = "concern.action_done.v1"

    action_id: ActionId
    on: date
    by: Subject

    def effective(self) -> date:
        return self.on


class ConcernShared(Event):
    """Somebody outside was told so much and no more; the words name nobody."""

    stored_as: ClassVar[str] = "concern.shared.v1"

    party: Party
    provider_id: ProviderId | None
    text: Sealed[str]
    by: Subject


class FollowUpReported(Event):
    """A provider said what it did and found about what it told us, or was told."""

    stored_as: ClassVar[str] = "concern.follow_up_reported.v1"

    provider_id: ProviderId
    text: Sealed[str]
    finding: Finding | None
    by: Subject


class ConcernClosed(Event):
    """Done with, and what was learned: in codes to be counted, and in words."""

    stored_as: ClassVar[str] = "concern.closed.v1"

    learning: tuple[Code, ...]
    text: Sealed[str]
    by: Subject


class ConcernReopened(Event):
    """There is more to it: what was found is asked anew."""

    stored_as: ClassVar[str] = "concern.reopened.v1"

    reason: Code
    by: Subject


ConcernEvent = (
    ConcernRaised
    | ConcernTriaged
    | SafeguardingReferralMade
    | NationalPanelNotified
    | InvestigationBegun
    | FindingRecorded
    | ActionSet
    | ActionDone
    | ConcernShared
    | FollowUpReported
    | ConcernClosed
    | ConcernReopened
)
