"""What was seen is kept with the choice; where no offer will do, a ladder is climbed."""

from collections.abc import Sequence
from hashlib import sha256

from domain.referral.commands.choice import DirectAward, RecordNoViableOffer, SelectPreferredOffer
from domain.referral.events.award import DecisionPacketFrozen, DirectAwardMade, NoViableOffer, Rung
from domain.referral.facts import Facts
from domain.referral.rules.choice import choosable
from domain.referral.rules.evaluation import DIRECT, criteria_of, require_judged
from domain.shared.errors import MissingInformation, NotFound, WrongState
from domain.shared.personal import legible
from domain.shared.said import require_said


def made_directly(facts: Facts, command: DirectAward) -> DirectAwardMade:
    """Award without comparing: two people have judged it, and its price is held against one."""
    criteria_of(facts.judging)
    held = choosable(facts, command.offer_id, command.now)
    require_said(price_check=command.price_check)
    require_judged(facts, held, scorers=DIRECT)
    return DirectAwardMade(
        offer_id=command.offer_id,
        provider_id=held.provider_id,
        reason=command.reason,
        compared_weekly=command.compared_weekly,
        price_check=command.price_check,
        by=command.by,
    )


def none_viable(facts: Facts, command: RecordNoViableOffer) -> NoViableOffer:
    """Say why each open offer will not do, and climb to what is tried next (R-76)."""
    still_open = {key for key, held in facts.offers.items() if held.is_open()}
    named = {each.offer_id: legible(each.text) for each in command.wanting}
    if not still_open.issuperset(named):
        raise NotFound("A reason is given for an offer that is not open.")
    missing = [f"wanting.{key}" for key in sorted(still_open) if not named.get(key, "").strip()]
    rung = next_rung(facts)
    missing += [] if was_tried(facts, command) else ["tried"]
    if missing:
        raise MissingInformation(missing)
    return NoViableOffer(
        wanting=command.wanting, next_rung=rung, by=command.by, tried=command.tried
    )


def was_tried(facts: Facts, command: RecordNoViableOffer) -> bool:
    """Whether something came of the rung before: more were asked, or it is said what was done."""
    if facts.judging.rung is None or facts.judging.rung_tried:
        return True
    return bool((command.tried or "").strip())


def next_rung(facts: Facts) -> Rung:
    rungs, reached = list(Rung), facts.judging.rung
    if reached is Rung.SENIOR_MANAGER:
        raise WrongState("It is with a senior manager already: there is no further step.")
    return rungs[0] if reached is None else rungs[rungs.index(reached) + 1]


def packet_of(command: SelectPreferredOffer) -> Sequence[DecisionPacketFrozen]:
    """What they had before them, addressed by its digest; nothing, if nothing was handed over."""
    digest = digest_of(command)
    if command.packet is None or digest is None:
        return []
    return [
        DecisionPacketFrozen(
            offer_id=command.offer_id, sha256=digest, content=command.packet, by=command.by
        )
    ]


def digest_of(command: SelectPreferredOffer) -> str | None:
    return None if command.packet is None else sha256(command.packet.encode()).hexdigest()
