"""What is told of children whom other authorities placed here, told on."""

from application.case.sentences.wording import Sentences
from domain.incoming import events as i

INCOMING: Sentences = {
    i.NotificationReceived: (
        "Another authority ({e.placing_authority}) told us of a child placed here from {e.since}."
    ),
    i.NotificationAcknowledged: "The other authority was answered on {e.on}.",
    i.EnteredInRegister: "The child was entered among those placed here from {e.from_}.",
    i.NotificationEnded: "The child lives here no more, from {e.left_on}.",
}
