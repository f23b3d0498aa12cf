"""The search: every home is judged by every rule, and the answer says why for each of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from application.matching.candidate import Candidate, co_residents, needs_stated
from application.matching.gathering import Register
from application.matching.judging import CURES, GATES, Judgement, judged, stay_of
from application.matching.ports import HomesOnRegister
from application.matching.shown import (
    FittingHome,
    HomeLeftOut,
    Matches,
    Reason,
    ShownHome,
    Where,
    way,
    withheld,
)
from application.matching.sight import Sight
from application.matching.sought import Sought
from application.shared.asking import AsOf, LogTimes
from application.shared.distances import Distances
from application.shared.distances import LocationRisk as Risk
from application.shared.ports import Reads
from domain.shared.admission import LocationRisk
from domain.shared.breaches import Breach
from domain.shared.envelope import GssCode

ORDERED_BY = ("own_homes_first", "miles_from_home", "miles_from_centre", "setting_id")
"""The facts that the answer is in order of. Distances that are not known come last."""

FAR = 10**6
GATE_CODES = frozenset(rule.code for rule in GATES)


@dataclass(frozen=True)
class HomeSearch:
    streams: Reads
    log_times: LogTimes
    homes: HomesOnRegister
    distances: Distances

    def search(self, council: GssCode, sought: Sought, of: AsOf, sight: Sight) -> Matches:
        """Every home of the council's register, as it was known; those that fit come apart."""
        position = of.position_of(self.log_times)
        register = Register(
            self.streams, self.homes, self.distances, council, sight, position, of.position
        )
        lot = register.lot(sought.in_lot, sought.arrives)
        looked_at = sorted(register.candidates(sought), key=_in_order)
        judgements = [(each, judged(each, sought, lot)) for each in looked_at]
        return Matches(
            arrives=sought.arrives,
            leaves=sought.leaves,
            position=position,
            looked_at=len(looked_at),
            ordered_by=ORDERED_BY,
            fitting=[_fitting(each, judged, sought) for each, judged in judgements if judged.fits],
            left_out=[_left_out(each, judged) for each, judged in judgements if not judged.fits],
        )


def _in_order(candidate: Candidate) -> tuple[bool, int, int, str]:
    ways = candidate.ways
    home = FAR if ways.from_home is None else ways.from_home
    centre = FAR if ways.from_centre is None or ways.withheld else ways.from_centre
    return not candidate.own, home, centre, str(candidate.listed.setting_id)


def _fitting(candidate: Candidate, judgement: Judgement, sought: Sought) -> FittingHome:
    stay, places = stay_of(sought), candidate.listed.places()
    stated = needs_stated(candidate, stay) or frozenset()
    asked = {*sought.wishes.needs, *sought.wishes.essential_needs}
    return FittingHome(
        home=_shown(candidate),
        gates_passed=_passed(candidate, judgement),
        registration=candidate.home.registration,
        ages=candidate.home.ages,
        free=places.fewest_free(sought.arrives, sought.leaves),
        co_residents=co_residents(places, stay),
        needs_met=sorted(asked & stated),
        needs_not_stated=sorted(asked - stated),
        location_risk=candidate.location_risk,
        lived_here_before=_lived_here(candidate, sought),
    )


def _passed(candidate: Candidate, judgement: Judgement) -> Sequence[str]:
    """The gates passed; not that of an area which the asker may not be told of."""
    untold = {LocationRisk.code} if candidate.location_risk is Risk.WITHHELD else set()
    return [code for code in judgement.passed if code not in untold]


def _lived_here(candidate: Candidate, sought: Sought) -> bool | None:
    lived = candidate.listed.setting_id in sought.lived_before
    return None if sought.untold and not lived else lived


def _left_out(candidate: Candidate, judgement: Judgement) -> HomeLeftOut:
    return HomeLeftOut(home=_shown(candidate), reasons=_reasons(judgement.reasons))


def _reasons(breaches: Sequence[Breach]) -> Sequence[Reason]:
    return [
        Reason(
            code=each.code,
            gate=each.code in GATE_CODES,
            cites=each.cites,
            detail=each.detail,
            cure=CURES.get(each.code, "Look at another home."),
        )
        for each in breaches
    ]


def _shown(candidate: Candidate) -> ShownHome:
    return ShownHome(
        setting_id=candidate.listed.setting_id,
        name=candidate.name,
        provision=candidate.listed.provision,
        provider_id=candidate.home.provider_id,
        own=candidate.own,
        district=candidate.listed.district,
        where=_where(candidate),
    )


def _where(candidate: Candidate) -> Where:
    ways = candidate.ways
    told = withheld if ways.withheld else way
    return Where(
        locality=candidate.locality,
        approval_needed=candidate.approval,
        from_home=told(ways.from_home),
        from_centre=told(ways.from_centre),
        near={kind: told(tenths) for kind, tenths in ways.near.items()},
    )
