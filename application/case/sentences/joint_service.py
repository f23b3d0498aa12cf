"""What happens to services that funders pay for together, told."""

from application.case.sentences.wording import Sentences
from domain.joint_service import events as j

JOINT_SERVICE: Sentences = {
    j.ServiceAgreed: "Funders agreed to pay for a service together from {e.since}: "
    "{e.contributions.total:money} a year.",
    j.ServiceExtended: "The service runs on until {e.until}, as {e.approved_by} approved.",
    j.ContributionsAgreed: "From {e.contributions.since} the service costs its funders "
    "{e.contributions.total:money} a year.",
    j.SpendRecorded: lambda event: (
        f"{event.spend.funder} {'expects to have spent' if event.spend.estimated else 'spent'} "
        f"£{event.spend.pence / 100:,.2f} in the year from April {event.spend.year}."
    ),
    j.SpendCorrected: "What {e.spend.funder} spent in the year from April {e.spend.year} was "
    "{e.spend.pence:money} and not {e.was:money}.",
    j.FunderRenamed: "Funder {e.funder} has another name from {e.since}.",
    j.AgreementNoted: "The funders' formal agreement: {e.standing}, from {e.since}.",
}
