"""What an authority's entry can refuse."""

from domain.shared.errors import BadContent


class BoundariesContradict(BadContent):
    code = "TERMS_CONTRADICT"
    title = "A district is either the council's own or a neighbour's"
    cites = "SI 2010/959, reg. 11"
