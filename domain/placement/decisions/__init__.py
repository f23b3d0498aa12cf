"""The steps a placement may take. Read `decide` as its table of transitions."""

from collections.abc import Sequence

from domain.placement.commands import (
    AbsenceCommand,
    AgreementCommand,
    AgreeOtherEnd,
    AgreeStart,
    AnswerOnNotice,
    ApprovalCommand,
    AskForRiskReview,
    CancelPlacement,
    ChangeStartDate,
    ConfirmMoveOn,
    CorrectStart,
    DraftAgreement,
    EndImmediately,
    EndWordCommand,
    HomeCommand,
    IssueAgreement,
    JoinSearch,
    NoteNoticeRanOut,
    NoticeCommand,
    NotificationCommand,
    PlacementCommand,
    PlanCommand,
    ProposePlacement,
    Recategorise,
    RecordCarersApproval,
    RecordCourtAuthority,
    RecordEnd,
    RecordIntroductoryVisit,
    RecordPackageReviewHeld,
    RecordProviderMeeting,
    RecordProviderNotice,
    RecordRiskReview,
    RecordStart,
    ReplaceNotice,
    ServeNotice,
    ServeOwnHomeNotice,
    SettingChangeCommand,
    SettlingCommand,
    SignAgreement,
    StabilityCommand,
    SupportCommand,
    VariationCommand,
    VisitCommand,
    WithdrawNotice,
    WrongChildCommand,
)
from domain.placement.decisions import (
    absences,
    agreement,
    approvals,
    carers,
    category,
    ending,
    ends_put_right,
    home,
    introductions,
    joining,
    move_on,
    notice,
    notice_changes,
    notifications,
    own_home_notice,
    package_reviews,
    plans,
    proposal,
    risk,
    secure,
    setting_change,
    settling,
    stability,
    start,
    start_date,
    support,
    variations,
    visits,
    wrong_child,
)
from domain.placement.events import PlacementEvent
from domain.placement.state import (
    AwaitingStart,
    Begun,
    Current,
    Ended,
    Known,
    NotProposed,
    NotStarted,
    Placement,
    Proposed,
    ToCome,
    Voided,
)
from domain.shared.errors import WrongState

LivingCommand = VisitCommand | AbsenceCommand | StabilityCommand | SupportCommand | ConfirmMoveOn


def decide(placement: Placement, command: PlacementCommand) -> Sequence[PlacementEvent]:
    """Turn a command into the events it causes, or refuse it."""
    match placement, command:
        case _, _ if isinstance(placement, Voided) or isinstance(command, WrongChildCommand):
            return wrong_child.decide(placement, command)
        case NotProposed(), ProposePlacement():
            return proposal.propose(command)
        case ToCome(), CancelPlacement():
            return proposal.cancel(placement, command)
        case Known(), RecordProviderMeeting() | RecordIntroductoryVisit():
            return introductions.decide(command)
        case Known(), DraftAgreement() | IssueAgreement() | SignAgreement():
            return _decide_agreement(placement, command)
        case ToCome(), AgreeStart() | ChangeStartDate():
            return _decide_coming(placement, command)
        case _, _ if isinstance(command, ApprovalCommand):
            return approvals.decide(placement, command)
        case _, AskForRiskReview() | RecordRiskReview():
            return risk.decide(placement, command)
        case Begun(), _ if isinstance(command, HomeCommand):
            return home.decide(placement, command)
        case ToCome() | Begun(), _ if isinstance(command, PlanCommand | NotificationCommand):
            return _decide_around(placement, command)
        case Begun(), RecordStart():
            raise WrongState.of(placement, command)
        case _, RecordStart():
            return start.record(placement, command)
        case Begun(), _:
            return _decide_begun(placement, command)
        case _:
            raise WrongState.of(placement, command)


def _decide_coming(
    placement: ToCome, command: AgreeStart | ChangeStartDate
) -> Sequence[PlacementEvent]:
    """When the child is to move in, once and then another day."""
    match placement, command:
        case Proposed(), AgreeStart():
            return start.agree(placement, command)
        case AwaitingStart(), ChangeStartDate():
            return start_date.change(placement, command)
        case _:
            raise WrongState.of(placement, command)


