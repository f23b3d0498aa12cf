"""Who may judge an offer, by what, and what must be judged before it is preferred."""

from collections.abc import Iterable, Iterator, Sequence

from domain.referral.criteria import Criteria, Score
from domain.referral.errors import EssentialNotMet
from domain.referral.facts import Facts
from domain.referral.judging import Judging
from domain.referral.offer import HeldOffer
from domain.shared.errors import ConflictOfInterest, MissingInformation, WrongState
from domain.shared.personal import legible
from domain.shared.vocabulary import OfferId, Subject

WHOLE = 100
DIRECT = 2
"""So many people judge an offer that is awarded without competition (5.2, A)."""


def require_sound(criteria: Criteria) -> None:
    """Refuse weights that do not come to a hundred, or that name a criterion twice."""
    if sum(each.percent for each in criteria.weights) != WHOLE:
        raise MissingInformation(["criteria.weights"])
    if len(criteria.asked) != len(criteria.weights):
        raise MissingInformation(["criteria.weights"])


def criteria_of(judging: Judging) -> Criteria:
    if judging.criteria is None:
        raise MissingInformation(["criteria"])
    return judging.criteria


def require_no_ties(judging: Judging, *people: Subject) -> None:
    """Refuse whoever declared ties to any provider of this search (5.2, R-75)."""
    if judging.tied.intersection(people):
        raise ConflictOfInterest("Who has ties to an invited provider judges no offer here.")


def require_scored_whole(criteria: Criteria, scores: Sequence[Score]) -> None:
    """Refuse scores that leave a criterion out, add one, or give no reason."""
    given = {score.criterion: score for score in scores}
    gaps = [
        f"scores.{criterion}"
        for criterion in sorted(criteria.asked)
        if criterion not in given or not legible(given[criterion].reason).strip()
    ]
    if gaps:
        raise MissingInformation(gaps)
    if len(scores) != len(criteria.asked):
        raise WrongState("A criterion is scored twice, or was not among the criteria.")


def require_findings(criteria: Criteria, named: Iterable[str]) -> None:
    """Refuse to leave an essential undecided, and name each."""
    gaps = [f"findings.{each}" for each in criteria.essentials if each not in set(named)]
    if gaps:
        raise MissingInformation(gaps)


def require_essentials(judging: Judging, offer_id: OfferId) -> None:
    """Refuse to call suitable, or prefer, what fails an essential: it is pass or fail (7.3)."""
    failed = sorted(judging.of(offer_id).failed)
    if failed:
        raise EssentialNotMet(f"Not met: {', '.join(failed)}.", essentials=failed)


def require_judged(
    facts: Facts, held: HeldOffer, *, scorers: int = 1, lived_in: bool = False
) -> None:
    """Refuse to prefer what was not judged as this search said it would be (2.2).

    Without criteria nothing is scored. A shared home is weighed both ways, but in an
    emergency that may follow before the start (C-IRA). `lived_in` as of `is_unweighed`.
    """
    judging, offer_id = facts.judging, held.offer.offer_id
    gaps = [*_unjudged(judging, offer_id, scorers)]
    if is_unweighed(facts, held, lived_in=lived_in) and not facts.emergency:
        gaps.append("impact_assessment")
    if gaps:
        raise MissingInformation(gaps)
    require_essentials(judging, offer_id)
    if judging.of(offer_id).suitable is False:
        raise EssentialNotMet("This offer was judged not suitable.")
    if judging.of(offer_id).impact is False:
        raise EssentialNotMet("The home's manager found the impact not acceptable.")


def _unjudged(judging: Judging, offer_id: OfferId, scorers: int) -> Iterator[str]:
    if judging.criteria is None:
        return
    of = judging.of(offer_id)
    if len(of.sheets) < max(scorers, judging.criteria.scorers):
        yield "scores"
    elif of.settled is None:
        yield "moderation"
    if of.suitable is None:
        yield "suitability"


def is_impact_acceptable(facts: Facts, offer_id: OfferId, *, lived_in: bool = False) -> bool:
    """Whether a home's manager did not find the impact too much, and weighed it where it is shared.

    Of a home that is not shared it is not asked; once it was said, it counts all the same.
    """
    impact, held = facts.judging.of(offer_id).impact, facts.offers.get(offer_id)
    if impact is not None or held is None:
        return impact is not False
    return not is_shared(held, lived_in=lived_in)


def is_unweighed(facts: Facts, held: HeldOffer, *, lived_in: bool = False) -> bool:
    """Whether the child would share a home that has not yet been weighed both ways.

    `lived_in` says that by the register another child lives there on the day.
    """
    unheard = facts.judging.of(held.offer.offer_id).impact is None
    return is_shared(held, lived_in=lived_in) and unheard


def is_shared(held: HeldOffer, *, lived_in: bool) -> bool:
    """By its provider's word, or by the register whatever the provider says (R-117)."""
    return lived_in or (held.offer.content is not None and bool(held.offer.content.shared))
