"""Why a home is left out where no gate of a placement would: it is not what was asked for."""

from domain.shared.errors import RuleBroken


class NotWhatWasAsked(RuleBroken):
    """A wish of the search. Ask for less, and the home is among those that would do."""

    cites = "docs/domain/10, R-84"


class NeedNotStated(NotWhatWasAsked):
    code = "NEED_NOT_STATED"
    title = "The home does not say that it can meet an essential need"


class FurtherThanAsked(NotWhatWasAsked):
    code = "FURTHER_THAN_ASKED"
    title = "The home is further from the child's home than was asked"


class LocalityNotAsked(NotWhatWasAsked):
    code = "LOCALITY_NOT_ASKED"
    title = "The home is not in the areas that were asked for"


class TooManyCoResidents(NotWhatWasAsked):
    code = "TOO_MANY_CO_RESIDENTS"
    title = "More young people would live there than was asked"
