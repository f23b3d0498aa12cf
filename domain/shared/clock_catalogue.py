"""The clocks of docs/domain/03, 3.2 that are kept, and their limits as first shipped.

A code ending in a tier's name is the limit of that tier and no clock of its own: an
emergency's triage is clock `C_TRIAGE` with limit `C_TRIAGE_EMERGENCY`. Response windows,
notice and the nights of a lot have a code and no limit here: the contract version has them,
and an offer its own; a provider's notice names its end, a pause the day on which it ends. For
`C_REGLAPSE` the register names the day; `C_MOVEPLAN` is due on the day on which it is asked,
`C_MEET` and `C_OOA_APPR` on the one on which the child would move in. `MATRIX_VALIDITY` is no
clock: nobody has to do anything when a matrix runs out, but it is no longer gone by; nor
is `FEED_VALIDITY`, how long the address of a calendar feed is read (R-240);
`VISITS_FIRST_YEAR` is how long the first year of visits is, `SREV_ADJOURNED` how long after it was
due an adjourned review may go on.
`C_ALERT` is due on the day on which the provider knew, `C_ACTION` on the one that was agreed,
`C_ASSURANCE` on the last that it holds.
"""

from typing import Final

from domain.shared.clocks import ClockCode
from domain.shared.deadlines import Limit, Unit

C_DRAFT: Final = ClockCode("C-DRAFT")
C_PAUSE: Final = ClockCode("C-PAUSE")
C_TRIAGE: Final = ClockCode("C-TRIAGE")
C_TRIAGE_EMERGENCY: Final = ClockCode("C-TRIAGE-EMERGENCY")
C_INHOUSE: Final = ClockCode("C-INHOUSE")
C_INHOUSE_URGENT: Final = ClockCode("C-INHOUSE-URGENT")
C_RESP_24: Final = ClockCode("C-RESP-24")
C_RESP_1: Final = ClockCode("C-RESP-1")
C_EMERG_SAMEDAY: Final = ClockCode("C-EMERG-SAMEDAY")
C_INFO_72: Final = ClockCode("C-INFO-72")
C_IRA: Final = ClockCode("C-IRA")
C_FUND: Final = ClockCode("C-FUND")
C_FUND_EMERGENCY: Final = ClockCode("C-FUND-EMERGENCY")
C_OFFER: Final = ClockCode("C-OFFER")
C_FUND_RETRO: Final = ClockCode("C-FUND-RETRO")
C_MEET: Final = ClockCode("C-MEET")
C_OOA_APPR: Final = ClockCode("C-OOA-APPR")
C_APPR_5WD: Final = ClockCode("C-APPR-5WD")
C_REG24_16W: Final = ClockCode("C-REG24-16W")
C_REG23_6WD: Final = ClockCode("C-REG23-6WD")
C_SECURE_72: Final = ClockCode("C-SECURE-72")
C_SPOKEN: Final = ClockCode("C-SPOKEN")
C_RESERVE: Final = ClockCode("C-RESERVE")
C_NIGHTS_7: Final = ClockCode("C-NIGHTS-7")
C_RISKREV: Final = ClockCode("C-RISKREV")
C_IPASIGN: Final = ClockCode("C-IPASIGN")
C_PKG_2W: Final = ClockCode("C-PKG-2W")
C_PKG_3M: Final = ClockCode("C-PKG-3M")
C_PKG_TRIG: Final = ClockCode("C-PKG-TRIG")
C_DISRUPT: Final = ClockCode("C-DISRUPT")
C_VAR: Final = ClockCode("C-VAR")
C_FINALACC: Final = ClockCode("C-FINALACC")
C_CAREPLAN_10: Final = ClockCode("C-CAREPLAN-10")
C_PLAN_5WD: Final = ClockCode("C-PLAN-5WD")
C_NOTIF_5WD: Final = ClockCode("C-NOTIF-5WD")
C_AREA_5WD: Final = ClockCode("C-AREA-5WD")
C_TERM_10WD: Final = ClockCode("C-TERM-10WD")
C_VISIT_1W: Final = ClockCode("C-VISIT-1W")
C_VISIT_6W: Final = ClockCode("C-VISIT-6W")
C_VISIT_3M: Final = ClockCode("C-VISIT-3M")
C_VISIT_WEEKLY: Final = ClockCode("C-VISIT-WEEKLY")
C_VISIT_WEEKLY_4W: Final = ClockCode("C-VISIT-WEEKLY-4W")
C_VISIT_WEEKLY_6W: Final = ClockCode("C-VISIT-WEEKLY-6W")
C_VISIT_CO_PARENT: Final = ClockCode("C-VISIT-CO-PARENT")
C_VISIT_CO_PARENT_6W: Final = ClockCode("C-VISIT-CO-PARENT-6W")
VISITS_FIRST_YEAR: Final = ClockCode("VISITS-FIRST-YEAR")
C_MISSING: Final = ClockCode("C-MISSING")
C_RHI_72: Final = ClockCode("C-RHI-72")
C_AGE_18: Final = ClockCode("C-AGE-18")
C_AGE_18_6M: Final = ClockCode("C-AGE-18-6M")
C_AGE_18_3M: Final = ClockCode("C-AGE-18-3M")
C_AGE_18_28D: Final = ClockCode("C-AGE-18-28D")
C_LOT_18: Final = ClockCode("C-LOT-18")
C_ABSENCE_7: Final = ClockCode("C-ABSENCE-7")
C_SREV_20: Final = ClockCode("C-SREV-20")
C_SREV_3M: Final = ClockCode("C-SREV-3M")
C_SREV_6M: Final = ClockCode("C-SREV-6M")
C_SREV_EARLY: Final = ClockCode("C-SREV-EARLY")
SREV_ADJOURNED: Final = ClockCode("SREV-ADJOURNED")
C_IRO_5WD: Final = ClockCode("C-IRO-5WD")
C_IRO_5WD_RECORD: Final = ClockCode("C-IRO-5WD-RECORD")
C_IRO_5WD_DISTRIBUTED: Final = ClockCode("C-IRO-5WD-DISTRIBUTED")
C_IRODISP_20WD: Final = ClockCode("C-IRODISP-20WD")
C_PATHNEEDS_3M: Final = ClockCode("C-PATHNEEDS-3M")
C_PATHREV_6M: Final = ClockCode("C-PATHREV-6M")
C_PAVISIT_7D: Final = ClockCode("C-PAVISIT-7D")
C_PAVISIT_2M: Final = ClockCode("C-PAVISIT-2M")
C_PANEL_MONTH: Final = ClockCode("C-PANEL-MONTH")
MATRIX_VALIDITY: Final = ClockCode("MATRIX-VALIDITY")
FEED_VALIDITY: Final = ClockCode("FEED-VALIDITY")
C_REGLAPSE: Final = ClockCode("C-REGLAPSE")
C_MOVEPLAN: Final = ClockCode("C-MOVEPLAN")
C_NOT_30: Final = ClockCode("C-NOT-30")
C_NOT_14: Final = ClockCode("C-NOT-14")
C_NOT_PROV: Final = ClockCode("C-NOT-PROV")
C_NOT_OWN: Final = ClockCode("C-NOT-OWN")
C_ALERT: Final = ClockCode("C-ALERT")
C_SVCFAIL: Final = ClockCode("C-SVCFAIL")
C_INCIDENT_24: Final = ClockCode("C-INCIDENT-24")
C_INCIDENT_DEATH: Final = ClockCode("C-INCIDENT-DEATH")
C_SCIN_5WD: Final = ClockCode("C-SCIN-5WD")
C_ACTION: Final = ClockCode("C-ACTION")
C_PROVMTG_MONTH: Final = ClockCode("C-PROVMTG-MONTH")
C_ASSURANCE: Final = ClockCode("C-ASSURANCE")

