"""Setting: a home, a flat or a foster household, and its places by night.

    NotListed ── RegisterSetting ──▶ Listed ──┐
                                       ▲      │ what its register says, and its places:
                                       └──────┘ three topics: `register`, `life`, `places`

Its life has turning points, each dated; one that was listed without being planned is open:

    planned ── RecordMobilised ──▶ mobilised ── OpenHome ──▶ open ── AnnounceClosing ──▶ closing
       │                              │                       │  ▲                         │  │
       │                              │                       │  └─────── OpenHome ────────┘  │
       └──────────────────────────────┴── RecordClosed ──▶ closed ◀───────────────────────────┘

A listed setting is never simply open or shut: registration, capacity, restrictions and
closures are dated, so how it stands is a question about a day (`home_on`). A place goes
through these steps, one placement at a time:

    ReservePlace ──▶ reserved ── RecordArrival ──▶ occupied ── RecordDeparture ──▶ vacated
                       │   ▲ ReservePlace (other nights)
                       └───┴── ReleaseReservation ──▶ nothing remains

Invariant: on every night reserved + occupied + blocked places are at most the lesser of
registered and configured places (docs/domain/02, 2.9). Decisions keep it; facts may break
it, are never refused for that, and `nights_over` then reports the nights.
"""

from domain.setting.commands import SettingCommand
from domain.setting.decisions import decide
from domain.setting.events import SettingEvent
from domain.setting.state import Listed, NotListed, Setting, evolve
from domain.shared.decider import Decider

decider = Decider[SettingCommand, Setting, SettingEvent](
    initial=NotListed(), decide=decide, evolve=evolve
)

__all__ = ["Listed", "Setting", "SettingCommand", "SettingEvent", "decider"]
