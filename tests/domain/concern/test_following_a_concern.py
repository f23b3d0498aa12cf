"""A concern is raised, looked at, referred, investigated, acted on, closed and opened again."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from application.shared.steps import seen_by
from domain.concern import Concern, ConcernCommand, ConcernEvent, decider
from domain.concern import commands as ask
from domain.concern import events as came
from domain.concern.chronology import chronology
from domain.concern.clocks import clocks
from domain.concern.errors import (
    AlertNotSameDay,
    ConcernIncomplete,
    NamedInSharedText,
    SafeguardingNotReferred,
)
from domain.concern.vocabulary import (
    ActionId,
    ConcernId,
    ConcernKind,
    Finding,
    Party,
    Source,
    Stage,
)
from domain.shared.breaches import Breach
from domain.shared.calendar import Calendar
from domain.shared.clock_catalogue import FIRST_EDITION
from domain.shared.clocks import ClockTerms, is_breached
from domain.shared.doers import Doer
from domain.shared.errors import (
    ConflictOfInterest,
    EffectiveBeforeStream,
    MissingInformation,
    NotFound,
    WrongState,
)
from domain.shared.vocabulary import CaseId, ProviderId, SettingId, Subject
from tests.support.recorded import NOON, recorded
from tests.support.scenario import Case

concern: Case[ConcernCommand, Concern, ConcernEvent] = Case(decider)

QUIN, TAM = Subject("quin-quality"), Subject("tam-manager")
HARBOUR, ELSEWHERE = ProviderId(UUID(int=5)), ProviderId(UUID(int=6))
NEARLY_MIDNIGHT = datetime(2026, 3, 9, 23, 50, tzinfo=UTC)
JUST_AFTER = datetime(2026, 3, 10, 0, 10, tzinfo=UTC)
MORNING = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)
THE_20TH = date(2026, 3, 20)
TRAINING = ActionId(UUID(int=7))


def raising(**changed: Any) -> ask.RaiseConcern:
    told: dict[str, Any] = {
        "concern_id": ConcernId(UUID(int=1)),
        "kind": ConcernKind.SAFEGUARDING_ALERT,
        "categories": ("restraint",),
        "source": Source.CHILD,
        "case_id": CaseId(UUID(int=2)),
        "siblings": (),
        "placements": (),
        "setting_id": SettingId(UUID(int=3)),
        "about_provider": HARBOUR,
        "raised_by": HARBOUR,
        "happened_at": None,
        "aware_at": NEARLY_MIDNIGHT,
        "told_at": NEARLY_MIDNIGHT,
        "death": False,
        "account": "She says that she was held.",
        "subject": "Morgan Underhill-Example",
        "by": QUIN,
    }
    return ask.RaiseConcern(**{**told, **changed})


def raised(*breaches: Breach, **changed: Any) -> came.ConcernRaised:
    return came.ConcernRaised(**dict(raising(**changed)), breaches=breaches)


def triage(**changed: Any) -> ask.TriageConcern:
    told: dict[str, Any] = {
        "serious": False,
        "refer": True,
        "investigate": True,
        "reason": None,
        "subject": None,
        "lead": TAM,
        "by": TAM,
    }
    return ask.TriageConcern(**{**told, **changed})


def triaged(**changed: Any) -> came.ConcernTriaged:
    return came.ConcernTriaged(**dict(triage(**changed)))


REFERRED = came.SafeguardingReferralMade(to="designated_officer", at=MORNING, by=TAM)
BEGUN = came.InvestigationBegun(investigator=QUIN, at=MORNING, by=TAM)
FINDING = ask.RecordFinding(finding=Finding.SUBSTANTIATED, on=THE_20TH, text="Two agree.", by=TAM)
FOUND = came.FindingRecorded(**dict(FINDING), about_provider=HARBOUR)
SET = came.ActionSet(
    action_id=TRAINING,
    code="restraint_training",
    doer=Doer.PROVIDER,
    due=date(2026, 4, 20),
    by=TAM,
)
DONE = came.ActionDone(action_id=TRAINING, on=date(2026, 4, 17), by=QUIN)
CLOSE = ask.CloseConcern(learning=("staff_training",), text="Agency staff are briefed.", by=TAM)
SHARE = ask.ShareConcern(
    party=Party.PROVIDER,
    provider_id=ELSEWHERE,
    text="We look into it.",
    names=False,
    by=TAM,
)
SHARED = came.ConcernShared(**SHARE.model_dump(exclude={"names"}))


@pytest.mark.covers("R-249")
def test_whom_it_is_against_handles_nothing_of_it() -> None:
    against = raised(subject="TAM-manager")
    begun = (against, triaged(lead=QUIN, by=QUIN), REFERRED, BEGUN)

    concern.given(against).when(triage()).then_refused(ConflictOfInterest)
    concern.given(against).when(triage(by=QUIN)).then_refused(ConflictOfInterest)
    concern.given(raised()).when(triage(subject="tam-manager")).then_refused(ConflictOfInterest)
    concern.given(*begun[:3]).when(
        ask.BeginInvestigation(investigator=TAM, at=MORNING, by=QUIN)
    ).then_refused(ConflictOfInterest)
    for by_tam in (FINDING, CLOSE, SHARE):
        concern.given(*begun).when(by_tam).then_refused(ConflictOfInterest)


@pytest.mark.covers("4-150")
def test_an_alert_on_the_day_on_which_the_provider_knew_breaks_nothing() -> None:
    concern.when(raising()).then(raised())


@pytest.mark.covers("4-150", "6-14")
def test_an_alert_twenty_minutes_later_on_the_next_day_is_recorded_with_what_it_breaks() -> None:
    late = AlertNotSameDay("The council was told 20 minutes after the provider knew.")
    breach = Breach(code=late.code, cites=late.cites, detail=str(late))

    concern.when(raising(told_at=JUST_AFTER)).then(raised(breach, told_at=JUST_AFTER))


def test_what_is_missing_is_named_at_once_and_nobody_is_told_before_it_happened() -> None:
    nothing = raising(
        account=" ",
        categories=(),
        case_id=None,
        setting_id=None,
        about_provider=None,
        aware_at=None,
    )
    with pytest.raises(MissingInformation) as refused:
        decider.decide(decider.initial, nothing)
    assert refused.value.details["missing"] == ["account", "categories", "about", "aware_at"]
    fails = raising(kind=ConcernKind.SERVICE_FAILURE, about_provider=None)
    concern.when(fails).then_refused(ConcernIncomplete)
    concern.when(raising(happened_at=JUST_AFTER)).then_refused(EffectiveBeforeStream)


@pytest.mark.covers("4-239", "4-240")
@pytest.mark.parametrize("kind", list(ConcernKind))
@pytest.mark.parametrize(
    "source", [Source.CHILD, Source.SOCIAL_CARE, Source.PROVIDER, Source.ANONYMOUS]
)
def test_each_kind_is_taken_in_whoever_tells(kind: ConcernKind, source: Source) -> None:
    concern.when(raising(kind=kind, source=source)).then(raised(kind=kind, source=source))


@pytest.mark.covers("R-229")
def test_an_alert_is_referred_or_somebody_says_why_not() -> None:
    concern.given(raised()).when(triage()).then(triaged())
    concern.given(raised()).when(triage(refer=False)).then_refused(ConcernIncomplete)
    said = {"refer": False, "reason": "referred_already"}
    concern.given(raised()).when(triage(**said)).then(triaged(**said))
    issue = raised(kind=ConcernKind.ISSUE_REPORT)
    concern.given(issue).when(triage(refer=False)).then(triaged(refer=False))
    silent = triage(refer=False, investigate=False)
    concern.given(issue).when(silent).then_refused(ConcernIncomplete)


@pytest.mark.covers("R-229")
def test_nobody_here_asks_questions_before_those_who_safeguard_have_heard_of_it() -> None:
    begin = ask.BeginInvestigation(**dict(BEGUN))
    refer = ask.MakeSafeguardingReferral(**dict(REFERRED))

    concern.given(raised(), triaged()).when(begin).then_refused(SafeguardingNotReferred)
    concern.given(raised(), triaged()).when(refer).then(REFERRED)
    concern.given(raised(), triaged(), REFERRED).when(begin).then(BEGUN)
    concern.given(raised(), triaged(), REFERRED).when(FINDING).then_refused(WrongState)
    alone = triaged(investigate=False, reason="police_investigate")
    concern.given(raised(), alone).when(FINDING).then_refused(SafeguardingNotReferred)
    concern.given(raised(), alone, REFERRED).when(FINDING).then(FOUND)


@pytest.mark.covers("R-237")
def test_nothing_is_looked_into_or_found_before_anybody_told_but_a_referral_may_have_been() -> None:
    told = raised(aware_at=JUST_AFTER, told_at=JUST_AFTER)
    day_before = {"at": date(2026, 3, 9)}
    early = came.SafeguardingReferralMade(to="designated_officer", at=NEARLY_MIDNIGHT, by=TAM)
    begin = ask.BeginInvestigation(**dict(BEGUN))

    concern.given(told, triaged()).when(ask.MakeSafeguardingReferral(**dict(early))).then(early)
    heard = concern.given(told, triaged(), REFERRED)
    heard.when(begin.model_copy(update=day_before)).then_refused(EffectiveBeforeStream)
    minute_before = {"at": JUST_AFTER - timedelta(minutes=1)}
    heard.when(begin.model_copy(update=minute_before)).then_refused(EffectiveBeforeStream)
    that_day = came.InvestigationBegun(investigator=QUIN, at=date(2026, 3, 10), by=TAM)
    heard.when(ask.BeginInvestigation(**dict(that_day))).then(that_day)
    found = concern.given(told, triaged(), REFERRED, BEGUN)
    found.when(FINDING.model_copy(update={"on": date(2026, 3, 9)})).then_refused(
        EffectiveBeforeStream
    )
    alone = concern.given(told, triaged(investigate=False, reason="police"), REFERRED)
    alone.when(FINDING.model_copy(update={"on": date(2026, 3, 9)})).then_refused(
        EffectiveBeforeStream
    )


def test_what_is_found_says_how_it_was_reached() -> None:
    looked_into = concern.given(raised(), triaged(), REFERRED, BEGUN)

    looked_into.when(FINDING).then(FOUND)
    looked_into.when(FINDING.model_copy(update={"text": " "})).then_refused(MissingInformation)


@pytest.mark.covers("R-229")
def test_it_closes_with_its_outcome_what_was_learned_and_everything_done() -> None:
    closed = came.ConcernClosed(**dict(CLOSE))
    found = (raised(), triaged(), REFERRED, BEGUN, FOUND)

    concern.given(*found, SET, DONE).when(CLOSE).then(closed)
    concern.given(*found, SET).when(CLOSE).then_refused(ConcernIncomplete)
    blank = CLOSE.model_copy(update={"learning": ()})
    concern.given(*found).when(blank).then_refused(ConcernIncomplete)
    with pytest.raises(ConcernIncomplete) as refused:
        decider.decide(decider.replay([raised(death=True), triaged(), SET]), blank)
    missing = ["outcome", "learning", "actions", "safeguarding_referral", "national_panel"]
    assert refused.value.details["missing"] == missing


def test_what_is_opened_again_is_found_anew() -> None:
    again = came.ConcernReopened(reason="new_account", by=TAM)
    closed = came.ConcernClosed(**dict(CLOSE))
    over = concern.given(raised(), triaged(), REFERRED, BEGUN, FOUND, closed)

    over.when(ask.ReopenConcern(**dict(again))).then(again)
    over.when(FINDING).then_refused(WrongState)
    reopened = concern.given(raised(), triaged(), REFERRED, BEGUN, FOUND, closed, again)
    reopened.when(CLOSE).then_refused(ConcernIncomplete)
    reopened.when(ask.BeginInvestigation(**dict(BEGUN))).then(BEGUN)


def test_an_action_is_done_once() -> None:
    finish = ask.FinishAction(**dict(DONE))

    concern.given(raised()).when(ask.SetAction(**dict(SET))).then(SET)
    concern.given(raised(), SET).when(finish).then(DONE)
    concern.given(raised(), SET, DONE).when(finish).then_refused(NotFound)


@pytest.mark.covers("4-241")
def test_it_is_shared_with_a_provider_or_another_party_in_words_that_name_nobody() -> None:
    concern.given(raised()).when(SHARE).then(SHARED)
    naming = SHARE.model_copy(update={"names": True})
    concern.given(raised()).when(naming).then_refused(NamedInSharedText)
    nobody = SHARE.model_copy(update={"provider_id": None})
    concern.given(raised()).when(nobody).then_refused(ConcernIncomplete)
    family = SHARE.model_copy(update={"party": Party.FAMILY})
    concern.given(raised()).when(family).then_refused(ConcernIncomplete)


@pytest.mark.covers("4-178", "4-239")
def test_a_provider_says_what_it_found_of_what_it_told_or_was_told() -> None:
    told = came.FollowUpReported(
        provider_id=ELSEWHERE, text="We asked.", finding=Finding.UPHELD, by=QUIN
    )
    report = ask.ReportFollowUp(**dict(told))

    concern.given(raised(), SHARED).when(report).then(told)
    concern.given(raised()).when(report).then_refused(NotFound)
    own = report.model_copy(update={"provider_id": HARBOUR})
    concern.given(raised()).when(own).then(came.FollowUpReported(**dict(own)))


def test_the_national_panel_is_told() -> None:
    told = came.NationalPanelNotified(at=MORNING, by=TAM)

    concern.given(raised()).when(ask.NotifyNationalPanel(**dict(told))).then(told)


TERMS = ClockTerms(calendar=Calendar(edition="x", holidays=frozenset()), limits=FIRST_EDITION)


def standing(*events: ConcernEvent) -> dict[str, tuple[str, bool]]:
    found = clocks(recorded(*events), TERMS)
    return {each.code: (each.outcome.value, is_breached(each, NOON)) for each in found}


@pytest.mark.covers("C-ALERT", "6-14")
def test_an_alert_meets_its_clock_by_itself_and_a_late_one_has_run_out() -> None:
    assert standing(raised()) == {"C-ALERT": ("met", False)}
    assert standing(raised(told_at=JUST_AFTER)) == {"C-ALERT": ("met", True)}


@pytest.mark.covers("C-SVCFAIL", "4-248")
def test_a_service_that_fails_is_told_at_once() -> None:
    fails = {"kind": ConcernKind.SERVICE_FAILURE}
    assert standing(raised(**fails)) == {"C-SVCFAIL": ("met", False)}
    assert standing(raised(**fails, told_at=MORNING)) == {"C-SVCFAIL": ("met", True)}


@pytest.mark.covers("C-INCIDENT-24")
def test_a_copy_of_a_serious_event_is_awaited_a_day_and_of_a_death_at_once() -> None:
    told: dict[str, Any] = {"happened_at": NEARLY_MIDNIGHT}
    told |= {"kind": ConcernKind.SERIOUS_EVENT_COPY, "aware_at": None, "told_at": MORNING}

    assert standing(raised(**told))["C-INCIDENT-24"] == ("met", False)
    assert standing(raised(**told, death=True))["C-INCIDENT-24"] == ("met", True)


@pytest.mark.covers("C-SCIN-5WD")
def test_of_a_serious_incident_the_national_panel_hears_within_five_working_days() -> None:
    serious = (raised(), triaged(serious=True))
    told = came.NationalPanelNotified(at=MORNING, by=TAM)

    assert "C-SCIN-5WD" not in standing(raised(), triaged())
    assert standing(*serious)["C-SCIN-5WD"] == ("running", True)
    assert standing(*serious, told)["C-SCIN-5WD"] == ("met", False)
    assert standing(raised(death=True))["C-SCIN-5WD"] == ("running", True)
    (due,) = [
        each.due.at for each in clocks(recorded(*serious), TERMS) if each.code == "C-SCIN-5WD"
    ]
    assert due == datetime(2026, 3, 16, 23, 59, 59, tzinfo=UTC)


def test_an_action_is_due_on_the_day_that_was_agreed() -> None:
    assert standing(raised(), SET)["C-ACTION"] == ("running", True)
    assert standing(raised(), SET, DONE)["C-ACTION"] == ("met", False)


def test_how_far_it_has_come_is_told_by_day() -> None:
    closed = came.ConcernClosed(**dict(CLOSE))
    again = came.ConcernReopened(reason="new_account", by=TAM)
    steps: list[came.ConcernEvent] = [
        *(raised(), triaged(), REFERRED, BEGUN, FOUND, SET, DONE, closed, again)
    ]

    told = [chronology(recorded(*steps[: n + 1]))[-1].stage for n in range(len(steps))]

    assert told == [
        Stage.RAISED,
        Stage.TRIAGED,
        Stage.REFERRED,
        Stage.INVESTIGATING,
        Stage.OUTCOME,
        Stage.ACTIONS,
        Stage.OUTCOME,
        Stage.CLOSED,
        Stage.REOPENED,
    ]
    assert chronology(recorded(raised(), SHARED))[-1].told == (HARBOUR, ELSEWHERE)


def test_a_step_dated_before_the_one_it_follows_is_seen_with_it() -> None:
    late_triage = triaged()  # recorded in June
    said: list[came.ConcernEvent] = [raised(), late_triage, REFERRED, BEGUN, FOUND, SET, DONE]
    steps = recorded(*said)
    line = chronology(steps)

    def seen(day: date) -> int:
        return len(seen_by(day, line, steps))

    assert [seen(date(2026, 3, day)) for day in (8, 9, 10, 20)] == [0, 1, 4, 5]
    assert [seen(date(2026, 4, 16)), seen(date(2026, 4, 17)), seen(date(2026, 6, 1))] == [5, 7, 7]
