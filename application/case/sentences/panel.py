"""What happens to panels, told."""

from application.case.sentences.wording import Sentences
from domain.panel import events as p

PANEL: Sentences = {
    p.MeetingConvened: "A panel ({e.kind}) is to sit on {e.sits_on}.",
    p.ItemPut: "A search was put to the panel, by {e.by}.",
    p.ChildPut: "A child in residential care was put to the panel, by {e.by}.",
    p.MeetingHeld: "The panel met on {e.on}.",
    p.ItemDecided: "The panel decided on a search: {e.outcome}.",
    p.PanelConditionMet: "A condition of the panel was met on {e.on}: {e.condition:code}.",
    p.MeetingCancelled: "The panel does not meet: {e.reason:code}.",
}
