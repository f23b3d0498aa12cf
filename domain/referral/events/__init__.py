"""What can happen to a referral, by topic."""

from domain.referral.events.answers import (
    AnswerEvent,
    LateOfferReceived,
    NoResponseRecorded,
    OfferAmended,
    OfferDeclined,
    OfferSubmitted,
    PackViewed,
    ResponsesClosed,
)
from domain.referral.events.award import (
    AwardEvent,
    DecisionPacketFrozen,
    DirectAwardMade,
    NoViableOffer,
)
from domain.referral.events.choice import (
    ChoiceEvent,
    OfferNotSelected,
    PreferredOfferDeselected,
    PreferredOfferSelected,
)
from domain.referral.events.closing import ClosingEvent, DraftExpired, ReferralClosedUnfilled
from domain.referral.events.copies import CopyEvent, CopyReleased, CopyWithdrawn
from domain.referral.events.disclosure import ConfidentialityAccepted, DisclosureEvent
from domain.referral.events.emergency import (
    EmergencyEvent,
    FullInformationSupplied,
    InformationSupplied,
    PackReleased,
)
from domain.referral.events.ending import (
    EndingEvent,
    OfferLapsed,
    ReferralFulfilled,
    ReferralWithdrawn,
)
from domain.referral.events.evaluation import (
    CriteriaRecorded,
    EvaluationEvent,
    ImpactRiskAssessed,
    OfferModerated,
    OfferScored,
    OfferShortlisted,
    RelationshipDeclared,
    SuitabilityJudged,
)
from domain.referral.events.funding import (
    FundingAuthorised,
    FundingConditionMet,
    FundingDeclined,
    FundingEvent,
    FundingRequested,
    ShareAgreed,
    ShareDisputed,
    ShareUnderwritten,
    ShareWithdrawn,
    VerbalAuthorityNoted,
)
from domain.referral.events.housed import (
    ChildHomeless,
    ChildHoused,
    HousedEvent,
    PlacementJoined,
)
from domain.referral.events.in_house import (
    InHouseBypassApproved,
    InHouseEvent,
    InHouseMatchFound,
    InHouseMatchReleased,
)
from domain.referral.events.market import (
    InvitationQuestionAnswered,
    InvitationQuestionAsked,
    MarketEvent,
    PackDeletionAcknowledged,
    PackWithdrawn,
    ReferralAmended,
    ResponseDeadlineExtended,
    SearchWidened,
    TelephoneContactRecorded,
)
from domain.referral.events.offers import (
    CategoryDifferenceAgreed,
    CategoryDifferenceProposed,
    LateOfferAdmitted,
    OfferAmendmentRequested,
    OfferEvent,
    OfferWithdrawn,
)
from domain.referral.events.pausing import PausingEvent, ReferralPaused, ReferralResumed
from domain.referral.events.request import (
    ReferralAccepted,
    ReferralDrafted,
    ReferralSubmitted,
    RequestEvent,
    SectionsWritten,
)
from domain.referral.events.resharing import (
    SplitAuthorised,
    SplitDeclined,
    SplitRequested,
    WithdrawalCorrected,
)
from domain.referral.events.search import (
    ExternalSearchApproved,
    InHouseSearchExhausted,
    InHouseSearchStarted,
    ProviderInvited,
    ReferralPublished,
    SearchEvent,
)
from domain.referral.events.siblings import (
    SearchNarrowed,
    SiblingEvent,
    SiblingLeft,
    SiblingMovedIn,
    SiblingSplitApproved,
)
from domain.referral.events.spoken import (
    SpokenApprovalConfirmed,
    SpokenApprovalDenied,
    SpokenEvent,
)
from domain.referral.events.standing_down import InvitationWithdrawn
from domain.referral.events.taking_back import (
    AnswerTakenBack,
    InformationTakenBack,
    TakingBackEvent,
)
from domain.referral.events.triage import (
    QuestionAnswered,
    QuestionAsked,
    ReferralReturned,
    RequestAmended,
    SectionAmended,
    TriageEvent,
)

