"""One offer is preferred; each other provider learns why not."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from domain.referral.codes import Code, DeselectionReason
from domain.referral.spoken import Spoken
from domain.referral.sufficiency import Sufficiency
from domain.shared.messages import Event, Value
from domain.shared.personal import Sealed
from domain.shared.vocabulary import ContractId, OfferId, ProviderId, SettingId, Subject


class Skipped(StrEnum):
    """What an emergency's choice did not wait for (docs/domain/02, 2.2)."""

    COMPETITION_TIMING = "competition_timing"
    IMPACT_ASSESSMENT = "impact_assessment"
    LATE_OFFER_ADMISSION = "late_offer_admission"


class SiblingChosen(Value):
    """One of several children whom the chosen offer takes, and its home; age as above."""

    child: int
    setting_id: SettingId | None
    age_in_years: int


class PreferredOfferSelected(Event):
    """Broker and caseworker chose this offer. `age_in_years` is the age on `starts_on`.

    Of several children `siblings` are those whom it takes, and the age is that of the first.
    `packet_sha256` is the digest of what they had before them; none before it was kept.
    `award_route` is how it is bought (4-097); of older choices it is not known. `sufficiency`
    is said of a home outside the area (2-088); before it was asked for there is none.
    `spoken` is when the broker said so by telephone, in an emergency. `skipped` is what was not
    waited for, `cut_short` who might still have answered in time (R-103). `lived_in` says that
    by the register another child lives there on that day (R-117); false of older choices.
    """

    stored_as: ClassVar[str] = "referral.preferred_offer_selected.v1"

    offer_id: OfferId
    provider_id: ProviderId
    setting_id: SettingId | None
    starts_on: date
    age_in_years: int
    contract_id: ContractId
    contract_version: int
    reasons: Sealed[str]
    match_statement: Sealed[str]
    childs_views: Sealed[str]
    jointly_with: Subject
    by: Subject
    siblings: tuple[SiblingChosen, ...] = ()
    packet_sha256: str | None = None
    award_route: Code | None = None
    sufficiency: Sufficiency | None = None
    spoken: Spoken | None = None
    skipped: tuple[Skipped, ...] = ()
    cut_short: tuple[ProviderId, ...] = ()
    lived_in: bool = False


class OfferNotSelected(Event):
    """Another offer was preferred. This one stays open until its own end."""

    stored_as: ClassVar[str] = "referral.offer_not_selected.v1"

    offer_id: OfferId
    provider_id: ProviderId
    reason: Sealed[str]


class PreferredOfferDeselected(Event):
    """The preferred offer is not pursued; another may be chosen. `spoken` as of the choice."""

    stored_as: ClassVar[str] = "referral.preferred_offer_deselected.v1"

    offer_id: OfferId
    reason: DeselectionReason
    by: Subject
    spoken: Spoken | None = None


ChoiceEvent = PreferredOfferSelected | OfferNotSelected | PreferredOfferDeselected
