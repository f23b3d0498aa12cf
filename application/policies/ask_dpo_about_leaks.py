"""When a pack is withdrawn because it told too much, the DPO has a breach to judge (6-65).

Whether it must be reported is a person's decision and no command of the service's, so what
the policy leaves is a task.
"""

from dataclasses import dataclass
from typing import Any

from application.shared.casework import Act
from domain.referral.events import PackWithdrawn
from domain.shared.envelope import Recorded
from domain.shared.errors import CaseworkError


class DataBreachToJudge(CaseworkError):
    code = "DATA_BREACH_TO_JUDGE"
    title = "Personal data may have reached who should not have had it"
    cites = "docs/domain/06, 6-65"


@dataclass(frozen=True)
class AskDpoAboutLeaks:
    name: str = "ask-dpo-about-leaks"
    follows_imports: bool = False
    newest_only: bool = False

    def concerns(self, recorded: Recorded[Any]) -> bool:
        return isinstance(recorded.event, PackWithdrawn)

    def react(self, recorded: Recorded[Any]) -> Act | None:
        raise DataBreachToJudge(f"{len(recorded.event.opened_by)} providers had opened it.")
