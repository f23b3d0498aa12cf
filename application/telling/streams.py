"""Where the messages of a search are on record."""

from domain.shared.envelope import StreamId

PREFIX = "telling-"


def telling_stream(search: StreamId) -> StreamId:
    return StreamId(PREFIX + search)


def search_of(messages: StreamId) -> StreamId:
    return StreamId(messages.removeprefix(PREFIX))
