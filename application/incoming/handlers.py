"""Taking notifications in, and counting the nights of those who are told of."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from domain import setting
from domain.incoming import decider
from domain.incoming.commands import (
    Acknowledge,
    EndNotification,
    EnterInRegister,
    ReceiveNotification,
)
from domain.incoming.state import Told
from domain.incoming.vocabulary import Code, IncomingId
from domain.setting.commands.places import CountChildOfAnotherAuthority
from domain.setting.state import Listed
from domain.shared.envelope import GssCode, StreamId
from domain.shared.vocabulary import Provision, SettingId, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class NewNotification:
    """What another authority told; no name and no date of birth."""

    placing_authority: GssCode
    reference: str
    age: int
    provision: Provision | None
    since: date
    where: str | None
    worker: str
    school: str | None
    gp: str | None
    risks: tuple[Code, ...]
    youth_justice: bool
    received_on: date


@dataclass(frozen=True)
class IncomingHandlers:
    office: Office

    def receive(self, occasion: Occasion, new: NewNotification) -> Receipt:
        incoming_id = IncomingId(self.office.ids.new())
        command = ReceiveNotification(
            incoming_id=incoming_id,
            council=occasion.actor.authority,
            placing_authority=new.placing_authority,
            reference=new.reference,
            age=new.age,
            provision=new.provision,
            since=new.since,
            where=new.where,
            worker=new.worker,
            school=new.school,
            gp=new.gp,
            risks=new.risks,
            youth_justice=new.youth_justice,
            received_on=new.received_on,
            by=Subject(occasion.actor.subject),
        )
        ids = {"incoming_id": str(incoming_id)}
        return self.office.act(occasion, _stream(incoming_id), decider, command, ids=ids)

    def acknowledge(self, occasion: Occasion, incoming_id: UUID, on: date) -> Receipt:
        command = Acknowledge(on=on, by=Subject(occasion.actor.subject))
        return self.office.act(occasion, _stream(incoming_id), decider, command)

    def enter(
        self, occasion: Occasion, incoming_id: UUID, setting_id: UUID | None, *, stated: bool
    ) -> Receipt:
        """Enter it in the register, and count its nights, unless the home has stated the child."""
        stream = _stream(incoming_id)

        def plan() -> Act:
            told = self.office.known(decider, stream, Told)
            counted = setting_id is not None and not stated
            command = EnterInRegister(
                setting_id=SettingId(setting_id) if setting_id else None,
                from_=told.received.since,
                counted=counted,
                by=Subject(occasion.actor.subject),
            )
            asks = [Ask(stream, decider, command)]
            if setting_id is not None and counted:
                asks.append(self._counting(setting_id, told.received.since, comes=True))
            return Act(asks)

        return self.office.casework.do(occasion, plan, turn=stream)

    def end(self, occasion: Occasion, incoming_id: UUID, left_on: date) -> Receipt:
        """The child lives here no more: the nights from then on are free."""
        stream = _stream(incoming_id)

        def plan() -> Act:
            told = self.office.known(decider, stream, Told)
            command = EndNotification(left_on=left_on, by=Subject(occasion.actor.subject))
            return Act([Ask(stream, decider, command), *self._uncounting(told, left_on)])

        return self.office.casework.do(occasion, plan, turn=stream)

    def _uncounting(self, told: Told, left_on: date) -> Iterator[Ask]:
        entered = told.entered
        if entered is not None and entered.setting_id is not None and entered.counted:
            day = max(left_on, entered.from_)
            yield self._counting(entered.setting_id, day, comes=False)

    def _counting(self, setting_id: UUID, day: date, *, comes: bool) -> Ask:
        stream = stream_of("setting", setting_id)
        self.office.known(setting.decider, stream, Listed)
        command = CountChildOfAnotherAuthority(comes=comes, from_=day)
        return Ask(stream, setting.decider, command)


def _stream(incoming_id: UUID) -> StreamId:
    return stream_of("incoming", incoming_id)
