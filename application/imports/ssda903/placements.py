"""Episodes joined into placements: one stay in one home, whatever the legal status did."""

from collections.abc import Sequence
from uuid import UUID

from application.imports.ssda903.codes import provision_of
from application.imports.ssda903.episodes import Spell
from application.imports.ssda903.plan import PlannedPlacement
from application.imports.ssda903.rows import EpisodeRow
from domain.shared.vocabulary import PlacementId

MOVES = frozenset({"P", "T", "B", "U"})
SAME_CARER = frozenset({"T", "U"})
CONTINUING = MOVES | {"L"}


def same_home(one: EpisodeRow, other: EpisodeRow) -> bool:
    """Whether nothing differs that a move would change (rules 434 to 436)."""
    return (one.place, one.provider, one.urn, one.pl_post) == (
        other.place,
        other.provider,
        other.urn,
        other.pl_post,
    )


def same_stay(earlier: Spell, later: Spell) -> bool:
    """Whether the child stayed where they were.

    The cells say so, and RNE does not claim a move: two carers of one agency in one street
    may share every cell, and then RNE alone knows.
    """
    return (
        earlier.ended == later.started
        and same_home(earlier.row, later.row)
        and later.row.rne not in MOVES
    )


def placements_of(spells: Sequence[Spell], keys: Sequence[UUID]) -> tuple[PlannedPlacement, ...]:
    """The stays of one child, oldest first; `keys` are the spells' own, in their order."""
    stays: list[list[tuple[Spell, UUID]]] = []
    for spell, key in zip(spells, keys, strict=True):
        if stays and same_stay(stays[-1][-1][0], spell):
            stays[-1].append((spell, key))
        else:
            stays.append([(spell, key)])
    return tuple(_placement(stay) for stay in stays)


def _placement(stay: Sequence[tuple[Spell, UUID]]) -> PlannedPlacement:
    (first, key), (last, _) = stay[0], stay[-1]
    rows = [spell.row for spell, _ in stay]
    return PlannedPlacement(
        placement_id=PlacementId(key),
        episode_keys=tuple(key for _, key in stay),
        started=first.started,
        began_earlier=first.row.rne == "L",
        ended=last.ended,
        end_taken_from_next=last.end_taken_from_next,
        same_carer=first.row.rne in SAME_CARER,
        provision=provision_of(first.row.place, first.started),
        place_code=first.row.place,
        provider_code=first.row.provider,
        urn=first.row.urn,
        postcode=first.row.pl_post,
        home_postcode=next((row.home_post for row in reversed(rows) if row.home_post), None),
        reason_place_change=last.row.reason,
        rec=last.row.rec,
        rows=tuple(row.line for row in rows),
    )
