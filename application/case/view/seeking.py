"""Where a home is looked for, and who pays. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from application.case.record import ChildRecord
from application.case.word import Word, word_on
from application.referral.funding_shown import Standing
from application.referral.funding_view import view
from application.shared.ports import History
from domain.referral.chronology import StageName, stages
from domain.referral.codes import Scope
from domain.referral.events import ReferralEvent
from domain.referral.events.request import ReferralDrafted
from domain.shared.moments import When
from domain.shared.money import Funder, ShareStatus
from domain.shared.terms import Tier
from domain.shared.vocabulary import (
    Pence,
    ReferralId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPayer:
    """What one funder pays a week on the day; `underwrites` is in whose place the council does."""

    funder: Funder
    weekly_pence: Pence
    status: ShareStatus
    underwrites: Funder | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMoney:
    """The price of the offer that was chosen, and who pays it on the day."""

    standing: Standing
    weekly_pence: Pence
    paid_by: tuple[ShownPayer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReferral:
    referral_id: ReferralId
    stage: StageName
    since: When
    scope: Scope
    tier: Tier
    emergency: bool
    needed_from: date
    money: ShownMoney | None
    word: Word


def referrals_on(record: ChildRecord) -> Iterator[ShownReferral]:
    """Every referral begun by the day, those that are over too."""
    for history in record.of_kind("referral"):
        held = [stage for stage in stages(history.events) if stage.covers(record.day)]
        drafted = next(fact for fact in history.facts if isinstance(fact, ReferralDrafted))
        if held:
            yield ShownReferral(
                referral_id=drafted.referral_id,
                stage=held[-1].stage,
                since=held[-1].since,
                scope=drafted.scope,
                tier=drafted.tier,
                emergency=drafted.emergency,
                needed_from=drafted.needed_from,
                money=_money(drafted.referral_id, history, record.day),
                word=word_on(history.events, held[-1].source),
            )


def _money(
    referral_id: ReferralId, history: History[ReferralEvent], day: date
) -> ShownMoney | None:
    """What was last asked for, as it is paid on the day; none before anything was."""
    found = view(referral_id, history, day, history.events[-1].position)
    if found is None or found.plan is None or found.plan.weekly_pence is None:
        return None
    paying = [share for share in found.plan.shares if share.pays]
    return ShownMoney(
        standing=found.standing,
        weekly_pence=found.plan.weekly_pence,
        paid_by=tuple(
            ShownPayer(
                funder=share.funder,
                weekly_pence=share.weekly_pence,
                status=share.status,
                underwrites=share.underwrites,
            )
            for share in paying
        ),
    )
