"""Words that were said, or that they have been erased."""

from domain.shared.personal import Erased

Text = str | Erased
