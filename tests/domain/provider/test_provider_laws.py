"""What holds for every provider, whatever is asked of it and in whatever order."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from domain.provider import ProviderCommand, ProviderEvent, decider
from domain.provider.commands import LeaveLot
from domain.provider.events import LotMembershipGranted, ProviderSuspended, SuspensionLifted
from domain.provider.state import Suspended
from domain.shared.errors import CaseworkError
from tests.support.providers import (
    ANOTHER_MANAGER,
    CONTRACT,
    MANAGER,
    admit,
    lift,
    march,
    provider_registered,
    suspend,
)

days = st.integers(1, 31).map(march)
people = st.sampled_from([MANAGER, ANOTHER_MANAGER])
lots = st.sampled_from(["1.1", "2.2"])
commands: st.SearchStrategy[ProviderCommand] = st.one_of(
    st.builds(admit, lots, days),
    st.builds(LeaveLot, contract_id=st.just(CONTRACT), lot=lots, on=days),
    st.builds(lambda day, by: suspend(from_=day, by=by), days, people),
    st.builds(lambda day, by: lift(by=by, on=day), days, people),
)


def history_of(story: Sequence[ProviderCommand]) -> list[ProviderEvent]:
    """Ask for everything in turn, and keep what was not refused."""
    history: list[ProviderEvent] = [provider_registered()]
    for command in story:
        try:
            history += decider.decide(decider.replay(history), command)
        except CaseworkError:
            continue
    return history


@given(st.lists(commands, max_size=25))
def test_nobody_lifts_a_suspension_that_is_partly_their_own(
    story: Sequence[ProviderCommand],
) -> None:
    suspenders = set()
    for event in history_of(story):
        if isinstance(event, ProviderSuspended):
            suspenders.add(event.by)
        if isinstance(event, SuspensionLifted):
            assert event.by not in suspenders
            suspenders.clear()


@given(st.lists(commands, max_size=25))
def test_no_lot_is_joined_twice_at_once_nor_while_suspended(
    story: Sequence[ProviderCommand],
) -> None:
    history = history_of(story)
    for position, event in enumerate(history):
        if isinstance(event, LotMembershipGranted):
            before = decider.replay(history[:position])
            assert not isinstance(before, Suspended)
    after = decider.replay(history)
    memberships = getattr(after, "memberships", ())
    for day in (march(number) for number in range(1, 32)):
        current = [(each.contract_id, each.lot) for each in memberships if each.covers(day)]
        assert len(current) == len(set(current))
