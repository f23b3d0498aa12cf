"""A foster home that breaks down at fourteen: what shook it, how it ended, what was learned."""

from collections.abc import Callable
from datetime import timedelta

from application.access.principal import Role
from domain.shared.vocabulary import birthday
from interface.demo.journey import Teller
from interface.demo.stories.foster_home import own_carers
from interface.demo.stories.reading import by, clock

Say = Callable[[str], None]
WORKER = Role.CASEWORKER


def tell(teller: Teller, say: Say) -> None:
    case_id = _opened(teller)
    first = _moves_in(teller, case_id, own_carers(teller, "Ashgrove"))
    week, review = clock(teller, case_id, "C-VISIT-1W"), clock(teller, case_id, "C-SREV-20")
    say("Wren, 14, comes into care and to foster carers of the council's own, the same day.")
    say(f"She is to be seen {by(week)}; her first statutory review is due {by(review)}.")
    _shaken(teller, case_id, first, say)
    _breaks_down(teller, case_id, first, say)
    _looked_back(teller, case_id, first, say)


def _opened(teller: Teller) -> str:
    born_on = birthday(teller.now.date(), -14) - timedelta(days=40)
    child = {
        "full_name": f"Demo-Wren Millstone {teller.run}",
        "birth_date": {"born_on": born_on.isoformat(), "source": "birth certificate"},
        "sex": "F",
        "home_postcode": "DE1 2GQ",
    }
    case_id: str = teller.act(WORKER, "/cases", child)["ids"]["case_id"]
    care = {"legal_status": "accommodated", "on": _today(teller), "category_of_need": "N1"}
    teller.act(WORKER, f"/cases/{case_id}/periods-of-care", care)
    return case_id


def _moves_in(teller: Teller, case_id: str, setting_id: str) -> str:
    came = {"case_id": case_id, "setting_id": setting_id, "at": _today(teller)}
    started = teller.act(Role.BROKER, "/placements/starts", came)
    return f"/placements/{started['ids']['placement_id']}"


def _shaken(teller: Teller, case_id: str, placement: str, say: Say) -> None:
    teller.move_clock(teller.now + timedelta(days=5))
    seen = {"place": "home", "seen": True, "seen_alone": True, "on": _today(teller)}
    teller.act(WORKER, f"{placement}/visits", seen)
    change = {
        "kind": "excluded_from_school",
        "on": _today(teller),
        "text": "At home since Friday, and nobody else is.",
        "told_by": "other",
    }
    teller.act(WORKER, f"{placement}/significant-changes", change)
    changed = clock(teller, case_id, "C-PKG-TRIG")
    say(f"On day five school excludes her: that calls for a review of the package {by(changed)}.")
    teller.move_clock(teller.now + timedelta(days=3))
    meeting = {
        "on": _today(teller),
        "attendees": ["young_person", "carer", "social_worker"],
        "plan": "A mentor on weekday mornings; we meet again in two weeks.",
        "childs_views": "I want to stay.",
    }
    teller.act(WORKER, f"{placement}/stability-meetings", meeting)
    say('A stability meeting is held. Her own words stand in it: "I want to stay."')


def _breaks_down(teller: Teller, case_id: str, placement: str, say: Say) -> None:
    teller.move_clock(teller.now + timedelta(days=4))
    end = {"at": _today(teller), "reason": "breakdown", "instigator": "other"}
    teller.act(Role.BROKER, f"{placement}/ends", end)
    second = _moves_in(teller, case_id, own_carers(teller, "Beechcroft"))
    how = teller.read(Role.BROKER, placement)["end"]
    planned = "planned" if how["planned"] else "unplanned"
    say(f"On day twelve the carers can do no more. She moves the same evening; it reads {planned}.")
    first, review = clock(teller, case_id, "C-VISIT-1W"), clock(teller, case_id, "C-SREV-20")
    say(f"A visit to the new home is due {by(first)}; the statutory review stays {by(review)}.")
    lives = teller.read(Role.BROKER, f"/cases/{case_id}")["lives_at"]["placement_id"]
    told = clock(teller, case_id, "C-TERM-10WD")
    assert second.endswith(lives)  # noqa: S101  # a story that is not so is not told
    say(f"Whoever was told that she lived there is told that she left, {by(told)}.")


def _looked_back(teller: Teller, case_id: str, placement: str, say: Say) -> None:
    teller.move_clock(teller.now + timedelta(days=9))
    due = clock(teller, case_id, "C-DISRUPT")
    held = {
        "on": _today(teller),
        "attendees": ["carer", "social_worker", "iro"],
        "findings": "Nobody was at home in the mornings.",
        "learning": "A mentor before the exclusion, and not after it.",
    }
    teller.act(WORKER, f"{placement}/disruption-meetings", held)
    outcome = clock(teller, case_id, "C-DISRUPT")["outcome"]
    say(f"A disruption meeting was due {by(due)}, and is {outcome}: it says what was learned.")
    breaches = teller.read(WORKER, f"/cases/{case_id}/breaches")["breaches"]
    codes = ", ".join(sorted({each["code"] for each in breaches}))
    say(f"What nobody did in all this stands in her record of breaches: {codes}.")


def _today(teller: Teller) -> str:
    return teller.now.date().isoformat()
