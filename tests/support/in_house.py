"""The council's own homes: matched, let go, passed over. A test names only what it is about."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from domain import setting
from domain.referral.codes import BypassReason, MatchReleaseReason
from domain.referral.commands.in_house import (
    ApproveInHouseBypass,
    RecordInHouseMatch,
    ReleaseInHouseMatch,
)
from domain.referral.events.in_house import (
    InHouseBypassApproved,
    InHouseMatchFound,
    InHouseMatchReleased,
)
from domain.setting.commands.register import RecordRegistration, RegisterSetting
from domain.setting.registration import RegistrationKind
from domain.shared.admission import Home, Registration
from domain.shared.envelope import StreamId
from domain.shared.terms import AgeRange
from domain.shared.vocabulary import OfferId, Provision, SettingId
from tests.support.children import tell
from tests.support.market import SINCE
from tests.support.referrals import BORN, BROKER, MANAGER, NEEDED, considered
from tests.support.service import DERBY, Office

MATCH = OfferId(UUID(int=600))
OWN = SettingId(UUID(int=601))
NOTES = "The carers speak Polish."


def own(**changed: Any) -> Home:
    plain: dict[str, Any] = {
        "setting_id": OWN,
        "provider_id": None,
        "provision": Provision.FOSTERING,
        "registration": Registration.NOT_NEEDED,
    }
    return Home(**plain | changed)


def match(**changed: Any) -> RecordInHouseMatch:
    plain: dict[str, Any] = {
        "offer_id": MATCH,
        "home": own(),
        "free_from": NEEDED,
        "born_on": BORN,
        "considered": (considered(),),
        "match_notes": NOTES,
        "by": BROKER,
    }
    return RecordInHouseMatch(**plain | changed)


def matched(starts_on: date = NEEDED, age_in_years: int = 16) -> InHouseMatchFound:
    return InHouseMatchFound(
        offer_id=MATCH,
        setting_id=OWN,
        starts_on=starts_on,
        age_in_years=age_in_years,
        considered=(considered(),),
        match_notes=NOTES,
        childs_views=None,
        by=BROKER,
    )


def release() -> ReleaseInHouseMatch:
    return ReleaseInHouseMatch(reason=MatchReleaseReason.CHILD_REFUSED, by=BROKER)


def released() -> InHouseMatchReleased:
    return InHouseMatchReleased(offer_id=MATCH, **dict(release()))


def bypass(text: str = "Nothing of ours takes anybody tonight.") -> ApproveInHouseBypass:
    return ApproveInHouseBypass(reason=BypassReason.EMERGENCY, text=text, by=MANAGER)


def bypassed() -> InHouseBypassApproved:
    return InHouseBypassApproved(**dict(bypass()))


def own_home(office: Office, places: int = 1) -> SettingId:
    """A home for 16 and 17 year olds that the council runs itself."""
    setting_id = SettingId(uuid4())
    stream = StreamId(f"setting-{setting_id}")
    listed = RegisterSetting(
        setting_id=setting_id,
        authority=DERBY,
        provider_id=None,
        provision=Provision.SUPPORTED_ACCOMMODATION,
        name="Council House Two",
        address="2 Lime Walk, Derby",
        postcode="DE1 1AA",
        district=DERBY,
        configured_places=places,
        from_=SINCE,
    )
    registered = RecordRegistration(
        kind=RegistrationKind.SUPPORTED_ACCOMMODATION,
        urn="SC000002",
        registered_places=places,
        ages=AgeRange(first=16, before=18),
        from_=SINCE,
    )
    tell(office.running, stream, setting.decider, listed)
    tell(office.running, stream, setting.decider, registered)
    return setting_id
