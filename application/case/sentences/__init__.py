"""Every event as a plain English sentence: one table a capability.

An event without a sentence fails a test, so that a timeline never has a hole in it.
"""

from application.case.sentences.admission import ADMISSION
from application.case.sentences.block import BLOCK
from application.case.sentences.case import CASE
from application.case.sentences.clock import CLOCK
from application.case.sentences.concern import CONCERN
from application.case.sentences.feed import FEED
from application.case.sentences.incoming import INCOMING
from application.case.sentences.joint_service import JOINT_SERVICE
from application.case.sentences.panel import PANEL
from application.case.sentences.placement import PLACEMENT
from application.case.sentences.quality import QUALITY
from application.case.sentences.referral import REFERRAL
from application.case.sentences.registers import AUTHORITY, CONTRACT, PROVIDER, REFERENCE
from application.case.sentences.setting import SETTING
from application.case.sentences.task import TASK
from application.case.sentences.telling_providers import TELLING
from application.case.sentences.wording import Sentences, tell
from domain.shared.breaches import Breach
from domain.shared.messages import Event

SENTENCES: Sentences = {
    **CASE,
    **REFERRAL,
    **PLACEMENT,
    **CLOCK,
    **TELLING,
    **TASK,
    **SETTING,
    **PROVIDER,
    **CONTRACT,
    **ADMISSION,
    **BLOCK,
    **FEED,
    **JOINT_SERVICE,
    **PANEL,
    **CONCERN,
    **QUALITY,
    **INCOMING,
    **AUTHORITY,
    **REFERENCE,
}


def sentence(event: Event) -> str:
    """What happened, and what it broke."""
    told = SENTENCES[type(event)]
    text = tell(told, e=event) if isinstance(told, str) else told(event)
    return text + _broken(breaches_of(event))


def breaches_of(event: Event) -> tuple[Breach, ...]:
    """What was broken by a fact; nothing for events that break nothing."""
    found: tuple[Breach, ...] = getattr(event, "breaches", ())
    return found


def _broken(breaches: tuple[Breach, ...]) -> str:
    return f" This broke {', '.join(breach.code for breach in breaches)}." if breaches else ""
