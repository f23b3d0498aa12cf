"""E-mail, over a connection that is always encrypted."""

import ssl
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from smtplib import (
    SMTP,
    SMTP_SSL,
    SMTPException,
    SMTPRecipientsRefused,
    SMTPResponseException,
)

from application.telling.ports import Letter, MailServer, NotSent
from domain.telling.vocabulary import NotToldBecause, Via

IMPLICIT_TLS = 465
TIMEOUT = 20
"""In seconds: less than the first pause, after which another runner may take the message."""


def connected(server: MailServer) -> SMTP:
    """Signed in, with the server's certificate checked. Nothing is said before that in clear."""
    trusted = ssl.create_default_context()
    if server.port == IMPLICIT_TLS:
        smtp: SMTP = SMTP_SSL(server.host, server.port, timeout=TIMEOUT, context=trusted)
    else:
        smtp = SMTP(server.host, server.port, timeout=TIMEOUT)
        smtp.starttls(context=trusted)
    if server.user is not None and server.password is not None:
        smtp.login(server.user, server.password.read_text().strip())
    return smtp


@dataclass(frozen=True)
class MailMessenger:
    server: MailServer
    connect: Callable[[MailServer], SMTP] = connected
    via: Via = Via.EMAIL

    def send(self, letter: Letter) -> None:
        mail = self._mail(letter)
        try:
            with self.connect(self.server) as smtp:
                smtp.send_message(mail)
        except (SMTPRecipientsRefused, SMTPResponseException, ValueError):
            # No cause is passed on: a server's answer repeats the address.
            raise NotSent(NotToldBecause.REFUSED) from None
        except (SMTPException, OSError):
            raise NotSent(NotToldBecause.NOT_REACHED) from None

    def _mail(self, letter: Letter) -> EmailMessage:
        mail = EmailMessage()
        try:
            mail["From"], mail["To"] = self.server.sender, letter.to
        except Exception:  # noqa: BLE001
            # The parser of addresses fails in more ways than it declares: `a@` is an IndexError.
            raise NotSent(NotToldBecause.REFUSED) from None
        mail["Subject"] = letter.subject
        # The same for every attempt, so that a mailbox can know a second copy.
        mail["Message-ID"] = f"<{letter.message_id}@{self.server.sender.rpartition('@')[2]}>"
        mail["Auto-Submitted"] = "auto-generated"
        mail.set_content(letter.text)
        return mail
