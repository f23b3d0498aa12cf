"""What a provider can answer of a notice."""

from typing import ClassVar

from domain.placement.notice_answers import NoticeAnswer
from domain.shared.messages import Event
from domain.shared.moments import When


class ProviderAnsweredOnNotice(Event, NoticeAnswer):
    """The provider said itself whether it agrees; nothing changes until the council does."""

    stored_as: ClassVar[str] = "placement.provider_answered_on_notice.v1"

    at: When

    def effective(self) -> When:
        return self.at
