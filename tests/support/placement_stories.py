"""Anything that could be asked of a placement, for property tests."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import strategies as st

from domain.placement import PlacementCommand
from domain.placement.agreement import Party
from domain.placement.arrangement import FundingAuthorisation
from domain.placement.commands import (
    AgreeOtherEnd,
    AgreeStart,
    CancelPlacement,
    CorrectStart,
    IssueAgreement,
    NoteNoticeRanOut,
    ProposePlacement,
    RecordEnd,
    RecordIntroductoryVisit,
    RecordPackageReviewHeld,
    RecordProviderMeeting,
    RecordProviderNotice,
    RecordStart,
    ReplaceNotice,
    ServeNotice,
    SignAgreement,
    WithdrawNotice,
)
from domain.placement.endings import (
    ImmediateGround,
    Instigator,
    PlanEvidence,
    PlannedOverride,
    PlanSource,
    StatutoryReview,
)
from domain.shared.admission import Home, Registration
from domain.shared.moments import When
from domain.shared.terms import AgeRange
from domain.shared.vocabulary import EventId, PlacementId, Provision
from tests.support.placements import (
    BROKER,
    EVERYONE,
    FUNDING,
    MANAGER,
    PROVIDER_RULE,
    SEED_RULES,
    SETTING,
    VERBAL,
    agree_start,
    arrangement,
    contract,
    correct_start,
    draft,
    propose,
    serve_notice,
)

days = st.dates(date(2026, 2, 1), date(2026, 6, 30))


def _after(hours: int) -> datetime:
    return datetime(2026, 2, 1, 0, 30, tzinfo=UTC) + timedelta(hours=hours)


instants = st.integers(0, 3_500).map(_after)
early_days = st.dates(date(2026, 2, 1), date(2026, 3, 31))
early_instants = st.integers(0, 1_400).map(_after)
early = st.one_of(early_days, early_instants)
spring = st.dates(date(2026, 3, 1), date(2026, 4, 30))
late = st.dates(date(2026, 4, 1), date(2026, 6, 30))
whens: st.SearchStrategy[When] = st.one_of(days, instants)
people = st.sampled_from([BROKER, MANAGER])
birthdays = st.dates(date(2008, 1, 1), date(2012, 12, 31))
fundings = st.one_of(
    st.just(FUNDING),
    st.none(),
    st.builds(
        FundingAuthorisation,
        weekly=st.sampled_from([79_999, 80_000]),
        since=days,
        until=st.none() | days,
    ),
)
verbal = st.none() | st.just(VERBAL)
homes = st.builds(
    Home,
    setting_id=st.just(SETTING),
    provider_id=st.none(),
    provision=st.sampled_from(Provision),
    registration=st.sampled_from(Registration),
    is_open=st.booleans(),
    admissions_restricted=st.booleans(),
    ages=st.none() | st.just(AgeRange(first=16, before=18)),
)
arrangements = st.builds(arrangement, planned_end=st.none() | days)
reviews = st.none() | st.builds(StatutoryReview, on=days, held=st.booleans())
others = st.sampled_from([(), (PlacementId(UUID(int=77)),)])

proposals: st.SearchStrategy[ProposePlacement] = st.builds(
    propose, born_on=birthdays, starts_on=days
)
agreed = st.builds(
    AgreeStart,
    starts_at=whens,
    home=homes,
    born_on=birthdays,
    funding=fundings,
    verbal_authority=verbal,
    exception_reason=st.none() | st.just("not_practicable"),
    iro_informed=st.booleans(),
    placement_plan_prepared=st.booleans(),
    by=people,
)
starts: st.SearchStrategy[RecordStart] = st.builds(
    RecordStart,
    at=early,
    born_on=birthdays,
    home=st.none() | homes,
    reserved=st.booleans(),
    other_open_placements=others,
    over_capacity_nights=st.lists(days, max_size=2).map(tuple),
    funding=fundings,
    verbal_authority=verbal,
    arrangement=arrangements,
    decided_elsewhere=st.booleans(),
)
corrections = st.builds(
    CorrectStart,
    corrects=st.just(EventId(UUID(int=1))),
    at=whens,
    reason=st.just("Typed wrongly"),
    approved_by=people,
    by=people,
)
reviewed = st.builds(
    RecordPackageReviewHeld,
    on=whens,
    attendance=st.just(EVERYONE),
    participation=st.just("PN1"),
    matrix_half_hours=st.integers(0, 50),
    by=people,
)
notices = st.builds(
    ServeNotice,
    reason=st.sampled_from(["needs_changed", "behaviour", "price"]),
    terms=st.just(contract()),
    served_at=whens,
    options_explored=st.just("More hours"),
    manager_approval=people,
    statutory_review=reviews,
    looked_after=st.booleans(),
    risk_ground=st.none() | st.sampled_from(ImmediateGround),
    written=st.just(True),
    by=people,
)
provider_notices = st.builds(
    RecordProviderNotice,
    received_at=whens,
    reason=st.just("cannot_meet_needs"),
    end_named=st.none() | whens,
    terms=st.none() | st.just(contract(*SEED_RULES, PROVIDER_RULE)),
)
numbers = st.integers(1, 3)
changed_notices = st.one_of(
    st.builds(ReplaceNotice, replaces=numbers, notice=notices),
    st.builds(
        AgreeOtherEnd,
        notice=numbers,
        sooner=st.booleans(),
        agreed_on=whens,
        earliest_end=days,
        pay_until=days,
        reason=st.just("Agreed."),
        written=st.just(True),
        provider_agreed=st.none() | people,
        approved_by=st.none() | people,
        statutory_review=reviews,
        looked_after=st.booleans(),
        by=people,
    ),
    st.builds(
        WithdrawNotice,
        notice=numbers,
        on=whens,
        reason=st.just("Agreed."),
        provider_agreed=st.none() | people,
        approved_by=st.none() | people,
        by=people,
    ),
    st.builds(NoteNoticeRanOut, by_end_of=days),
)
ends: st.SearchStrategy[RecordEnd] = st.builds(
    RecordEnd,
    at=whens,
    reason=st.just("moved_on"),
    instigator=st.sampled_from(Instigator),
    plan=st.none() | st.builds(PlanEvidence, source=st.sampled_from(PlanSource), on=whens),
    override=st.none() | st.builds(PlannedOverride, planned=st.booleans(), reason=st.just("So")),
    looked_after=st.booleans(),
    statutory_review=reviews,
    immediate_risk=st.booleans(),
)
steps = st.one_of(
    st.just(draft()),
    st.builds(IssueAgreement, authorised=fundings),
    st.builds(SignAgreement, party=st.sampled_from(Party), signatory=people, on=whens),
    st.builds(RecordProviderMeeting, on=whens, attendees=st.just(("young_person", "provider"))),
    st.builds(RecordIntroductoryVisit, on=whens),
    agreed,
    proposals,
)
lived = st.one_of(
    corrections,
    reviewed,
    reviewed,
    notices,
    provider_notices,
    changed_notices,
    steps,
    ends,
    starts,
)


given_in_spring = st.builds(serve_notice, served_at=spring, manager_approval=people)


def signing(party: Party) -> st.SearchStrategy[SignAgreement]:
    return st.builds(SignAgreement, party=st.just(party), signatory=people, on=whens)


# Left to chance alone, few stories would reach the decisions worth testing: half of them
# take every step once, in order, and the other half start and then do anything.
journeys: st.SearchStrategy[list[PlacementCommand]] = st.tuples(
    st.just(propose()),
    st.just(draft()),
    st.builds(IssueAgreement, authorised=fundings),
    signing(Party.COUNCIL),
    signing(Party.PROVIDER),
    st.builds(RecordProviderMeeting, on=whens, attendees=st.just(("young_person", "provider"))),
    st.builds(RecordIntroductoryVisit, on=whens),
    st.builds(agree_start, funding=fundings, verbal_authority=verbal),
    starts,
    given_in_spring,
    st.builds(RecordProviderNotice, received_at=spring, reason=st.just("price"), end_named=days),
    changed_notices,
    ends,
    st.builds(correct_start, at=late),
    ends,
).map(list)
wild: st.SearchStrategy[list[PlacementCommand]] = st.builds(
    lambda before, start, after: [*before, start, *after],
    st.lists(st.one_of(proposals, steps), max_size=4),
    starts,
    st.lists(lived, min_size=2, max_size=8),
)
stories = st.one_of(journeys, wild)
beginnings: st.SearchStrategy[list[PlacementCommand]] = st.lists(
    st.one_of(proposals, steps, st.just(CancelPlacement(reason="declined"))), max_size=8
)
