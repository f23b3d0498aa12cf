"""The next edition of the lists of codes: what may be chosen, from when, until when."""

from collections.abc import Mapping
from typing import Annotated, Self

from fastapi import APIRouter, Response
from pydantic import Field, model_validator

from application.access.actions import Action
from domain.reference.commands import PublishCodeLists
from domain.shared.code_lists import Code, CodeLists, Entry, ListName
from interface.http.answers import CommandAnswer
from interface.http.asking import Day
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.reference.publishing import NewEdition, example_of, published
from interface.http.text import Body, ShortText

router = APIRouter(prefix="/reference", tags=["reference"], responses=declared(404))

EXAMPLES = {
    ListName.APPROVAL_MATTERS_AT_ONCE: ("wishes_and_feelings", "Wishes and feelings"),
    ListName.AWARD_ROUTES: ("mini_competition", "Mini-competition among a lot"),
    ListName.BUDGET_HEADINGS: ("external_16_plus", "External homes from 16"),
    ListName.CONCERN_CATEGORIES: ("physical_restraint", "Was held or restrained"),
    ListName.EDUCATION_EVIDENCE: ("enrolled_at_college", "Enrolled at a college"),
    ListName.FUNDING_REFUSALS: ("too_dear", "The price is too high"),
    ListName.IN_HOUSE_REASONS: ("full", "No place is free"),
    ListName.NEEDS: ("trauma", "Trauma"),
    ListName.NOTICE_REASONS: ("cannot_meet_needs", "Cannot meet a need"),
    ListName.NO_HOME_IN_HOUSE: ("all_full", "All of them are full"),
    ListName.PROVISION_TYPES: ("solo", "Solo accommodation"),
    ListName.REFERRERS: ("leaving_care", "Leaving care team"),
    ListName.REQUEST_REASONS: ("homeless_16_17", "Homeless at 16 or 17"),
    ListName.RISK_CATEGORIES: ("missing", "Goes missing"),
    ListName.SIGNIFICANT_CHANGES: ("excluded_from_school", "Excluded from school"),
}


class SentEntry(Body):
    """A code and what it means; `since` and `until` where it may not always be chosen."""

    code: Code
    label: ShortText
    since: Day | None = None
    until: Day | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        self.entry()
        return self

    def entry(self) -> Entry:
        return Entry(code=self.code, label=self.label, from_=self.since, until=self.until)


class NewCodeLists(NewEdition):
    """Every list, whole: a code that is left out may not be chosen while this edition holds."""

    model_config = example_of(
        "2027-1",
        lists={name: [{"code": code, "label": label}] for name, (code, label) in EXAMPLES.items()},
    )

    lists: Mapping[ListName, Annotated[list[SentEntry], Field(max_length=500)]]

    @model_validator(mode="after")
    def _each_code_once(self) -> Self:
        self.code_lists()
        return self

    def code_lists(self) -> CodeLists:
        lists = {name: tuple(sent.entry() for sent in each) for name, each in self.lists.items()}
        return CodeLists(lists=lists)


@router.post("/code-lists/editions", status_code=201)
def publish_code_lists(
    new: NewCodeLists,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_REFERENCE),
) -> CommandAnswer:
    """Publish the next edition of the lists of codes. One that leaves a list out is refused."""
    command = PublishCodeLists(**new.vouched(), code_lists=new.code_lists())
    return published(caller, response, command)