NOTICES: Final = frozenset({C_NOT_30, C_NOT_14, C_NOT_PROV, C_NOT_OWN})
"""The clocks of notice: both parties may agree another end than the one that was given."""

TIMERS: Final = frozenset({C_DRAFT, C_OFFER, C_PAUSE, C_ABSENCE_7})
"""Clocks that nobody has to meet: when one runs out, the service acts, and nothing is breached."""

PAUSABLE: Final = frozenset({C_TRIAGE, C_INHOUSE, C_FUND})
"""Clocks that stand still while their search is paused: the council's own alone (R11, R-55)."""

HOUR = 60


def _of(number: int, unit: Unit) -> Limit:
    return Limit(number=number, unit=unit)


FIRST_EDITION: Final[dict[ClockCode, Limit]] = {
    C_DRAFT: _of(28, Unit.CALENDAR_DAYS),
    C_TRIAGE: _of(4 * HOUR, Unit.WORKING_MINUTES),
    C_TRIAGE_EMERGENCY: _of(30, Unit.MINUTES),
    C_INHOUSE: _of(1, Unit.WORKING_DAYS),
    C_INHOUSE_URGENT: _of(1 * HOUR, Unit.MINUTES),
    C_EMERG_SAMEDAY: _of(1, Unit.NEXT_CLOSE),
    C_INFO_72: _of(72 * HOUR, Unit.MINUTES),
    C_IRA: _of(1, Unit.WORKING_DAYS),
    C_FUND: _of(1, Unit.WORKING_DAYS),
    C_FUND_EMERGENCY: _of(2 * HOUR, Unit.MINUTES),
    C_FUND_RETRO: _of(1, Unit.OFFICE_CLOSINGS),
    C_SPOKEN: _of(1, Unit.OFFICE_CLOSINGS),
    C_APPR_5WD: _of(5, Unit.WORKING_DAYS),
    C_REG24_16W: _of(16, Unit.WEEKS),
    C_REG23_6WD: _of(6, Unit.WORKING_DAYS),
    C_SECURE_72: _of(72 * HOUR, Unit.MINUTES),
    C_RESERVE: _of(72 * HOUR, Unit.MINUTES),
    C_RISKREV: _of(2, Unit.WORKING_DAYS),
    C_PKG_TRIG: _of(10, Unit.WORKING_DAYS),
    C_DISRUPT: _of(20, Unit.WORKING_DAYS),
    C_VAR: _of(5, Unit.WORKING_DAYS),
    C_FINALACC: _of(20, Unit.WORKING_DAYS),
    C_IPASIGN: _of(5, Unit.WORKING_DAYS),
    C_PKG_2W: _of(2, Unit.WEEKS),
    C_PKG_3M: _of(3, Unit.MONTHS),
    C_CAREPLAN_10: _of(10, Unit.WORKING_DAYS),
    C_PLAN_5WD: _of(5, Unit.WORKING_DAYS),
    C_NOTIF_5WD: _of(5, Unit.WORKING_DAYS),
    C_AREA_5WD: _of(5, Unit.WORKING_DAYS),
    C_TERM_10WD: _of(10, Unit.WORKING_DAYS),
    C_VISIT_1W: _of(1, Unit.WEEKS),
    C_VISIT_6W: _of(6, Unit.WEEKS),
    C_VISIT_3M: _of(3, Unit.MONTHS),
    C_VISIT_WEEKLY: _of(1, Unit.WEEKS),
    C_VISIT_WEEKLY_4W: _of(4, Unit.WEEKS),
    C_VISIT_WEEKLY_6W: _of(6, Unit.WEEKS),
    C_VISIT_CO_PARENT: _of(1, Unit.WEEKS),
    C_VISIT_CO_PARENT_6W: _of(6, Unit.WEEKS),
    VISITS_FIRST_YEAR: _of(12, Unit.MONTHS),
    C_MISSING: _of(1 * HOUR, Unit.MINUTES),
    C_RHI_72: _of(72 * HOUR, Unit.MINUTES),
    C_AGE_18_6M: _of(6, Unit.MONTHS),
    C_AGE_18_3M: _of(3, Unit.MONTHS),
    C_AGE_18_28D: _of(28, Unit.CALENDAR_DAYS),
    C_ABSENCE_7: _of(7, Unit.CALENDAR_DAYS),
    C_SREV_20: _of(20, Unit.WORKING_DAYS),
    C_SREV_3M: _of(3, Unit.MONTHS),
    C_SREV_6M: _of(6, Unit.MONTHS),
    SREV_ADJOURNED: _of(20, Unit.WORKING_DAYS),
    C_IRO_5WD: _of(5, Unit.WORKING_DAYS),
    C_IRO_5WD_RECORD: _of(15, Unit.WORKING_DAYS),
    C_IRO_5WD_DISTRIBUTED: _of(20, Unit.WORKING_DAYS),
    C_IRODISP_20WD: _of(20, Unit.WORKING_DAYS),
    C_PATHNEEDS_3M: _of(3, Unit.MONTHS),
    C_PATHREV_6M: _of(6, Unit.MONTHS),
    C_PAVISIT_7D: _of(7, Unit.CALENDAR_DAYS),
    C_PAVISIT_2M: _of(2, Unit.MONTHS),
    C_PANEL_MONTH: _of(1, Unit.MONTHS),
    MATRIX_VALIDITY: _of(3, Unit.MONTHS),
    FEED_VALIDITY: _of(90, Unit.CALENDAR_DAYS),
    C_SVCFAIL: _of(1 * HOUR, Unit.MINUTES),
    C_INCIDENT_24: _of(24 * HOUR, Unit.MINUTES),
    C_INCIDENT_DEATH: _of(1 * HOUR, Unit.MINUTES),
    C_PROVMTG_MONTH: _of(1, Unit.MONTHS),
    C_SCIN_5WD: _of(5, Unit.WORKING_DAYS),
}
