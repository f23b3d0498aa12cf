"""What waits for people, told."""

from application.case.sentences.wording import Sentences
from domain.task import events as e


def _closed(event: e.TaskClosed) -> str:
    by = f"by {event.by}" if event.by else "by itself"
    return f"A task was closed {by}: {event.closed_as.value.replace('_', ' ')}."


TASK: Sentences = {
    e.TaskRaised: "Somebody is to see to it: {e.code}.",
    e.TaskClosed: _closed,
    e.CauseGone: "What was called not needed is no longer so: {e.code}.",
}
