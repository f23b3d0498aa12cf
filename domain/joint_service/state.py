"""What a service bought together must remember: the sums agreed, what was told, who is who."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from domain.joint_service import events as came
from domain.joint_service.agreement import Contributions, Spend
from domain.joint_service.events import JointServiceEvent
from domain.shared.errors import CorruptHistory
from domain.shared.money import AgreementStanding, Funder

Spending = Mapping[tuple[Funder, int], tuple[Spend, ...]]
"""What was told of each funder's year, the newest word last."""


@dataclass(frozen=True)
class NotAgreed:
    """No funders have agreed on such a service."""


@dataclass(frozen=True)
class Agreed:
    """`until` is the day after the last, as extended by now.

    `names` and `standings` are told from their days on; `contributions` in order of theirs.
    """

    agreed: came.ServiceAgreed
    until: date
    contributions: tuple[Contributions, ...]
    names: Mapping[Funder, tuple[tuple[date, str], ...]]
    standings: tuple[tuple[date, AgreementStanding], ...]
    told: Spending = field(default_factory=dict)

    @property
    def lead(self) -> Funder:
        return next(each.funder for each in self.agreed.funders if each.lead)

    def in_force(self, day: date) -> Contributions | None:
        """The sums a year on a day; none before the first day and after the last."""
        if not self.agreed.since <= day < self.until:
            return None
        return [each for each in self.contributions if each.since <= day][-1]

    def name_on(self, funder: Funder, day: date) -> str:
        """What a funder is called on a day; before its first name is known, by that."""
        names = self.names[funder]
        return next((name for since, name in reversed(names) if since <= day), names[0][1])

    def standing_on(self, day: date) -> AgreementStanding:
        """How the formal agreement stands on a day (3-032)."""
        return [standing for since, standing in self.standings if since <= day][-1]

    def spent(self, funder: Funder, year: int) -> Spend | None:
        """The newest word on what a funder spent in a year."""
        told = self.told.get((funder, year), ())
        return told[-1] if told else None


JointService = NotAgreed | Agreed


def evolve(service: JointService, event: JointServiceEvent) -> JointService:
    """Remember an event. What happened is not argued with: no rule is checked here."""
    match service, event:
        case NotAgreed(), came.ServiceAgreed():
            return _agreed(event)
        case Agreed(), came.ServiceExtended():
            return replace(service, until=event.until)
        case Agreed(), came.ContributionsAgreed():
            return replace(service, contributions=(*service.contributions, event.contributions))
        case Agreed(), came.SpendRecorded():
            return _told(service, event.spend)
        case Agreed(), came.SpendCorrected():
            return _told(service, event.spend)
        case Agreed(), came.FunderRenamed():
            mine = sorted((*service.names[event.funder], (event.since, event.name)), key=_day)
            return replace(service, names={**service.names, event.funder: tuple(mine)})
        case Agreed(), came.AgreementNoted():
            standings = sorted((*service.standings, (event.since, event.standing)), key=_day)
            return replace(service, standings=tuple(standings))
        case _:
            raise CorruptHistory(service, event)


def _agreed(event: came.ServiceAgreed) -> Agreed:
    return Agreed(
        agreed=event,
        until=event.until,
        contributions=(event.contributions,),
        names={each.funder: ((event.on, each.name),) for each in event.funders},
        standings=((event.on, event.standing),),
    )


def _day(dated: tuple[date, object]) -> date:
    return dated[0]


def _told(service: Agreed, spend: Spend) -> Agreed:
    of = spend.funder, spend.year
    return replace(service, told={**service.told, of: (*service.told.get(of, ()), spend)})
