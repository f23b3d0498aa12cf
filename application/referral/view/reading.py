"""Where a referral's view is read: its own stream, cut where it is asked."""

from dataclasses import dataclass
from uuid import UUID

from application.referral.invitation import own_invitation
from application.referral.told import Told
from application.referral.view.whole import ReferralView, view
from application.referral.view.why_not import WhyNot, why_not
from application.shared.asking import AsOf, LogTimes
from application.shared.office import stream_of
from application.shared.ports import Reads, Receipt
from application.telling.streams import telling_stream
from domain.shared.envelope import StreamId
from domain.shared.moments import london_day
from domain.shared.vocabulary import ProviderId
from domain.telling.chronology import messages


@dataclass(frozen=True)
class ReferralViews:
    """Composed from the stream itself, cut at the position that is asked for."""

    streams: Reads
    log_times: LogTimes

    def view(self, referral_id: UUID, of: AsOf) -> ReferralView:
        """A referral as it stood; `NotFound` before there was one."""
        position = of.position_of(self.log_times)
        # As now, nothing is cut: whoever has just acted reads what they did.
        history = self.streams.read(stream_of("referral", referral_id), of.position)
        told = self.streams.read(telling_stream(history.stream), of.position)
        return view(history, of.day, position, messages(told.events))

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