ReferralEvent = (
    RequestEvent
    | TriageEvent
    | InHouseEvent
    | SearchEvent
    | AnswerEvent
    | OfferEvent
    | MarketEvent
    | EvaluationEvent
    | EmergencyEvent
    | DisclosureEvent
    | TakingBackEvent
    | AwardEvent
    | ChoiceEvent
    | FundingEvent
    | SiblingEvent
    | SpokenEvent
    | EndingEvent
    | HousedEvent
    | CopyEvent
    | ClosingEvent
    | PausingEvent
)

__all__ = [
    "AnswerEvent",
    "AnswerTakenBack",
    "AwardEvent",
    "CategoryDifferenceAgreed",
    "CategoryDifferenceProposed",
    "ChildHomeless",
    "ChildHoused",
    "ChoiceEvent",
    "ClosingEvent",
    "ConfidentialityAccepted",
    "CopyEvent",
    "CopyReleased",
    "CopyWithdrawn",
    "CriteriaRecorded",
    "DecisionPacketFrozen",
    "DirectAwardMade",
    "DisclosureEvent",
    "DraftExpired",
    "EmergencyEvent",
    "EndingEvent",
    "EvaluationEvent",
    "ExternalSearchApproved",
    "FullInformationSupplied",
    "FundingAuthorised",
    "FundingConditionMet",
    "FundingDeclined",
    "FundingEvent",
    "FundingRequested",
    "HousedEvent",
    "ImpactRiskAssessed",
    "InHouseBypassApproved",
    "InHouseEvent",
    "InHouseMatchFound",
    "InHouseMatchReleased",
    "InHouseSearchExhausted",
    "InHouseSearchStarted",
    "InformationSupplied",
    "InformationTakenBack",
    "InvitationQuestionAnswered",
    "InvitationQuestionAsked",
    "InvitationWithdrawn",
    "LateOfferAdmitted",
    "LateOfferReceived",
    "MarketEvent",
    "NoResponseRecorded",
    "NoViableOffer",
    "OfferAmended",
    "OfferAmendmentRequested",
    "OfferDeclined",
    "OfferEvent",
    "OfferLapsed",
    "OfferModerated",
    "OfferNotSelected",
    "OfferScored",
    "OfferShortlisted",
    "OfferSubmitted",
    "OfferWithdrawn",
    "PackDeletionAcknowledged",
    "PackReleased",
    "PackViewed",
    "PackWithdrawn",
    "PausingEvent",
    "PlacementJoined",
    "PreferredOfferDeselected",
    "PreferredOfferSelected",
    "ProviderInvited",
    "QuestionAnswered",
    "QuestionAsked",
    "ReferralAccepted",
    "ReferralAmended",
    "ReferralClosedUnfilled",
    "ReferralDrafted",
    "ReferralEvent",
    "ReferralFulfilled",
    "ReferralPaused",
    "ReferralPublished",
    "ReferralResumed",
    "ReferralReturned",
    "ReferralSubmitted",
    "ReferralWithdrawn",
    "RelationshipDeclared",
    "RequestAmended",
    "RequestEvent",
    "ResponseDeadlineExtended",
    "ResponsesClosed",
    "SearchEvent",
    "SearchNarrowed",
    "SearchWidened",
    "SectionAmended",
    "SectionsWritten",
    "ShareAgreed",
    "ShareDisputed",
    "ShareUnderwritten",
    "ShareWithdrawn",
    "SiblingEvent",
    "SiblingLeft",
    "SiblingMovedIn",
    "SiblingSplitApproved",
    "SplitAuthorised",
    "SplitDeclined",
    "SplitRequested",
    "SpokenApprovalConfirmed",
    "SpokenApprovalDenied",
    "SpokenEvent",
    "SuitabilityJudged",
    "TakingBackEvent",
    "TelephoneContactRecorded",
    "TriageEvent",
    "VerbalAuthorityNoted",
    "WithdrawalCorrected",
]
