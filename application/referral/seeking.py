"""What else is being looked for, for a child: read from the child's own file, never from a list."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from application.shared.casework import Ask
from application.shared.office import Office, stream_of
from domain import case, referral
from domain.case.commands import NoteHomeSought
from domain.case.events import HomeSought
from domain.referral.stages import Fulfilled, Stage, Withdrawn
from domain.shared.vocabulary import CaseId, ReferralId


def open_referrals(office: Office, case_ids: Sequence[CaseId]) -> tuple[ReferralId, ...]:
    """Every request for any of these children that is not over, drafts too."""
    found = {
        each
        for case_id in case_ids
        for each in _sought(office, case_id)
        if _is_open_for(office, case_id, each)
    }
    return tuple(sorted(found))


def noting(office: Office, case_ids: Sequence[CaseId], referral_id: ReferralId) -> Sequence[Ask]:
    """That each child's file says of the new request: whoever begins another at once clashes.

    To be asked before `open_referrals`: what came into a file since then was not seen there.
    """
    command = NoteHomeSought(referral_id=referral_id)
    streams = [stream_of("case", case_id) for case_id in case_ids]
    return [
        Ask(each, case.decider, command, planned_at=office.streams.read(each).version)
        for each in streams
    ]


def _sought(office: Office, case_id: UUID) -> Iterator[ReferralId]:
    for fact in office.streams.read(stream_of("case", case_id)).facts:
        if isinstance(fact, HomeSought):
            yield fact.referral_id


def _is_open_for(office: Office, case_id: CaseId, referral_id: ReferralId) -> bool:
    """Whether this child is still looked for there: one of several may have left a search."""
    state = office.state(referral.decider, stream_of("referral", referral_id))
    if not isinstance(state, Stage) or isinstance(state, Fulfilled | Withdrawn):
        return False
    return case_id in state.facts.children.sought.values()
