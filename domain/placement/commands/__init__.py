"""What can be asked of a placement, topic by topic."""

from domain.placement.commands.absences import (
    AbsenceCommand,
    RecordBack,
    RecordTemporaryAbsence,
)
from domain.placement.commands.agreement import (
    AgreementCommand,
    DraftAgreement,
    IssueAgreement,
    SignAgreement,
)
from domain.placement.commands.approvals import (
    ApprovalCommand,
    GrantApproval,
    RecordMatters,
    RefuseApproval,
    RequestApproval,
    WithdrawApprovalRequest,
)
from domain.placement.commands.carers import RecordCarersApproval
from domain.placement.commands.category import Recategorise
from domain.placement.commands.ending import EndImmediately, EndingCommand, RecordEnd
from domain.placement.commands.ends_put_right import CorrectEnd, EndWordCommand, VoidEnd
from domain.placement.commands.home import AskForMovePlan, HomeCommand
from domain.placement.commands.joining import JoinSearch
from domain.placement.commands.move_on import ConfirmMoveOn
from domain.placement.commands.notice import (
    AgreeOtherEnd,
    AnswerOnNotice,
    NoteNoticeRanOut,
    NoticeChangeCommand,
    NoticeCommand,
    NoticeGivenCommand,
    RecordProviderNotice,
    ReplaceNotice,
    ServeNotice,
    ServeOwnHomeNotice,
    WithdrawNotice,
)
from domain.placement.commands.notifications import (
    ExcludeRecipient,
    NotificationCommand,
    RecordAreaNotification,
    RecordNotification,
    RecordNotificationOfEnd,
)
from domain.placement.commands.package_reviews import RecordPackageReviewHeld
from domain.placement.commands.plans import PlanCommand, RecordPlacementPlan, RecordPlanSigned
from domain.placement.commands.proposal import (
    CancelPlacement,
    IntroductionCommand,
    ProposalCommand,
    ProposePlacement,
    RecordIntroductoryVisit,
    RecordProviderMeeting,
)
from domain.placement.commands.provider_word import KeepProviderWord
from domain.placement.commands.risk import AskForRiskReview, RecordRiskReview, RiskCommand
from domain.placement.commands.secure import RecordCourtAuthority
from domain.placement.commands.setting_change import (
    ApproveSettingChange,
    RecordSettingChange,
    SettingChangeCommand,
)
from domain.placement.commands.settling import AgreeFinalAccount, SetPayUntil, SettlingCommand
from domain.placement.commands.stability import (
    RecordDisruptionMeeting,
    RecordStabilityMeeting,
    ReportSignificantChange,
    StabilityCommand,
)
from domain.placement.commands.start import AgreeStart, CorrectStart, RecordStart
from domain.placement.commands.start_date import ChangeStartDate
from domain.placement.commands.support import AnswerSupport, RecordSupportGiven, SupportCommand
from domain.placement.commands.variations import (
    AgreeVariation,
    AuthoriseVariation,
    CostVariation,
    RefuseVariation,
    RequestVariation,
    VariationCommand,
    WithdrawVariation,
)
from domain.placement.commands.visits import (
    CorrectVisit,
    IntendLength,
    RecordVisit,
    VisitCommand,
)
from domain.placement.commands.wrong_child import NameRightStart, VoidStart, WrongChildCommand

PlacementCommand = (
    ProposalCommand
    | ApprovalCommand
    | RecordCarersApproval
    | AgreementCommand
    | VariationCommand
    | SettlingCommand
    | IntroductionCommand
    | AgreeStart
    | ChangeStartDate
    | SettingChangeCommand
    | RecordStart
    | CorrectStart
    | RecordPackageReviewHeld
    | VisitCommand
    | AbsenceCommand
    | KeepProviderWord
    | ConfirmMoveOn
    | StabilityCommand
    | SupportCommand
    | RecordCourtAuthority
    | PlanCommand
    | NotificationCommand
    | Recategorise
    | JoinSearch
    | RiskCommand
    | HomeCommand
    | NoticeCommand
    | EndingCommand
    | EndWordCommand
    | WrongChildCommand
)

__all__ = [
    "AbsenceCommand",
    "AgreeFinalAccount",
    "AgreeOtherEnd",
    "AgreeStart",
    "AgreeVariation",
    "AgreementCommand",
    "AnswerOnNotice",
    "AnswerSupport",
    "ApprovalCommand",
    "ApproveSettingChange",
    "AskForMovePlan",
    "AskForRiskReview",
    "AuthoriseVariation",
    "CancelPlacement",
    "ChangeStartDate",
    "ConfirmMoveOn",
    "CorrectEnd",
    "CorrectStart",
    "CorrectVisit",
    "CostVariation",
    "DraftAgreement",
    "EndImmediately",
    "EndWordCommand",
    "EndingCommand",
    "ExcludeRecipient",
    "GrantApproval",
    "HomeCommand",
    "IntendLength",
    "IntroductionCommand",
    "IssueAgreement",
    "JoinSearch",
    "KeepProviderWord",
    "NameRightStart",
    "NoteNoticeRanOut",
    "NoticeChangeCommand",
    "NoticeCommand",
    "NoticeGivenCommand",
    "NotificationCommand",
    "PlacementCommand",
    "PlanCommand",
    "ProposalCommand",
    "ProposePlacement",
    "Recategorise",
    "RecordAreaNotification",
    "RecordBack",
    "RecordCarersApproval",
    "RecordCourtAuthority",
    "RecordDisruptionMeeting",
    "RecordEnd",
    "RecordIntroductoryVisit",
    "RecordMatters",
    "RecordNotification",
    "RecordNotificationOfEnd",
    "RecordPackageReviewHeld",
    "RecordPlacementPlan",
    "RecordPlanSigned",
    "RecordProviderMeeting",
    "RecordProviderNotice",
    "RecordRiskReview",
    "RecordSettingChange",
    "RecordStabilityMeeting",
    "RecordStart",
    "RecordSupportGiven",
    "RecordTemporaryAbsence",
    "RecordVisit",
    "RefuseApproval",
    "RefuseVariation",
    "ReplaceNotice",
    "ReportSignificantChange",
    "RequestApproval",
    "RequestVariation",
    "RiskCommand",
    "ServeNotice",
    "ServeOwnHomeNotice",
    "SetPayUntil",
    "SettingChangeCommand",
    "SettlingCommand",
    "SignAgreement",
    "StabilityCommand",
    "SupportCommand",
    "VariationCommand",
    "VisitCommand",
    "VoidEnd",
    "VoidStart",
    "WithdrawApprovalRequest",
    "WithdrawNotice",
    "WithdrawVariation",
    "WrongChildCommand",
]
