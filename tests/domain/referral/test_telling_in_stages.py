"""More is told in stages: to who is shortlisted and keeps it to itself, and to who is chosen."""

from typing import Any
from uuid import UUID

import pytest

from domain import referral
from domain.referral.codes import DeselectionReason
from domain.referral.commands.answers import OpenPack
from domain.referral.commands.emergency import SupplyInformation
from domain.referral.commands.market import WithdrawPack
from domain.referral.errors import ConfidentialityNotAccepted, RedactionNotConfirmed
from domain.referral.events import ReferralEvent
from domain.referral.events.choice import PreferredOfferDeselected
from domain.referral.events.ending import ReferralFulfilled, ReferralWithdrawn
from domain.referral.events.evaluation import RelationshipDeclared
from domain.referral.events.market import PackWithdrawn
from domain.referral.events.offers import OfferWithdrawn
from domain.referral.field_matrix import PackField, PackStage
from domain.referral.pack import digest
from domain.shared.errors import ConflictOfInterest, MissingInformation, NotFound, WrongState
from domain.shared.vocabulary import PlacementId
from tests.support.disclosure import (
    FULL,
    MATCHING,
    NAMED,
    SOON,
    WRITTEN,
    accept_terms,
    name_in_minimum,
    read,
    release_full,
    release_matching,
    shortlisted,
    staged,
    terms_accepted,
    told,
    until_shortlisted,
)
from tests.support.referrals import (
    ASH,
    BROKER,
    CASEWORKER,
    ELM,
    OAK,
    offer_of,
    pack,
    selected,
    setting_of,
    until_authorised,
    until_evaluating,
    until_preferred,
    until_submitted,
    viewed,
)
from tests.support.scenario import Case

case = Case(referral.decider)
OTHER = staged(PackStage.MATCHING, *WRITTEN, text="Something else is known.")


def urgent(*history: ReferralEvent) -> list[Any]:
    return [
        event.model_copy(update={"emergency": True}) if hasattr(event, "emergency") else event
        for event in history
    ]


def deselected(reason: DeselectionReason = DeselectionReason.CHILD_REFUSED) -> ReferralEvent:
    return PreferredOfferDeselected(offer_id=offer_of(OAK), reason=reason, by=BROKER)


def open_pack() -> OpenPack:
    return OpenPack(provider_id=OAK, at=SOON)


@pytest.mark.covers("R-100")
def test_a_provider_binds_itself_once_for_each_search() -> None:
    asked = case.given(*until_evaluating(OAK))

    asked.when(accept_terms()).then(terms_accepted())
    case.given(*asked.history, terms_accepted()).when(accept_terms()).then()
    asked.when(accept_terms(ASH)).then_refused(NotFound)
    case.given(*until_submitted()).when(accept_terms()).then_refused(NotFound)
    over = ReferralWithdrawn(reason="returned_home", text=None, by=BROKER)
    case.given(*asked.history, over).when(accept_terms()).then_refused(WrongState)


@pytest.mark.covers("R-100")
def test_a_matching_pack_goes_to_who_is_shortlisted_and_keeps_it_to_itself() -> None:
    ready = case.given(*until_shortlisted(OAK, ELM))

    ready.when(release_matching()).then(told())
    lived_in = told().model_copy(update={"lived_in": True})
    ready.when(release_matching(lived_in=(setting_of(OAK),))).then(lived_in)
    bound = case.given(*until_evaluating(OAK), terms_accepted())
    bound.when(release_matching()).then_refused(WrongState)
    listed = case.given(*until_evaluating(OAK), shortlisted())
    listed.when(release_matching()).then_refused(ConfidentialityNotAccepted)


@pytest.mark.covers("4-110", "4-264", "R-100")
def test_a_matching_pack_is_written_scanned_certified_and_never_the_same_twice() -> None:
    ready = case.given(*until_shortlisted())

    ready.when(release_matching(certified_by=None)).then_refused(RedactionNotConfirmed)
    found = release_matching(identifiers_found=("needs",))
    ready.when(found).then_refused(RedactionNotConfirmed)
    bare = release_matching(pack=staged(PackStage.MATCHING, PackField.AREAS))
    with pytest.raises(MissingInformation) as refusal:
        referral.decider.decide(referral.decider.replay(ready.history), bare)
    assert refusal.value.details["missing"] == ["pack.needs", "pack.risks"]
    given = case.given(*ready.history, told())
    given.when(release_matching()).then_refused(MissingInformation)
    given.when(release_matching(pack=OTHER)).then(told(OTHER))


def test_who_has_ties_tells_nobody_more_and_no_closed_offer_is_told_of() -> None:
    tied = RelationshipDeclared(provider_id=OAK, nature="Kin.", by=BROKER)
    ready = until_shortlisted()

    case.given(*ready, tied).when(release_matching()).then_refused(ConflictOfInterest)
    back = OfferWithdrawn(
        offer_id=offer_of(OAK), provider_id=OAK, reason="staffing", text=None, at=SOON, by=BROKER
    )
    case.given(*ready, back).when(release_matching()).then_refused(WrongState)


