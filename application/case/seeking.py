"""The searches for a home that a child has, and the stage that each had reached on a day."""

from collections.abc import Iterator

from application.case.record import ChildRecord
from application.case.shown import ShownReferral
from application.case.word import word_on
from domain.referral.chronology import stages
from domain.referral.events import ReferralDrafted


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
                word=word_on(history.events, held[-1].source),
            )
