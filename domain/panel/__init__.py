"""Panel: one meeting of people from several bodies, who advise on what is put to them (R-35).

    NotConvened ── ConveneMeeting ──▶ Convened ── HoldMeeting ──▶ Held ──┐
                                       │    ▲ └── PutItem,           ▲   │ DecideItem,
                      CancelMeeting ◀──┘    └──                      └───┘ MeetPanelCondition

Joint funding, residential and prioritisation panels are one mechanism: who sits, an agenda
of searches, one decision on each, and conditions that stay open until they are met. A panel
advises. The money is authorised by an officer within a limit, who may rest on its word.

`decisions` has the transitions, `rules` what they obey, `agenda` the words.
"""

from domain.panel.commands import PanelCommand
from domain.panel.decisions import decide
from domain.panel.events import PanelEvent
from domain.panel.state import NotConvened, Panel, evolve
from domain.shared.decider import Decider

decider = Decider[PanelCommand, Panel, PanelEvent](
    initial=NotConvened(), decide=decide, evolve=evolve
)

__all__ = ["Panel", "PanelCommand", "PanelEvent", "decider"]