def test_once_one_is_preferred_only_its_provider_may_be_told_anew() -> None:
    chosen = case.given(*until_shortlisted(OAK, ELM), selected())

    chosen.when(release_matching()).then(told())
    chosen.when(release_matching(ELM)).then_refused(WrongState)


@pytest.mark.covers("R-100")
def test_the_full_pack_goes_with_the_agreed_start_to_the_chosen_provider_alone() -> None:
    authorised = case.given(*until_authorised())

    authorised.when(release_full()).then(told(FULL))
    authorised.when(release_full(start_agreed=False)).then_refused(WrongState)
    nameless = release_full(pack=staged(PackStage.FULL))
    authorised.when(nameless).then_refused(MissingInformation)
    case.given(*until_evaluating(OAK)).when(release_full()).then_refused(WrongState)
    case.given(*urgent(*until_authorised())).when(release_full()).then_refused(WrongState)


@pytest.mark.covers("4-128", "R-100")
def test_the_first_name_is_told_in_an_emergency_to_who_is_chosen() -> None:
    chosen = case.given(*urgent(*until_preferred(OAK, ELM)))

    chosen.when(name_in_minimum()).then(told(NAMED))
    unnamed = name_in_minimum(pack=staged(PackStage.EMERGENCY))
    chosen.when(unnamed).then_refused(MissingInformation)
    case.given(*urgent(*until_evaluating(OAK))).when(name_in_minimum()).then_refused(WrongState)
    case.given(*until_preferred()).when(name_in_minimum()).then_refused(WrongState)


@pytest.mark.covers("R-100")
def test_each_pack_is_opened_by_itself_and_by_nobody_else() -> None:
    ready = case.given(*until_shortlisted(OAK, ELM), viewed(OAK), told())

    ready.when(open_pack()).then(read())
    case.given(*ready.history, read()).when(open_pack()).then()
    unopened = case.given(*until_shortlisted(OAK), told())
    unopened.when(open_pack()).then(viewed(OAK).model_copy(update={"at": SOON}), read())
    ready.when(OpenPack(provider_id=ELM, at=SOON)).then(viewed(ELM).model_copy(update={"at": SOON}))


@pytest.mark.covers("R-93", "R-100")
def test_the_home_where_the_child_lives_opens_what_it_alone_is_told() -> None:
    lives = ReferralFulfilled(
        placement_id=PlacementId(UUID(int=90)), offer_id=offer_of(OAK), at=SOON
    )
    there = [*until_authorised(), viewed(OAK), lives]

    case.given(*there).when(open_pack()).then_refused(WrongState)
    case.given(*there, told(FULL)).when(open_pack()).then(read(FULL))


@pytest.mark.covers("6-65", "R-100")
def test_a_matching_pack_that_told_too_much_goes_by_itself_and_is_written_anew() -> None:
    history = [*until_shortlisted(OAK, ELM), viewed(OAK), told(), read(), told(provider_id=ELM)]
    gone = PackWithdrawn(
        sha256=digest(MATCHING),
        field="risks",
        reason="name_of_friend",
        opened_by=(OAK,),
        shown_to=(OAK, ELM),
        at=SOON,
        by=BROKER,
    )
    withdraw = WithdrawPack(
        sha256=digest(MATCHING), field="risks", reason="name_of_friend", now=SOON, by=BROKER
    )
    case.given(*history).when(withdraw).then(gone)

    bare = case.given(*history, gone)
    bare.when(withdraw).then_refused(WrongState)
    bare.when(open_pack()).then()
    bare.when(release_matching()).then_refused(MissingInformation)
    bare.when(release_matching(pack=OTHER)).then(told(OTHER))


@pytest.mark.covers("R-100")
def test_what_the_chosen_provider_was_told_goes_with_the_choice() -> None:
    let_go = [*until_authorised(), viewed(OAK), told(FULL), deselected()]

    case.given(*let_go).when(open_pack()).then()
    case.given(*let_go, selected()).when(release_full()).then(told(FULL))
    supply = SupplyInformation(sections={}, now=SOON, by=CASEWORKER)
    case.given(*let_go).when(supply).then_refused(WrongState)


@pytest.mark.covers("6-65", "R-93", "R-100")
def test_the_named_minimum_pack_is_withdrawn_with_the_published_one() -> None:
    chosen = urgent(*until_preferred(OAK, ELM), viewed(ELM), told(NAMED), read(NAMED))
    withdraw = WithdrawPack(field="summary", reason="names_somebody", now=SOON, by=BROKER)
    gone = PackWithdrawn(
        sha256=digest(pack()),
        with_it=(digest(NAMED),),
        field="summary",
        reason="names_somebody",
        opened_by=(OAK, ELM),
        at=SOON,
        by=BROKER,
    )

    case.given(*chosen).when(withdraw).then(gone)
    case.given(*chosen, gone).when(open_pack()).then_refused(WrongState)
    case.given(*chosen, gone).when(name_in_minimum()).then_refused(MissingInformation)
