"""What can be asked of a referral, by topic."""

from domain.referral.commands.answers import (
    AmendOffer,
    AnswerCommand,
    CloseResponses,
    DeclineReferral,
    OpenPack,
    RecordSilence,
    SubmitOffer,
)
from domain.referral.commands.choice import (
    ChoiceCommand,
    DeselectPreferred,
    DirectAward,
    RecordNoViableOffer,
    SelectPreferredOffer,
)
from domain.referral.commands.closing import CloseUnfilled, ClosingCommand, ExpireDraft
from domain.referral.commands.copies import CopyCommand, ReleaseCopy, WithdrawCopy
from domain.referral.commands.disclosure import (
    AcceptConfidentiality,
    DisclosureCommand,
    NameInMinimumPack,
    ReleaseFullPack,
    ReleaseMatchingPack,
)
from domain.referral.commands.emergency import (
    AmendEmergency,
    EmergencyCommand,
    PublishEmergency,
    SupplyInformation,
)
from domain.referral.commands.ending import EndingCommand, FulfilReferral, WithdrawReferral
from domain.referral.commands.evaluation import EvaluationCommand
from domain.referral.commands.funding import (
    AgreeShare,
    AuthoriseFunding,
    DeclineFunding,
    DisputeShare,
    FundingCommand,
    MeetCondition,
    NoteVerbalAuthority,
    RequestFunding,
    UnderwriteShare,
    WithdrawShare,
)
from domain.referral.commands.housed import (
    HousedCommand,
    JoinPlacement,
    NoticeHomeless,
    NoticeHoused,
)
from domain.referral.commands.in_house import (
    ApproveInHouseBypass,
    InHouseCommand,
    RecordInHouseMatch,
    ReleaseInHouseMatch,
)
from domain.referral.commands.market import (
    AcknowledgeDeletion,
    AmendPublishedReferral,
    AnswerAboutInvitation,
    AskAboutInvitation,
    ExtendDeadline,
    MarketCommand,
    RecordTelephoneContact,
    WidenSearch,
    WithdrawPack,
)
from domain.referral.commands.offers import (
    AdmitLateOffers,
    AgreeCategoryDifference,
    LapseOffers,
    OffersCommand,
    ProposeCategoryDifference,
    RequestAmendment,
    WithdrawOffer,
)
from domain.referral.commands.pausing import PauseReferral, PausingCommand, ResumeReferral
from domain.referral.commands.request import (
    AcceptReferral,
    DraftReferral,
    RequestCommand,
    SubmitReferral,
    UpdateSections,
)
from domain.referral.commands.resharing import (
    AuthoriseSplit,
    CorrectWithdrawal,
    DeclineSplit,
    RequestSplit,
)
from domain.referral.commands.search import (
    ApproveExternalSearch,
    PublishReferral,
    RecordInHouseExhausted,
    SearchCommand,
    StartInHouseSearch,
)
from domain.referral.commands.siblings import ApproveSiblingSplit, RecordSiblingLeft
from domain.referral.commands.spoken import ConfirmSpoken, DenySpoken, SpokenCommand
from domain.referral.commands.standing_down import StandProviderDown
from domain.referral.commands.taking_back import (
    TakeBackAnswer,
    TakeBackInformation,
    TakingBackCommand,
)
from domain.referral.commands.triage import (
    AmendRequest,
    AnswerQuestion,
    AskReferrer,
    ReturnReferral,
    TriageCommand,
)

ReferralCommand = (
    RequestCommand
    | TriageCommand
    | InHouseCommand
    | SearchCommand
    | AnswerCommand
    | OffersCommand
    | MarketCommand
    | EvaluationCommand
    | EmergencyCommand
    | DisclosureCommand
    | TakingBackCommand
    | ChoiceCommand
    | FundingCommand
    | SpokenCommand
    | StandProviderDown
    | EndingCommand
    | HousedCommand
    | CopyCommand
    | ClosingCommand
    | PausingCommand
)

__all__ = [
    "AcceptConfidentiality",
    "AcceptReferral",
    "AcknowledgeDeletion",
    "AdmitLateOffers",
    "AgreeCategoryDifference",
    "AgreeShare",
    "AmendEmergency",
    "AmendOffer",
    "AmendPublishedReferral",
    "AmendRequest",
    "AnswerAboutInvitation",
    "AnswerCommand",
    "AnswerQuestion",
    "ApproveExternalSearch",
    "ApproveInHouseBypass",
    "ApproveSiblingSplit",
    "AskAboutInvitation",
    "AskReferrer",
    "AuthoriseFunding",
    "AuthoriseSplit",
    "ChoiceCommand",
    "CloseResponses",
    "CloseUnfilled",
    "ClosingCommand",
    "ConfirmSpoken",
    "CopyCommand",
    "CorrectWithdrawal",
    "DeclineFunding",
    "DeclineReferral",
    "DeclineSplit",
    "DenySpoken",
    "DeselectPreferred",
    "DirectAward",
    "DisclosureCommand",
    "DisputeShare",
    "DraftReferral",
    "EmergencyCommand",
    "EndingCommand",
    "EvaluationCommand",
    "ExpireDraft",
    "ExtendDeadline",
    "FulfilReferral",
    "FundingCommand",
    "HousedCommand",
    "InHouseCommand",
    "JoinPlacement",
    "LapseOffers",
    "MarketCommand",
    "MeetCondition",
    "NameInMinimumPack",
    "NoteVerbalAuthority",
    "NoticeHomeless",
    "NoticeHoused",
    "OffersCommand",
    "OpenPack",
    "PauseReferral",
    "PausingCommand",
    "ProposeCategoryDifference",
    "PublishEmergency",
    "PublishReferral",
    "RecordInHouseExhausted",
    "RecordInHouseMatch",
    "RecordNoViableOffer",
    "RecordSiblingLeft",
    "RecordSilence",
    "RecordTelephoneContact",
    "ReferralCommand",
    "ReleaseCopy",
    "ReleaseFullPack",
    "ReleaseInHouseMatch",
    "ReleaseMatchingPack",
    "RequestAmendment",
    "RequestCommand",
    "RequestFunding",
    "RequestSplit",
    "ResumeReferral",
    "ReturnReferral",
    "SearchCommand",
    "SelectPreferredOffer",
    "SpokenCommand",
    "StandProviderDown",
    "StartInHouseSearch",
    "SubmitOffer",
    "SubmitReferral",
    "SupplyInformation",
    "TakeBackAnswer",
    "TakeBackInformation",
    "TakingBackCommand",
    "TriageCommand",
    "UnderwriteShare",
    "UpdateSections",
    "WidenSearch",
    "WithdrawCopy",
    "WithdrawOffer",
    "WithdrawPack",
    "WithdrawReferral",
    "WithdrawShare",
]
