"""What the terms of a foster household's approval ask of a child, as the streams have it."""

from dataclasses import dataclass
from datetime import date

from application.placement.residents import Residents
from application.shared.office import stream_of
from application.shared.registers import Registers
from domain import referral
from domain.placement.arrangement import Arrangement
from domain.referral.codes import Duration
from domain.referral.facts import Facts
from domain.referral.stages import Stage
from domain.shared.approval import Newcomer


@dataclass(frozen=True)
class Newcomers:
    registers: Registers

    def of(self, arrangement: Arrangement, day: date) -> Newcomer:
        """A child whom no search names is nobody's sibling and not matched for the long term."""
        asked = self._search(arrangement)
        siblings = set(asked.children.by_number.values()) if asked else set()
        family = siblings | {arrangement.case_id}
        others = Residents(self.registers).others([arrangement.setting_id], day, family)
        identity = self.registers.child(arrangement.case_id).identity
        return Newcomer(
            sex=identity.sex if identity else None,
            among_siblings=not others,
            long_term=asked is not None and asked.request.duration is Duration.LONG,
        )

    def _search(self, arrangement: Arrangement) -> Facts | None:
        if arrangement.referral_id is None:
            return None
        stream = stream_of("referral", arrangement.referral_id)
        state = self.registers.office.state(referral.decider, stream)
        return state.facts if isinstance(state, Stage) else None
