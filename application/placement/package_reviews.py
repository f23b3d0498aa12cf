"""Package reviews: what is found there of the child's needs is the child's matrix from then on."""

from dataclasses import dataclass
from uuid import UUID

from application.placement.evidence import Evidence
from application.shared.casework import Act, Ask
from application.shared.office import stream_of
from application.shared.ports import Occasion, Receipt
from domain import case, placement
from domain.case.commands import RecordMatrix
from domain.placement.commands import RecordPackageReviewHeld
from domain.shared.vocabulary import Subject


@dataclass(frozen=True)
class PackageReviewHandlers:
    evidence: Evidence

    def record(
        self,
        occasion: Occasion,
        placement_id: UUID,
        held: RecordPackageReviewHeld,
        bespoke_24_7_approved_by: Subject | None,
    ) -> Receipt:
        """Record the review and, in the child's file, the matrix that was run at it (4-084).

        More than the 25 hours of the matrix need somebody's approval as any matrix does (6-76).
        """
        stream = stream_of("placement", placement_id)

        def plan() -> Act:
            asks = [Ask(stream, placement.decider, held)]
            if held.matrix_half_hours is not None:
                matrix = RecordMatrix(
                    half_hours=held.matrix_half_hours,
                    bespoke_24_7_approved_by=bespoke_24_7_approved_by,
                    on=held.on,
                    by=held.by,
                )
                case_id = self.evidence.arrangement(placement_id).case_id
                asks.append(Ask(stream_of("case", case_id), case.decider, matrix))
            return Act(asks)

        return self.evidence.office.casework.do(occasion, plan, turn=stream)
