"""What is seen and agreed of a provider, told."""

from application.case.sentences.wording import Sentences
from domain.quality import events as q

QUALITY: Sentences = {
    q.MonitoringBegun: "The provider's monitoring began.",
    q.EngagementPlanned: "A {e.kind} is planned for {e.on}.",
    q.EngagementHeld: "A {e.kind} was held on {e.on}; found: {e.findings}.",
    q.EngagementClosed: "Nothing is left to be done of a visit or meeting.",
    q.EngagementCalledOff: "A visit or meeting did not come: {e.reason:code}.",
    q.ActionAgreed: "To be done by {e.due}, by the {e.doer}: {e.code:code}.",
    q.ActionDone: "What was agreed was done on {e.on}, seen by {e.evidence:code}.",
    q.StatusDecided: "The provider is {e.status} from {e.from_}: {e.reasons}.",
}
