"""What an incoming notification can be refused for."""

from domain.shared.errors import BadContent


class NotAnotherAuthority(BadContent):
    """A child of our own has a case here, and is placed by it."""

    code = "NOT_ANOTHER_AUTHORITY"
    title = "This is no child of another authority"
    cites = "docs/domain/02, 2.14"
