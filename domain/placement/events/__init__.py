"""What can happen to a placement, topic by topic."""

from domain.placement.events.absences import (
    AbsenceEvent,
    TemporaryAbsenceEnded,
    TemporaryAbsenceStarted,
)
from domain.placement.events.agreement import (
    AgreementDrafted,
    AgreementEvent,
    AgreementInForce,
    AgreementIssued,
    AgreementSigned,
)
from domain.placement.events.approvals import (
    ApprovalEvent,
    ApprovalGranted,
    ApprovalRefused,
    ApprovalRequested,
    ApprovalRequestWithdrawn,
    MattersConsidered,
)
from domain.placement.events.carers import CarersApproved
from domain.placement.events.category import Recategorised
from domain.placement.events.ending import ImmediateTermination, PlacementEnded
from domain.placement.events.ends_put_right import EndCorrected, EndWord, PlacementEndVoided
from domain.placement.events.home import (
    HomeChangedHands,
    HomeEvent,
    HomeRegistrationLapsed,
    MovePlanAsked,
    MovePlanMade,
)
from domain.placement.events.joining import JoinedToSearch
from domain.placement.events.move_on import MoveOnConfirmed
from domain.placement.events.notice import (
    NoticeReplaced,
    NoticeServed,
    OwnHomeNoticeServed,
    ProviderNoticeReceived,
)
from domain.placement.events.notice_answers import ProviderAnsweredOnNotice
from domain.placement.events.notice_changes import (
    NoticeChange,
    NoticeExpiredChildStillPlaced,
    NoticeExtendedByAgreement,
    NoticeShortenedByAgreement,
    NoticeWithdrawn,
)
from domain.placement.events.notifications import (
    AreaAuthorityNotified,
    NotificationEvent,
    NotificationSent,
    RecipientExcluded,
    TerminationNotified,
)
from domain.placement.events.package_reviews import PackageReviewHeld
from domain.placement.events.plans import (
    PlacementPlanPrepared,
    PlacementPlanSigned,
    PlanEvent,
)
from domain.placement.events.proposal import (
    IntroductoryVisitHeld,
    PlacementNotStarted,
    PlacementProposed,
    ProviderMeetingHeld,
)
from domain.placement.events.provider_word import ProviderWordKept
from domain.placement.events.risk import RiskEvent, RiskReviewAsked, RiskReviewHeld
from domain.placement.events.secure import CourtAuthorityRecorded
from domain.placement.events.setting_change import (
    SettingChangeApproved,
    SettingChanged,
    SettingChangeEvent,
)
from domain.placement.events.settling import FinalAccountAgreed, PayUntilSet, SettlingEvent
from domain.placement.events.stability import (
    DisruptionMeetingHeld,
    SignificantChangeReported,
    StabilityEvent,
    StabilityMeetingHeld,
)
from domain.placement.events.start import PlacementStarted, StartAgreed, StartCorrected
from domain.placement.events.start_date import StartDateChanged
from domain.placement.events.support import SupportAnswered, SupportEvent, SupportGiven
from domain.placement.events.variations import (
    AgreementVaried,
    VariationAgreed,
    VariationAuthorised,
    VariationCosted,
    VariationEvent,
    VariationRefused,
    VariationRequested,
    VariationWithdrawn,
)
from domain.placement.events.visits import (
    ChildVisited,
    LengthIntended,
    VisitAttempted,
    VisitCorrected,
    VisitEvent,
)
from domain.placement.events.wrong_child import (
    PlacementStartVoided,
    RecordedAnew,
    WrongChildEvent,
)

PlacementEvent = (
    PlacementProposed
    | ApprovalEvent
    | CarersApproved
    | AgreementEvent
    | SettlingEvent
    | VariationEvent
    | ProviderMeetingHeld
    | IntroductoryVisitHeld
    | StartAgreed
    | StartDateChanged
    | SettingChangeEvent
    | PlacementStarted
    | StartCorrected
    | PackageReviewHeld
    | VisitEvent
    | AbsenceEvent
    | ProviderWordKept
    | MoveOnConfirmed
    | StabilityEvent
    | SupportEvent
    | CourtAuthorityRecorded
    | PlanEvent
    | NotificationEvent
    | Recategorised
    | JoinedToSearch
    | RiskEvent
    | HomeEvent
    | NoticeServed
    | OwnHomeNoticeServed
    | NoticeReplaced
    | ProviderNoticeReceived
    | NoticeChange
    | ProviderAnsweredOnNotice
    | ImmediateTermination
    | PlacementEnded
    | EndWord
    | WrongChildEvent
    | PlacementNotStarted
)

__all__ = [
    "AbsenceEvent",
    "AgreementDrafted",
    "AgreementEvent",
    "AgreementInForce",
    "AgreementIssued",
    "AgreementSigned",
    "AgreementVaried",
    "ApprovalEvent",
    "ApprovalGranted",
    "ApprovalRefused",
    "ApprovalRequestWithdrawn",
    "ApprovalRequested",
    "AreaAuthorityNotified",
    "CarersApproved",
    "ChildVisited",
    "CourtAuthorityRecorded",
    "DisruptionMeetingHeld",
    "EndCorrected",
    "EndWord",
    "FinalAccountAgreed",
    "HomeChangedHands",
    "HomeEvent",
    "HomeRegistrationLapsed",
    "ImmediateTermination",
    "IntroductoryVisitHeld",
    "JoinedToSearch",
    "LengthIntended",
    "MattersConsidered",
    "MoveOnConfirmed",
    "MovePlanAsked",
    "MovePlanMade",
    "NoticeChange",
    "NoticeExpiredChildStillPlaced",
    "NoticeExtendedByAgreement",
    "NoticeReplaced",
    "NoticeServed",
    "NoticeShortenedByAgreement",
    "NoticeWithdrawn",
    "NotificationEvent",
    "NotificationSent",
    "OwnHomeNoticeServed",
    "PackageReviewHeld",
    "PayUntilSet",
    "PlacementEndVoided",
    "PlacementEnded",
    "PlacementEvent",
    "PlacementNotStarted",
    "PlacementPlanPrepared",
    "PlacementPlanSigned",
    "PlacementProposed",
    "PlacementStartVoided",
    "PlacementStarted",
    "PlanEvent",
    "ProviderAnsweredOnNotice",
    "ProviderMeetingHeld",
    "ProviderNoticeReceived",
    "ProviderWordKept",
    "Recategorised",
    "RecipientExcluded",
    "RecordedAnew",
    "RiskEvent",
    "RiskReviewAsked",
    "RiskReviewHeld",
    "SettingChangeApproved",
    "SettingChangeEvent",
    "SettingChanged",
    "SettlingEvent",
    "SignificantChangeReported",
    "StabilityEvent",
    "StabilityMeetingHeld",
    "StartAgreed",
    "StartCorrected",
    "StartDateChanged",
    "SupportAnswered",
    "SupportEvent",
    "SupportGiven",
    "TemporaryAbsenceEnded",
    "TemporaryAbsenceStarted",
    "TerminationNotified",
    "VariationAgreed",
    "VariationAuthorised",
    "VariationCosted",
    "VariationEvent",
    "VariationRefused",
    "VariationRequested",
    "VariationWithdrawn",
    "VisitAttempted",
    "VisitCorrected",
    "VisitEvent",
    "WrongChildEvent",
]
