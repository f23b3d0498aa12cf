"""Which codes each route may answer with, read out of the rules themselves.

Nobody lists them: a route's function is followed through handlers into the decisions that its
commands meet, and every refusal that is raised on the way is one that it may answer with. A
refusal that is added to a rule is described by every route that leads there.

It is read when the service is described, never while it serves. It errs towards too many (a rule
may be met that this route's state excludes); that it misses none is checked against every
answer that the tests see.
"""

from interface.http.refusals.described import describe

__all__ = ["describe"]
