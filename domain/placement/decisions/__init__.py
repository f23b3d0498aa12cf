"""The steps a placement may take. Read `TOPICS` as its table of transitions, topic by topic."""

from collections.abc import Callable, Sequence
from typing import Any

from domain.placement.commands import (
    AbsenceCommand,
    AgreementCommand,
    AgreeStart,
    ApprovalCommand,
    ChangeStartDate,
    ConfirmMoveOn,
    CorrectStart,
    EndingCommand,
    EndWordCommand,
    HomeCommand,
    IntroductionCommand,
    JoinSearch,
    KeepProviderWord,
    NoticeChangeCommand,
    NoticeGivenCommand,
    NotificationCommand,
    PlacementCommand,
    PlanCommand,
    ProposalCommand,
    Recategorise,
    RecordCarersApproval,
    RecordCourtAuthority,
    RecordPackageReviewHeld,
    RecordStart,
    RiskCommand,
    ServeOwnHomeNotice,
    SettingChangeCommand,
    SettlingCommand,
    StabilityCommand,
    SupportCommand,
    VariationCommand,
    VisitCommand,
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
    provider_word,
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

TOPICS: Sequence[tuple[Any, Any, Callable[[Any, Any], Sequence[PlacementEvent]]]] = (
    (ProposalCommand, NotProposed | ToCome, proposal.decide),
    (IntroductionCommand, Known, introductions.decide),
    # Agreements are made before the start or, in an emergency, after it.
    (AgreementCommand, ToCome | Current, agreement.decide),
    (ApprovalCommand, Placement, approvals.decide),
    (RiskCommand, Placement, risk.decide),
    (AgreeStart, Proposed, start.agree),
    (ChangeStartDate, AwaitingStart, start_date.change),
    (RecordStart, NotProposed | ToCome | NotStarted, start.record),
    (CorrectStart, Begun, start.correct),
    (PlanCommand, ToCome | Begun, plans.decide),
    (NotificationCommand, ToCome | Begun, notifications.decide),
    (VisitCommand, Begun, visits.decide),
    (AbsenceCommand, Begun, absences.decide),
    (KeepProviderWord, Begun, provider_word.keep),
    (StabilityCommand, Begun, stability.decide),
    (SupportCommand, Begun, support.decide),
    (ConfirmMoveOn, Begun, move_on.confirm),
    (RecordPackageReviewHeld, Begun, package_reviews.record),
    (RecordCourtAuthority, Begun, secure.record),
    (RecordCarersApproval, Begun, carers.tell),
    (HomeCommand, Begun, home.decide),
    (JoinSearch, Begun, joining.join),
    (VariationCommand, Current, variations.decide),
    (Recategorise, Current, category.recategorise),
    (SettingChangeCommand, Current, setting_change.decide),
    (NoticeGivenCommand, Begun, notice.decide),
    (ServeOwnHomeNotice, Current, own_home_notice.serve),
    (NoticeChangeCommand, Current, notice_changes.decide),
    (EndingCommand, Begun, ending.decide),
    (EndWordCommand, Ended, ends_put_right.decide),
    (SettlingCommand, Ended, settling.decide),
    (WrongChildCommand, Placement, wrong_child.decide),
)
"""Which commands are answered, of a placement that stands how, and by which topic.

Every command is in one row: a test says so. A topic may refuse more of what stands so.
"""


def decide(placement: Placement, command: PlacementCommand) -> Sequence[PlacementEvent]:
    """Turn a command into the events it causes, or refuse it."""
    if isinstance(placement, Voided):
        return wrong_child.decide(placement, command)
    states, topic = next(row[1:] for row in TOPICS if isinstance(command, row[0]))
    if not isinstance(placement, states):
        raise WrongState.of(placement, command)
    return topic(placement, command)


__all__ = ["decide"]
