"""What the gates of a home ask of a child, gathered from the registers for one day."""

from dataclasses import dataclass
from datetime import date

from application.placement.admissions import Admissions
from application.placement.home_before import HomeBefore
from application.placement.newcomers import Newcomers
from application.placement.places import Places
from application.placement.search_behind import SearchBehind
from application.placement.whereabouts import Whereabouts, is_no_looked_after_child
from application.referral.ports import StreamsOfCase
from application.shared.distances import HomeDistances, LocationRisk
from application.shared.registers import Registers
from domain.case.chronology import CaseChronology
from domain.placement.arrangement import Arrangement
from domain.placement.entry import Entry
from domain.placement.schooling import KeyStage4, is_of_key_stage_4
from domain.placement.unlisted import Unlisted
from domain.setting.registration import registration_on
from domain.shared.admission import Home
from domain.shared.geography import ApprovalNeeded
from domain.shared.officers import KnownRoles
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import LegalStatus, Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What whoever asks says of it beside the registers.

    `emergency` is said of what no search led to; a search says it itself. `officer_roles` are
    those of who is said to have given a word; of one that was noted before they were looked up.
    """

    verbal_authority: VerbalAuthority | None = None
    officer_roles: KnownRoles = None
    emergency: bool = False
    key_stage_4: KeyStage4 | None = None
    unlisted: Unlisted | None = None


@dataclass(frozen=True)
class Entries:
    registers: Registers
    streams_of_case: StreamsOfCase
    distances: HomeDistances

    def on(self, arrangement: Arrangement, day: date, said: Said) -> Entry:
        """All that is asked about this child and this home on a day."""
        search = SearchBehind.of(arrangement, self.registers)
        child, lot = self.registers.child(arrangement.case_id), search.lot
        born_on = self.registers.born_on(arrangement.case_id)
        to_parents = arrangement.provision is Provision.WITH_PARENTS
        is_asked = not is_no_looked_after_child(child, day)
        return Entry(
            born_on=born_on,
            home=self._home(arrangement, day, said.unlisted),
            category=lot.ages if lot else None,
            newcomer=Newcomers(self.registers).of(arrangement, day),
            admission=Admissions(self.registers, self.streams_of_case).on(arrangement, day),
            lot=lot,
            in_area_to_avoid=self._in_area_to_avoid(arrangement, day, said.unlisted),
            funding=search.funding,
            emergency=said.emergency or search.emergency,
            verbal_authority=said.verbal_authority or search.word,
            officer_roles=said.officer_roles,
            chosen_by_word=search.chosen_by_word,
            impact_acceptable=search.impact_acceptable(day),
            approval_needed=self.approval_needed(arrangement, day, said.unlisted),
            to_parents=to_parents and is_asked,
            accommodated=to_parents and _is_accommodated(child, day),
            of_key_stage_4=is_asked and is_of_key_stage_4(born_on, day),
            key_stage_4=said.key_stage_4,
            left_at_risk=self._left_at_risk(said.key_stage_4, arrangement, day),
        )

    def approval_needed(
        self, arrangement: Arrangement, day: date, unlisted: Unlisted | None = None
    ) -> ApprovalNeeded:
        """Whose approval the home needs for where it lies, by the boundaries of the day (R-127)."""
        where = Whereabouts(self.registers)
        if unlisted is None:
            return where.approval_needed(arrangement.case_id, arrangement.setting_id, day)
        district = self.distances.district(unlisted.postcode)
        return where.needed_at(arrangement.case_id, district, day)

    def _home(self, arrangement: Arrangement, day: date, unlisted: Unlisted | None) -> Home | None:
        """As registered; a home that no register knows has no registration, if it needs one."""
        if unlisted is not None:
            return Home(
                setting_id=arrangement.setting_id,
                provider_id=None,
                provision=arrangement.provision,
                registration=registration_on(arrangement.provision, (), day),
            )
        listed = Places(self.registers.office).listed(arrangement.setting_id)
        return self.registers.home(arrangement.setting_id, day) if listed else None

    def _in_area_to_avoid(
        self, arrangement: Arrangement, day: date, unlisted: Unlisted | None
    ) -> bool:
        child = arrangement.case_id
        if unlisted is None:
            return self.distances.in_area_to_avoid(child, arrangement.setting_id, day)
        return self.distances.risk_at(child, unlisted.postcode, day) is LocationRisk.AVOID

    def _left_at_risk(self, said: KeyStage4 | None, arrangement: Arrangement, day: date) -> bool:
        """Whether what was said of the placement before is on record (R-151)."""
        before = HomeBefore(self.registers.office, self.streams_of_case)
        return said is KeyStage4.LEFT_AT_RISK and before.was_left_at_risk(arrangement, day)


def _is_accommodated(child: CaseChronology, day: date) -> bool:
    """Whether a child is on record as accommodated by agreement (2.1)."""
    return child.legal_status_on(day) is LegalStatus.ACCOMMODATED
