"""What can be refused of reference data, and under which rule."""

from domain.shared.errors import RuleBroken


class EditionNameTaken(RuleBroken):
    code = "EDITION_NAME_TAKEN"
    title = "Another edition of this set already has this name"
    cites = "docs/domain/03, R12"