def _decide_around(
    placement: ToCome | Begun, command: PlanCommand | NotificationCommand
) -> Sequence[PlacementEvent]:
    """What is planned and told of living there, before the child comes and while it is there."""
    if isinstance(command, PlanCommand):
        return plans.decide(placement, command)
    return notifications.decide(placement, command)


def _decide_agreement(placement: Known, command: AgreementCommand) -> Sequence[PlacementEvent]:
    """Agreements are made before the start or, in an emergency, after it (R-18)."""
    match placement:
        case NotStarted() | Ended():
            raise WrongState.of(placement, command)
        case _:
            return agreement.decide(placement.particulars, command)


def _decide_begun(placement: Begun, command: PlacementCommand) -> Sequence[PlacementEvent]:
    match placement, command:
        case Begun(), CorrectStart():
            return start.correct(placement, command)
        case Begun(), RecordPackageReviewHeld():
            return package_reviews.record(placement, command)
        case Begun(), _ if isinstance(command, LivingCommand):
            return _decide_living(placement, command)
        case Current(), _ if isinstance(command, VariationCommand | Recategorise):
            return _decide_terms(placement, command)
        case Begun(), RecordCourtAuthority():
            return secure.record(placement, command)
        case Begun(), RecordCarersApproval():
            return carers.tell(placement, command)
        case Begun(), JoinSearch():
            return joining.join(placement, command)
        case Begun(), RecordProviderNotice():
            return notice.receive(placement, command)
        case Current(), _ if isinstance(command, NoticeCommand):
            return _decide_notice(placement, command)
        case Current(), _ if isinstance(command, SettingChangeCommand):
            return setting_change.decide(placement, command)
        case _, _ if isinstance(command, EndingCommand):
            return _decide_end(placement, command)
        case _:
            raise WrongState.of(placement, command)


EndingCommand = RecordEnd | EndImmediately | EndWordCommand | SettlingCommand
"""The end, what is put right of it, and what is settled after it."""


def _decide_end(placement: Begun, command: EndingCommand) -> Sequence[PlacementEvent]:
    match placement, command:
        case Current(), RecordEnd():
            return ending.record(placement, command)
        case Current(), EndImmediately():
            return ending.end_immediately(placement, command)
        case Ended(), EndImmediately():
            return ending.own_to(placement, command)
        case Ended(), _ if isinstance(command, EndWordCommand):
            return ends_put_right.decide(placement, command)
        case Ended(), _ if isinstance(command, SettlingCommand):
            return settling.decide(placement, command)
        case _:
            raise WrongState.of(placement, command)


def _decide_living(placement: Begun, command: LivingCommand) -> Sequence[PlacementEvent]:
    """What is told of a child's life there, while it lives there and when it is over."""
    if isinstance(command, VisitCommand):
        return visits.decide(placement, command)
    if isinstance(command, AbsenceCommand):
        return absences.decide(placement, command)
    if isinstance(command, ConfirmMoveOn):
        return move_on.confirm(placement, command)
    if isinstance(command, SupportCommand):
        return support.decide(placement, command)
    return stability.decide(placement, command)


def _decide_terms(
    placement: Current, command: VariationCommand | Recategorise
) -> Sequence[PlacementEvent]:
    """What the placement is bought on: in which lot, and on which terms."""
    if isinstance(command, Recategorise):
        return category.recategorise(placement, command)
    return variations.decide(placement, command)


def _decide_notice(placement: Current, command: NoticeCommand) -> Sequence[PlacementEvent]:
    match command:
        case ServeNotice():
            return notice.serve(placement, command)
        case ServeOwnHomeNotice():
            return own_home_notice.serve(placement, command)
        case ReplaceNotice():
            return notice.replace(placement, command)
        case AgreeOtherEnd():
            return notice_changes.agree(placement, command)
        case AnswerOnNotice():
            return notice_changes.answer(placement, command)
        case WithdrawNotice():
            return notice_changes.withdraw(placement, command)
        case NoteNoticeRanOut():
            return notice_changes.note_ran_out(placement, command)
        case RecordProviderNotice():
            return notice.receive(placement, command)
