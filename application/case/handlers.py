"""What the placements team does with a child's case, where more than the command is needed."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from application.case.search import PersonIndex
from application.shared.casework import Act, Ask
from application.shared.office import NO_IDS, Office, stream_of
from application.shared.ports import Occasion, Receipt
from domain.case import decider
from domain.case.commands import CaseCommand, CorrectLegalStatus, OpenCase
from domain.case.corrections import standing_fact
from domain.case.identity import Identity
from domain.case.legal import NationalCode
from domain.shared.moments import When
from domain.shared.vocabulary import CaseId, EventId, LegalStatus, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalCorrection:
    """What was wrong and what is right; `corrects` is the event, or its last correction."""

    corrects: UUID
    legal_status: LegalStatus | None
    national_code: NationalCode | None
    on: When | None
    reason: str
    approved_by: Subject


@dataclass(frozen=True)
class CaseHandlers:
    office: Office
    index: PersonIndex

    def open_case(
        self, occasion: Occasion, identity: Identity, not_a_duplicate_because: str | None
    ) -> Receipt:
        """Open a child's record, unless the child may be known already (POSSIBLE_DUPLICATE)."""
        case_id = CaseId(self.office.ids.new())
        authority = occasion.actor.authority

        def plan() -> Act:
            command = OpenCase(
                case_id=case_id,
                authority=authority,
                identity=identity,
                possible_duplicates=tuple(self.index.possible_duplicates(authority, identity)),
                not_a_duplicate_because=not_a_duplicate_because,
                by=Subject(occasion.actor.subject),
            )
            ask = Ask(stream_of("case", case_id), decider, command)
            return Act([ask], {"case_id": str(case_id)})

        return self.office.casework.do(occasion, plan)

    def do(
        self,
        occasion: Occasion,
        case_id: UUID,
        command: CaseCommand,
        expecting: int | None = None,
        ids: Mapping[str, str] = NO_IDS,
    ) -> Receipt:
        """Carry out a command that needs nothing but itself."""
        stream = stream_of("case", case_id)
        return self.office.act(occasion, stream, decider, command, expecting=expecting, ids=ids)

    def correct_legal_status(
        self, occasion: Occasion, case_id: UUID, correction: LegalCorrection, expecting: int
    ) -> Receipt:
        """Put a legal status right, as the person saw it when deciding to."""
        stream = stream_of("case", case_id)

        def plan() -> Act:
            history = self.office.streams.read(stream).events
            command = CorrectLegalStatus(
                corrects=EventId(correction.corrects),
                standing=standing_fact(history, correction.corrects),
                legal_status=correction.legal_status,
                national_code=correction.national_code,
                on=correction.on,
                reason=correction.reason,
                approved_by=correction.approved_by,
                by=Subject(occasion.actor.subject),
            )
            return Act([Ask(stream, decider, command, expecting=expecting)])

        return self.office.casework.do(occasion, plan, turn=stream)
