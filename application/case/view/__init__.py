"""One child, looked at on one day. Frozen answers, each with the word it rests on.

What a part shows stands beside what makes it of the record, a module for each topic.
"""

from application.case.view.whole import CaseView, view

__all__ = ["CaseView", "view"]
