"""What several children share names none of them, whoever writes it and wherever (R-56)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from application.access.principal import PROVIDER_ROLES, Role
from application.referral.free_texts import free_texts, has_free_texts
from application.referral.scan import fields_naming
from application.shared.office import stream_of
from application.shared.ports import Occasion, Streams
from application.task.raising import subject_of
from domain.case.chronology import chronology
from domain.case.marks import Mark, marks_of_identity
from domain.referral import decider
from domain.referral.children import Children, asked_for
from domain.referral.errors import ChildNamedInSharedRecord
from domain.referral.events import ReferralEvent
from domain.referral.events.answers import (
    LateOfferReceived,
    OfferAmended,
    OfferDeclined,
    OfferSubmitted,
)
from domain.referral.events.evaluation import ImpactRiskAssessed
from domain.referral.events.market import InvitationQuestionAsked
from domain.referral.events.offers import OfferWithdrawn
from domain.referral.events.request import ReferralDrafted
from domain.referral.rules.siblings import require_nobody_named
from domain.referral.stages import Stage
from domain.shared.envelope import StreamId
from domain.shared.errors import CaseworkError, NotFound
from domain.shared.messages import Event
from domain.task.events import TaskClosed

OF_SEARCHES = "referral-"

NOT_THE_COUNCIL = PROVIDER_ROLES | {Role.PARTNER_FUNDER, Role.SYSTEM}
"""What a provider or a funder answers is a fact whatever it says; the service writes nothing."""

OF_PROVIDERS = (
    ImpactRiskAssessed,
    InvitationQuestionAsked,
    LateOfferReceived,
    OfferAmended,
    OfferDeclined,
    OfferSubmitted,
    OfferWithdrawn,
)
"""What nobody but a provider says."""


@dataclass(frozen=True)
class NobodyNamed:
    """Asked about the events of every act, so that no free text can be forgotten.

    The record of one child alone lies in that child's own file, and names whom it will.
    Adults and schools are no child's secret to be erased with it (docs/personal-data.md).
    """

    streams: Streams

    def look(
        self, occasion: Occasion, stream: StreamId, state: object, events: Sequence[Event]
    ) -> None:
        """Refuse free text by which one of the children could be recognised."""
        children = self._of_task(stream) or _children(state, events)
        if not children.are_siblings or occasion.actor.role in NOT_THE_COUNCIL:
            return
        written = [each for event in events for each in free_texts(event)]
        if written:
            require_nobody_named(fields_naming(written, self._marks(children)))

    def _of_task(self, stream: StreamId) -> Children | None:
        """Tasks about a search lie in its file, and what is said of them outlives a child too."""
        about = subject_of(stream)
        if about == stream or not about.startswith(OF_SEARCHES):
            return None
        searched = self.streams.read(about).folded(decider)
        return searched.facts.children if isinstance(searched, Stage) else None

    def _marks(self, children: Children) -> Iterator[Mark]:
        for case_id in children.by_number.values():
            history: Any = self.streams.read(stream_of("case", case_id))
            identity = chronology(history.events).identity
            if identity is None:
                raise NotFound
            yield from marks_of_identity(identity)


def refused_of(kind: type[Event]) -> frozenset[type[CaseworkError]]:
    """What an act that causes such an event may be refused with, because of its free texts."""
    of_searches = (*get_args(ReferralEvent), TaskClosed)
    of_council = kind in of_searches and kind not in OF_PROVIDERS
    return frozenset({ChildNamedInSharedRecord} if of_council and has_free_texts(kind) else ())


def _children(state: object, events: Sequence[Event]) -> Children:
    if isinstance(state, Stage):
        return state.facts.children
    drafted = (asked_for(event) for event in events if isinstance(event, ReferralDrafted))
    return next(drafted, Children())
