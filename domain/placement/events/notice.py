"""What can happen about notice. Notice, end and pay-until are three separate facts."""

from datetime import date
from typing import ClassVar

from domain.placement.endings import ImmediateGround, NoticeTerms, StatutoryReview
from domain.shared.breaches import Breach
from domain.shared.messages import Event, Value
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.terms import NoticeClass, NoticeParty
from domain.shared.vocabulary import ContractId, Subject


class CouncilNotice(Value):
    """The council's notice. `days` are calendar days of the contract version named.

    `earliest_end` is the day at whose end the notice runs out; fees run until `pay_until`,
    that day included (6-17). For `immediate_risk`, on its ground, no review comes first.
    """

    party: NoticeParty
    reason: str
    notice_class: NoticeClass
    served_at: When
    days: int
    earliest_end: date
    pay_until: date
    contract_id: ContractId
    contract_version: int
    options_explored: Sealed[str]
    statutory_review: StatutoryReview | None
    immediate_risk: bool
    risk_ground: ImmediateGround | None = None
    approved_by: Subject
    by: Subject


class NoticeServed(Event, CouncilNotice):
    """The council gave notice."""

    stored_as: ClassVar[str] = "placement.notice_served.v1"

    def effective(self) -> When:
        return self.served_at


class OwnHomeNoticeServed(Event):
    """The council gave notice of a placement in its own home, or with its own carers.

    No contract has a period for it: it runs out at the end of `earliest_end`, which is named.
    """

    stored_as: ClassVar[str] = "placement.own_home_notice_served.v1"

    reason: str
    served_at: When
    earliest_end: date
    options_explored: Sealed[str]
    statutory_review: StatutoryReview | None
    risk_ground: ImmediateGround | None = None
    approved_by: Subject
    by: Subject

    def effective(self) -> When:
        return self.served_at


class NoticeReplaced(Event, CouncilNotice):
    """The council gave notice again, for another reason (6-19).

    The earlier end of the two is the end; `own_end` is what this notice alone would have been.
    What it `replaces` is the number of the earlier one, and stays on record with its reason.
    """

    stored_as: ClassVar[str] = "placement.notice_replaced.v1"

    replaces: int
    own_end: date

    def effective(self) -> When:
        return self.served_at


class ProviderNoticeReceived(Event):
    """The provider gave notice, to end when it said (R-16).

    `days` and `contractual_end` follow the contract's rule, and are empty while it has none.
    """

    stored_as: ClassVar[str] = "placement.provider_notice_received.v1"

    reason: str
    received_at: When
    end_named: When | None
    rule: NoticeTerms
    days: int | None
    contractual_end: date | None
    breaches: tuple[Breach, ...] = ()

    def effective(self) -> When:
        return self.received_at
