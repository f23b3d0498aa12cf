"""Where a child is on a day: by whose word, when that was last confirmed, and what speaks against.

`told` is what is answered, `sight` what is looked at, `confirmed` who found the child there,
`contradicted` the table of what speaks against it, topic by topic. Pure.
"""

from application.case.whereabouts.told import Whereabouts
from application.case.whereabouts.whole import whereabouts

__all__ = ["Whereabouts", "whereabouts"]
