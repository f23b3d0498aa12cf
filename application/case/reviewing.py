"""What is done with statutory reviews where the clocks of the case are asked first."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.reference.editions import Editions
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from domain.case import decider
from domain.case.review import ReviewId
from domain.case.review_clocks import latest_resumption
from domain.case.reviewing import AdjournReview
from domain.shared.code_lists import Code
from domain.shared.moments import When, london_day
from domain.shared.vocabulary import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjournment:
    """When the review was begun, when it goes on, and why it could not be completed."""

    first_sat_on: When
    resumes_on: date
    because: Code


@dataclass(frozen=True)
class ReviewHandlers:
    office: Office
    editions: Editions

    def adjourn(
        self, occasion: Occasion, case_id: UUID, review_id: UUID, told: Adjournment
    ) -> Receipt:
        """Go on with a review on another day, by the day that its deadline leaves for it."""
        stream = stream_of("case", case_id)

        def plan() -> Act:
            history = self.office.streams.read(stream)
            terms = self.editions.clock_terms(london_day(occasion.now))
            command = AdjournReview(
                review_id=ReviewId(review_id),
                first_sat_on=told.first_sat_on,
                resumes_on=told.resumes_on,
                because=told.because,
                latest=latest_resumption(history.events, terms),
                by=Subject(occasion.actor.subject),
            )
            return Act([Ask(stream, decider, command, planned_at=history.version)])

        return self.office.casework.do(occasion, plan, turn=stream)
