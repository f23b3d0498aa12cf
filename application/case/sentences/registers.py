"""What happens to homes, providers, contracts, authorities and reference data, told."""

from application.case.sentences.wording import Sentences
from domain.authority import events as a
from domain.contract import events as c
from domain.provider import events as p
from domain.reference import events as r

PROVIDER: Sentences = {
    p.ProviderRegistered: "Provider {e.name} was listed ({e.sector}).",
    p.LotMembershipGranted: "Membership of lot {e.lot} was granted from {e.from_}.",
    p.LotMembershipEnded: "Membership of lot {e.lot} ends on {e.on}.",
    p.ProviderSuspended: (
        "The provider is suspended from {e.from_} ({e.scope}); to be reviewed on {e.review_on}."
    ),
    p.SuspensionLifted: "The suspension is lifted on {e.on}.",
    p.LotApplicationReceived: "It applied to lot {e.lot}.",
    p.LotApplicationRefused: "Its application to lot {e.lot} was refused.",
    p.AssuranceRecorded: "Shown: {e.kind}, from {e.from_}, until: {e.until}.",
    p.ContactsRecorded: "Its hours and its numbers out of hours were recorded from {e.from_}.",
    p.SubcontractorRequested: "It asked for a sub-contractor for {e.percent}% of the service.",
    p.SubcontractorDecided: lambda event: (
        "A sub-contractor was approved." if event.approved else "A sub-contractor was refused."
    ),
    p.SubcontractorUsed: "A sub-contractor worked for it from {e.on}.",
    p.ProviderExiting: "The provider leaves by {e.last_day}; this ended it: the {e.party}.",
    p.ProviderRemoved: "The provider was removed on {e.on}, as {e.decided_by} decided.",
}

CONTRACT: Sentences = {
    c.ContractVersionPublished: (
        "Version {e.terms.version} of {e.terms.title} was published, "
        "in force from {e.terms.in_force_from}."
    ),
}

AUTHORITY: Sentences = {
    a.AuthorityEstablished: "{e.name} ({e.gss}) was entered.",
    a.BoundariesChanged: "The boundaries changed.",
    a.OfficerListed: "The roles of {e.officer} were listed from {e.from_}.",
    a.FundingLimitSet: "The funding limit of the role {e.role:code} was set from {e.from_}.",
}

REFERENCE: Sentences = {
    r.CalendarPublished: (
        "Edition {e.edition} of the bank holidays was published, in force from {e.in_force_from}."
    ),
    r.ClockLimitsPublished: (
        "Edition {e.edition} of the clock limits was published, in force from {e.in_force_from}."
    ),
    r.ClockWarningsPublished: (
        "Edition {e.edition} of the clock warnings was published, in force from {e.in_force_from}."
    ),
    r.CodeListsPublished: (
        "Edition {e.edition} of the code lists was published, in force from {e.in_force_from}."
    ),
    r.OfficeHoursPublished: (
        "Edition {e.edition} of the office hours was published, in force from {e.in_force_from}."
    ),
}
