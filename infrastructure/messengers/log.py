"""A line in the service's own log for each message, where nothing else is set up."""

import structlog

from application.telling.ports import Letter
from domain.telling.vocabulary import Via

log = structlog.get_logger()


class LogMessenger:
    """Names the message and never whom it is to."""

    via = Via.LOG

    def send(self, letter: Letter) -> None:
        log.info("provider told", action=letter.about, message=str(letter.message_id))
