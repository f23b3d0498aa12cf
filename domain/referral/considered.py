"""One of the council's own homes or carers, considered before anyone is asked outside."""

from domain.referral.codes import Code, InHouseOutcome
from domain.shared.messages import Value
from domain.shared.vocabulary import SettingId


class ConsideredInHouse(Value):
    setting_id: SettingId
    outcome: InHouseOutcome
    reason_code: Code
