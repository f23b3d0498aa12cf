"""Another home of the provider that a child lives with, within one placement (2.4)."""

from dataclasses import dataclass
from datetime import date, datetime

from pydantic import Field

from domain.shared.messages import Value
from domain.shared.vocabulary import Locality, ProviderId, Provision, SettingId


class NewHome(Value):
    """Where to, as the register shows it that day; `distance_tenths` as in an arrangement."""

    setting_id: SettingId
    provider_id: ProviderId | None
    provision: Provision
    distance_tenths: int | None = Field(default=None, ge=0)
    locality: Locality = Locality.NOT_KNOWN


@dataclass(frozen=True)
class AllowedMove:
    """A move that was approved and has not happened: into which home, from which day on."""

    setting_id: SettingId
    from_: date


@dataclass(frozen=True)
class Moved:
    """When the child moved into which home of the same provider, and out of which."""

    setting_id: SettingId
    at: date | datetime
    was: SettingId
