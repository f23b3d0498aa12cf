"""The rows of docs/domain that can be proved, by id."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "domain"

FAMILIES: Mapping[str, re.Pattern[str]] = {
    "seed rows": re.compile(r"[0-4]-\d{3}"),
    "edge cases": re.compile(r"6-\d{2}[a-z]?"),
    "clocks": re.compile(r"C-[A-Z][A-Z0-9]*(-[A-Z0-9]+)*"),
    "calculation rules": re.compile(r"R\d{1,2}"),
    "test vectors": re.compile(r"T\d{1,2}"),
    "measures": re.compile(r"K-\d{2}[a-z]?"),
    "rulings": re.compile(r"R-\d{2,3}"),
    "contradictions": re.compile(r"C-\d{2}"),
    "open questions": re.compile(r"Q\d{1,2}"),
}
_ADDED = " (added)"
"""Stands after an id that the specification did not have at first."""
_ROW = re.compile(r"^\|\s*([^|]+?)\s*\|(.*)\|\s*$")


@dataclass(frozen=True)
class Row:
    """One catalogued item. `context` says that the seed asks nothing of a system here."""

    id: str
    family: str
    page: str
    text: str

    @property
    def context(self) -> bool:
        return self.family == "seed rows" and self.text.split(" | ")[-1].startswith("CTX")


def family_of(identity: str) -> str | None:
    return next((name for name, form in FAMILIES.items() if form.fullmatch(identity)), None)


def rows(pages: Path = PAGES) -> dict[str, Row]:
    """Every row with an id, in the order of the pages; the first to use an id owns it."""
    found: dict[str, Row] = {}
    for page in sorted(pages.glob("*.md")):
        for row in _rows_of(page):
            found.setdefault(row.id, row)
    return found


def _rows_of(page: Path) -> Iterator[Row]:
    for line in page.read_text().splitlines():
        if (cells := _ROW.match(line)) is None:
            continue
        text = " | ".join(cell.strip() for cell in cells[2].split("|"))
        # One row may hold several ids: "C-REG45 / C-REG32".
        for identity in re.split(r"\s*[/,]\s*", cells[1]):
            known = identity.removesuffix(_ADDED)
            if (family := family_of(known)) is not None:
                yield Row(known, family, page.name, text)
