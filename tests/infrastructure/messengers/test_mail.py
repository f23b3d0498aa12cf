"""E-mail goes out with a reference of its own, and says in one word why it does not."""

from dataclasses import dataclass, field
from email.message import EmailMessage
from smtplib import SMTP, SMTPRecipientsRefused, SMTPServerDisconnected
from typing import Any, Self, cast
from uuid import UUID

import pytest

from application.telling.ports import Letter, MailServer, NotSent
from domain.telling.vocabulary import About, MessageId, NotToldBecause
from infrastructure.messengers.mail import MailMessenger

SERVER = MailServer(host="mail.example", port=587, sender="placements@council.example")


def letter(to: str = "referrals@oak.example") -> Letter:
    return Letter(
        message_id=MessageId(UUID(int=7)),
        about=About.INVITED,
        to=to,
        subject="You are asked for a home",
        text="Sign in: https://portal.example/invitations/1\n",
    )


@dataclass
class Mailbox:
    fails: Exception | None = None
    got: list[EmailMessage] = field(default_factory=list)

    def connect(self, _: MailServer) -> SMTP:
        return cast("SMTP", self)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to close."""

    def send_message(self, mail: EmailMessage) -> Any:
        if self.fails:
            raise self.fails
        self.got.append(mail)


def test_a_letter_is_mailed_with_its_reference() -> None:
    box = Mailbox()
    messenger = MailMessenger(SERVER, box.connect)

    messenger.send(letter())
    messenger.send(letter())

    assert {mail["Message-ID"] for mail in box.got} == {f"<{UUID(int=7)}@council.example>"}
    assert (box.got[0]["To"], box.got[0]["From"]) == ("referrals@oak.example", SERVER.sender)
    assert box.got[0].get_content() == letter().text


@pytest.mark.parametrize(
    ("failure", "why"),
    [
        (SMTPRecipientsRefused({"referrals@oak.example": (550, b"no")}), NotToldBecause.REFUSED),
        (SMTPServerDisconnected("gone"), NotToldBecause.NOT_REACHED),
        (OSError("no route"), NotToldBecause.NOT_REACHED),
    ],
)
def test_what_is_not_taken_says_why_and_repeats_no_address(
    failure: Exception, why: NotToldBecause
) -> None:
    with pytest.raises(NotSent) as refused:
        MailMessenger(SERVER, Mailbox(fails=failure).connect).send(letter())

    assert refused.value.why is why
    assert "oak.example" not in repr(refused.value)
    assert refused.value.__cause__ is None


def test_an_address_that_would_write_a_header_is_refused() -> None:
    with pytest.raises(NotSent) as refused:
        MailMessenger(SERVER, Mailbox().connect).send(letter("a@oak.example\nBcc: all@x.example"))

    assert refused.value.why is NotToldBecause.REFUSED


@pytest.mark.parametrize("to", ["a@", '"', "<", "a@["])
def test_an_address_that_no_mail_can_have_is_refused_and_stops_nobody(to: str) -> None:
    with pytest.raises(NotSent) as refused:
        MailMessenger(SERVER, Mailbox().connect).send(letter(to))
    assert refused.value.why is NotToldBecause.REFUSED
