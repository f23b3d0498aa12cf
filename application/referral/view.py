"""One referral on one day: its chronology and its own words, asked together. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.referral.invitation import own_invitation
from application.referral.separation import separation
from application.referral.shown import ReferralView, ShownPause
from application.referral.told import Told, last
from application.referral.view_of_answers import (
    choice,
    end,
    funding,
    housed_otherwise,
    invitations,
    offers,
    own_invitations,
)
from application.referral.view_of_in_house import in_house, in_house_bypass, in_house_match
from application.referral.view_of_market import (
    invitation_questions,
    pack_versions,
    publication,
)
from application.referral.view_of_messages import with_messages
from application.referral.view_of_request import acceptance, approval, submission
from application.referral.view_of_siblings import children
from application.referral.view_of_spoken import spoken_approvals
from application.referral.view_of_triage import amendments, questions, request, returns
from application.referral.why_not import WhyNot, why_not
from application.shared.asking import AsOf, LogTimes
from application.shared.office import stream_of
from application.shared.ports import History, Reads, Receipt
from application.telling.streams import telling_stream
from domain.referral.chronology import pauses, stages
from domain.referral.events import (
    ReferralDrafted,
    ReferralEvent,
)
from domain.shared.envelope import StreamId
from domain.shared.errors import NotFound
from domain.shared.moments import london_day
from domain.shared.vocabulary import ProviderId
from domain.telling.chronology import ToldOf, messages


@dataclass(frozen=True)
class ReferralViews:
    """Composed from the stream itself, cut at the position that is asked for."""

    streams: Reads
    log_times: LogTimes

    def view(self, referral_id: UUID, of: AsOf) -> ReferralView:
        """A referral as it stood; `NotFound` before there was one."""
        position = self.log_times.newest() if of.position is None else of.position
        # As now, nothing is cut: whoever has just acted reads what they did.
        history = self.streams.read(stream_of("referral", referral_id), of.position)
        told = self.streams.read(telling_stream(history.stream), of.position)
        return view(referral_id, history, of.day, position, messages(told.events))

    def why_not(self, referral_id: UUID, of: AsOf) -> WhyNot:
        """Why it has led to no home: who was asked, what they were shown, and why not."""
        return why_not(self.view(referral_id, of), self.told(referral_id, of))

    def told(self, referral_id: UUID, of: AsOf) -> Told:
        """What had happened by the end of a day, going by the log at a position."""
        history = self.streams.read(stream_of("referral", referral_id), of.position)
        return [each for each in history.events if london_day(each.effective_at) <= of.day]

    def version_of_invitation(self, receipt: Receipt, provider_id: ProviderId) -> int | None:
        """What a provider's own invitation had come to with a command; none if it did nothing."""
        if not receipt.version:
            return None
        history = self.streams.read(StreamId(receipt.stream)).events[: receipt.version]
        own = own_invitation(history, provider_id)
        return own.version if own else None


def view(
    referral_id: UUID,
    history: History[ReferralEvent],
    day: date,
    position: int,
    sent: Sequence[ToldOf] = (),
) -> ReferralView:
    told = [each for each in history.events if london_day(each.effective_at) <= day]
    held = [stage for stage in stages(history.events) if stage.covers(day)]
    drafted = last(told, ReferralDrafted)
    if drafted is None or not held:
        raise NotFound
    owns = own_invitations(told)
    return ReferralView(
        referral_id=referral_id,
        case_id=drafted.event.case_id,
        children=children(drafted.event, told),
        separated=separation(told),
        successor_of=drafted.event.successor_of,
        as_at=day,
        position=max(position, history.events[-1].position),
        version=history.version,
        stage=held[-1].stage,
        stage_since=held[-1].since,
        pause=_pause(told),
        request=request(drafted.event, told),
        returns=returns(told),
        amendments=amendments(told),
        submission=submission(told),
        spoken_approvals=spoken_approvals(history.events, told),
        acceptance=acceptance(told),
        in_house=in_house(told),
        in_house_match=in_house_match(told),
        in_house_bypass=in_house_bypass(told),
        approval=approval(told),
        publication=publication(told),
        packs=pack_versions(told),
        invitation_questions=invitation_questions(told),
        invitations=with_messages(invitations(told, owns), sent, day),
        questions=questions(told),
        offers=offers(told, owns),
        choice=choice(told),
        funding=funding(told),
        housed_otherwise=housed_otherwise(told),
        end=end(told),
    )


def _pause(told: Told) -> ShownPause | None:
    """The pause that has not ended, by what had happened by then."""
    held = pauses(told)
    if not held or held[-1].until is not None:
        return None
    last_one = held[-1]
    return ShownPause(
        reason=last_one.reason,
        text=last_one.text,
        since=last_one.since,
        resume_on=last_one.resume_on,
        by=last_one.by,
    )
