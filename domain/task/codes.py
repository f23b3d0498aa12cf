"""What a task is closed as, and what it asks for where no rule's own code says so."""

from enum import StrEnum
from typing import Final, NewType
from uuid import UUID

TaskId = NewType("TaskId", UUID)

TaskCode = str
"""What is to be seen to: one of those below, or the code of the breach or refusal behind it."""

DECIDE_ON_SUSPENSION: Final = "DECIDE_ON_SUSPENSION"
"""A grade below what the contract asks for (2.9): suspend the provider here, or say why not."""

PLAN_MOVE: Final = "PLAN_MOVE"
"""A child's home lapsed or is to close: one task for each child, which the DCS sees (6-50)."""

NOVATE_AGREEMENT: Final = "NOVATE_AGREEMENT"
"""The home was sold: the agreement of this placement is made over to who runs it now (6-53)."""

DECIDE_ON_RETURN: Final = "DECIDE_ON_RETURN"
"""A resident who was away asks to come back to a home that may take nobody new (6-49)."""

PLAN_CONTACT: Final = "PLAN_CONTACT"
"""A child left a home in which a brother or sister stays: how they keep in touch (6-68)."""


DATA_BREACH_TO_JUDGE: Final = "DATA_BREACH_TO_JUDGE"
"""What told too much was withdrawn: the DPO judges whether it is reported (6-65, R-98)."""


TELEPHONE_PROVIDER: Final = "TELEPHONE_PROVIDER"
"""A message never reached a provider: somebody has to call it (R-72)."""


DECIDE_ON_PREFERRED_OFFER: Final = "DECIDE_ON_PREFERRED_OFFER"
"""The provider of a preferred offer may be given nothing new any more: keep it or not (R-59)."""

LOOK_AT_UNREGISTERED_HOME: Final = "LOOK_AT_UNREGISTERED_HOME"
"""A child under 18 moved in where no register suffices: the director hears of it (6-36, R-163)."""

FIND_OUT_WHERE: Final = "FIND_OUT_WHERE"
"""Where a child lives is on no map, so nobody can say whose area it is in (R-164)."""

LOOK_AT_LOCATION: Final = "LOOK_AT_LOCATION"
"""Whether a home lies in an area to avoid is not known: a person looks (R-85)."""

DECIDE_ON_SEARCH: Final = "DECIDE_ON_SEARCH"
"""A child moved in otherwise while it is looked for: join the placement, or call it off (R-105)."""


TELL_OF_DEATH: Final = "TELL_OF_DEATH"
"""A child died: family, reviewing officer, Ofsted and the national panel are told (6-46)."""

NO_COURT_AUTHORITY: Final = "NO_COURT_AUTHORITY"
"""A child is kept in a secure home with no court's authority: it is unlawful (C-SECURE-72)."""

CHILD_MISSING: Final = "CHILD_MISSING"
"""Nobody knows where the child is: worker and reviewing officer hear of it at once (R-24)."""

PROVIDERS_WORD_TO_JUDGE: Final = "PROVIDERS_WORD_TO_JUDGE"
"""A provider says what changes no record by itself: somebody records what is so (R-201)."""

DECIDE_ON_ABSENCE: Final = "DECIDE_ON_ABSENCE"
"""Away for more than seven days for no named reason: is this a new placement (R-195)?"""

FIND_NEXT_HOME: Final = "FIND_NEXT_HOME"
"""Notice runs on a child's home, and nobody looks for the next one (2.6)."""

CHILD_STILL_PLACED: Final = "CHILD_STILL_PLACED"
"""Notice has run out, and the child lives there still: nothing ends by itself (6-18)."""

INFORM_IRO: Final = "INFORM_IRO"
"""A looked-after child's placement was ended at once: its reviewing officer is told (6-24)."""

ARRANGE_ACCOMMODATION: Final = "ARRANGE_ACCOMMODATION"
"""A placement was ended at once, and nothing else was arranged for the child (6-24)."""

RECONSIDER_START: Final = "RECONSIDER_START"
"""An approval was refused after the start was agreed on it: call it off, or ask again (R-154)."""

RECONSIDER_SEARCH: Final = "RECONSIDER_SEARCH"
"""Notice was taken back, and a search that began since then goes on: is it wanted (6-20)?"""


DECIDE_ON_UNFILLED: Final = "DECIDE_ON_UNFILLED"
"""Every rung was climbed and no offer will do: a senior manager decides what is next (R-76)."""

TRIAGE_CONCERN: Final = "TRIAGE_CONCERN"
"""A concern was raised and nobody has looked at it (2.12)."""

COVER_SERVICE: Final = "COVER_SERVICE"
"""A provider cannot give its service: see that every child is safe and housed (4-248)."""

VISIT_PROVIDER: Final = "VISIT_PROVIDER"
"""A provider told late or failed: look at it with a quality visit (docs/domain/03, C-ALERT)."""

MEET_PROVIDER: Final = "MEET_PROVIDER"
"""A month has gone by without a contract meeting (2-049)."""

RENEW_ASSURANCE: Final = "RENEW_ASSURANCE"
"""What a provider had shown has run out, and nothing followed (R-232)."""

ACTION_OVERDUE: Final = "ACTION_OVERDUE"
"""The day that was agreed for an action has gone by, and it is not done (R-229)."""


APPROVALS: Final = frozenset(
    {
        "OUT_OF_AREA_NOT_APPROVED",
        "DISTANT_NOT_APPROVED_BY_DCS",
        "KS4_NOT_APPROVED",
        "CEASING_NOT_APPROVED",
        "TEMPORARY_CARERS_NOT_EXTENDED",
        "WITH_PARENTS_NOT_APPROVED",
    }
)
"""What waits for an approver (2.11): by the code of the gate that the approval opens."""

DONE_BY_ITS_ACT: Final = frozenset({PLAN_MOVE, RECONSIDER_START}) | APPROVALS
"""What is done once it is on record, and by nobody's word: a deadline hangs on it (R-107)."""


class ClosedAs(StrEnum):
    """What became of a task. `settled` is the service's own word, the others are a person's."""

    DONE = "done"
    NOT_NEEDED = "not_needed"
    SETTLED = "settled"
