"""What is said of messages to providers, told."""

from application.case.sentences.wording import Sentences
from domain.telling import events as e

TELLING: Sentences = {
    e.ProvidersToBeTold: "Providers were to be sent a link: {e.about}.",
    e.MessageDelivered: "Provider {e.provider_id} was sent a link by {e.via}.",
    e.MessageNotDelivered: (
        "A link did not reach provider {e.provider_id} after {e.attempts} attempts: {e.why}."
    ),
}
