"""A boy who came alone and says that he is fifteen: three dates of birth, each with its source."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from application.access.principal import Role
from domain.shared.vocabulary import birthday
from interface.demo.journey import Teller
from interface.demo.stories.foster_home import own_carers
from interface.demo.stories.reading import by, clock

Say = Callable[[str], None]
WORKER = Role.CASEWORKER


def tell(teller: Teller, say: Say) -> None:
    claimed = birthday(teller.now.date(), -15) - timedelta(days=90)
    case_id = _opened(teller, claimed)
    say("Idris came alone. He says he is 15: his own word, kept as claimed; he is a child.")
    _housed(teller, case_id, say)
    placed = teller.now + timedelta(minutes=5)
    _documented(teller, case_id, claimed, say)
    _assessed(teller, case_id, claimed, say)
    _as_it_was(teller, case_id, placed, say)


def _opened(teller: Teller, claimed: date) -> str:
    child = {
        "full_name": f"Demo-Idris Kestrelmoor {teller.run}",
        "birth_date": {
            "born_on": claimed.isoformat(),
            "kind": "claimed",
            "source": "his own word, with an interpreter",
        },
        "sex": "M",
        "unaccompanied": {},
    }
    case_id: str = teller.act(WORKER, "/cases", child)["ids"]["case_id"]
    return case_id


def _housed(teller: Teller, case_id: str, say: Say) -> None:
    today = teller.now.date().isoformat()
    care = {"legal_status": "accommodated", "on": today, "category_of_need": "N8"}
    teller.act(WORKER, f"/cases/{case_id}/periods-of-care", care)
    home = own_carers(teller, "Maplewood")
    came = {"case_id": case_id, "setting_id": home, "at": today}
    teller.act(Role.BROKER, "/placements/starts", came)
    week, review = clock(teller, case_id, "C-VISIT-1W"), clock(teller, case_id, "C-SREV-20")
    say("He is accommodated under section 20 that day, and lives with foster carers.")
    say(f"He is to be seen {by(week)}, and his care reviewed {by(review)}, as any child.")


def _documented(teller: Teller, case_id: str, claimed: date, say: Say) -> None:
    teller.move_clock(teller.now + timedelta(days=10))
    said = claimed.replace(year=claimed.year - 4)
    _amend(teller, case_id, said, "documented", "a travel paper that nobody could check")
    say(f"A travel paper says 19. It is kept, and is not what counts: {_counts(teller, case_id)}.")
    visit = clock(teller, case_id, "C-VISIT-1W")
    say(f"So he is still to be seen as a child; that was due {by(visit)}, and nobody has.")


def _assessed(teller: Teller, case_id: str, claimed: date, say: Say) -> None:
    teller.move_clock(teller.now + timedelta(days=8))
    said = claimed.replace(year=claimed.year - 1)
    _amend(teller, case_id, said, "assessed", "age assessment by two social workers")
    say(f"Two social workers assess his age, and that counts: {_counts(teller, case_id)}.")
    births = teller.read(WORKER, f"/cases/{case_id}")["identity"]["births"]
    say(f"His record holds all: {', '.join(each['kind'] for each in births)}.")


def _as_it_was(teller: Teller, case_id: str, day: datetime, say: Say) -> None:
    known = day.isoformat().replace("+", "%2B")
    say(f"Asked what was known when he was placed, it says: {_counts(teller, case_id, known)}.")


def _counts(teller: Teller, case_id: str, known_at: str | None = None) -> str:
    asked = f"/cases/{case_id}" + (f"?as_known_at={known_at}" if known_at else "")
    identity = teller.read(WORKER, asked)["identity"]
    return f"{identity['age_in_years']} ({identity['birth_date_kind']})"


def _amend(teller: Teller, case_id: str, born_on: date, kind: str, source: str) -> None:
    by = ["ada-assessor", "ben-assessor"] if kind == "assessed" else []
    birth = {"born_on": born_on.isoformat(), "kind": kind, "source": source, "assessed_by": by}
    versions = teller.read(WORKER, f"/cases/{case_id}")["versions"]
    seen = f'"{versions[f"case-{case_id}"]}"'
    told = {"birth_date": birth, "reason": source}
    teller.act(WORKER, f"/cases/{case_id}/identity-amendments", told, seen=seen)
