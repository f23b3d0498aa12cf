"""One referral, looked at on one day. Frozen answers; what has been erased says so.

What a part shows stands beside what makes it of the record, a module for each topic.
`standing`, `asked`, `sought` and `answered` put the topics together, `whole` these four.
"""

from application.referral.view.reading import ReferralViews
from application.referral.view.whole import ReferralView

__all__ = ["ReferralView", "ReferralViews"]
