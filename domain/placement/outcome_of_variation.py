"""What would come of a variation, as things stand: every version, re-based where needed (6-75)."""

from domain.placement.varying import CostedChange, Variation
from domain.placement.versions import (
    AgreedVersion,
    Versions,
    after_day,
    inserted,
    on_day,
    rebased,
)
from domain.shared.vocabulary import Pence


def as_reckoned(versions: Versions, variation: Variation, costed: CostedChange) -> Versions:
    """The versions with this one among them, exactly as it was costed."""
    new = AgreedVersion(
        number=max(each.number for each in versions) + 1,
        since=variation.change.effective_on,
        terms=costed.terms,
        planned_end=costed.planned_end,
    )
    return inserted(versions, new)


def as_things_stand(versions: Versions, variation: Variation, costed: CostedChange) -> Versions:
    """The same, with what it left alone as it is by now: others may have been agreed since."""
    day = variation.change.effective_on
    base = on_day(versions, day)
    reckoned_from = base.model_copy(
        update={"terms": costed.against, "planned_end": costed.planned_end_against}
    )
    new = rebased(on_day(as_reckoned(versions, variation, costed), day), reckoned_from, base)
    return inserted(versions, new)


def highest(then: Versions, variation: Variation) -> Pence:
    """The highest weekly price that follows from its day on."""
    day = variation.change.effective_on
    return Pence(max(each.terms.weekly for each in (on_day(then, day), *after_day(then, day))))
