"""What to look at in episodes that were imported: the cells that contradict each other."""

from collections.abc import Callable, Sequence
from datetime import date

from application.imports.ssda903 import findings
from application.imports.ssda903.care import care_goes_on
from application.imports.ssda903.codes import LEAVES_CARE, PLACES
from application.imports.ssda903.codes.care import CONTINUES
from application.imports.ssda903.episodes import Spell
from application.imports.ssda903.ledger import Ledger
from application.imports.ssda903.placements import same_home
from application.imports.ssda903.rows import EpisodeRow
from application.imports.ssda903.years import CollectionYear
from domain.shared.vocabulary import age_on

KnowsPostcode = Callable[[str], bool]
"""Asked with capitals, and one space before the last three characters."""

SHORT_BREAKS = frozenset({"V3", "V4"})
CRIMINAL = frozenset({"J1", "J2", "J3"})
YOUNGEST_CRIMINAL = 10
ADULT = 18


def note_contradictions(
    spells: Sequence[Spell],
    born_on: date,
    year: CollectionYear,
    knows_postcode: KnowsPostcode | None,
    ledger: Ledger,
) -> None:
    """Note everything doubtful about one child's usable episodes."""
    for number, spell in enumerate(spells):
        before = spells[number - 1] if number else None
        after = spells[number + 1] if number + 1 < len(spells) else None
        _dates(spell, year, ledger)
        _home(spell.row, ledger)
        _ages(spell.row, age_on(born_on, spell.started), ledger)
        _postcodes(spell.row, knows_postcode, ledger)
        _ending(spell, after, ledger)
        if rne_contradicts(before, spell, year):
            ledger.note(spell.row, findings.RNE_CONTRADICTS, "RNE")


def rne_contradicts(before: Spell | None, spell: Spell, year: CollectionYear) -> bool:
    """Whether RNE says other than what changed; none given contradicts nothing."""
    if spell.row.rne is None:
        return False
    if before is None:
        return spell.row.rne != "S" and spell.started >= year.first
    if not care_goes_on(before, spell):
        return spell.row.rne != "S"
    moved = not same_home(before.row, spell.row)
    status_changed = before.row.ls != spell.row.ls
    expected = {
        (False, True): "L",
        (True, False): "PT",
        (True, True): "BU",
        (False, False): "",
    }
    return spell.row.rne not in expected[moved, status_changed]


def _dates(spell: Spell, year: CollectionYear, ledger: Ledger) -> None:
    row = spell.row
    if row.decom > year.last:
        ledger.note(row, findings.OUTSIDE_THE_YEAR, "DECOM")
    if row.dec is not None and not year.holds(row.dec):
        ledger.note(row, findings.OUTSIDE_THE_YEAR, "DEC")
    if row.dec == row.decom:
        ledger.note(row, findings.EPISODE_WITHOUT_A_NIGHT, "DEC")


def _home(row: EpisodeRow, ledger: Ledger) -> None:
    place = PLACES[row.place]
    if row.provider not in (place.providers or {None}):
        ledger.note(row, findings.PROVIDER_CONTRADICTS_TYPE, "PLACE_PROVIDER")
    if place.urn is not None and place.urn != bool(row.urn) and row.ls not in SHORT_BREAKS:
        ledger.note(row, findings.URN_CONTRADICTS_TYPE, "URN")
    with_parents_by_agreement = row.place == "P1" and row.ls == "V2"
    for_adoption_without_order = row.place in {"A5", "A6"} and row.ls != "E1"
    if with_parents_by_agreement or for_adoption_without_order:
        ledger.note(row, findings.STATUS_CONTRADICTS_TYPE, "LS")


def _ages(row: EpisodeRow, age: int, ledger: Ledger) -> None:
    if age < PLACES[row.place].from_age:
        ledger.note(row, findings.AGE_CONTRADICTS_TYPE, "PLACE")
    if age >= ADULT or (row.ls in CRIMINAL and age < YOUNGEST_CRIMINAL):
        ledger.note(row, findings.AGE_CONTRADICTS_STATUS, "LS")


def _postcodes(row: EpisodeRow, knows: KnowsPostcode | None, ledger: Ledger) -> None:
    if knows is None:
        return
    for column, postcode in (("HOME_POST", row.home_post), ("PL_POST", row.pl_post)):
        if postcode and not knows(postcode):
            ledger.note(row, findings.POSTCODE_UNKNOWN, column)


def _ending(spell: Spell, after: Spell | None, ledger: Ledger) -> None:
    row = spell.row
    followed = after is not None and spell.ended == after.started
    if row.dec is None:
        if row.rec is not None:
            ledger.note(row, findings.REC_WITHOUT_DEC, "REC")
    elif row.rec is None:
        ledger.note(row, findings.DEC_WITHOUT_REC, "REC")
    elif row.rec == CONTINUES and not followed:
        ledger.note(row, findings.X1_WITHOUT_NEXT, "REC")
    elif row.rec in LEAVES_CARE and followed:
        ledger.note(row, findings.REC_CONTRADICTS, "REC")
