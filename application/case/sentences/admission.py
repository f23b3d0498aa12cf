"""What happens to the question whether a child is admitted to homes bought together, told."""

from application.case.sentences.wording import Sentences
from domain.admission import events as a

ADMISSION: Sentences = {
    a.AdmissionAsked: lambda event: (
        "Homes that councils buy together were considered."
        + (f" Warned of: {', '.join(event.warnings)}." if event.warnings else "")
    ),
    a.IndicationsRecorded: "What the child presents with was recorded for these homes.",
    a.OutsideBreakdownAdded: "A breakdown on {e.on}, outside our records, was added.",
    a.PurchaserAgreed: "Council {e.council} agreed to the admission on {e.on}.",
    a.PurchaserObjected: "Council {e.council} objected to the admission on {e.on}.",
}
