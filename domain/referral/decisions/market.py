"""The published search: amended, extended, widened, asked about, and its pack withdrawn."""

from collections.abc import Sequence
from functools import partial

from domain.referral.commands.market import (
    AcknowledgeDeletion,
    AmendPublishedReferral,
    AnswerAboutInvitation,
    AskAboutInvitation,
    ExtendDeadline,
    MarketCommand,
    RecordTelephoneContact,
    WidenSearch,
    WithdrawPack,
)
from domain.referral.decisions.invited import GONE, OVER, invitation_of
from domain.referral.decisions.pack_withdrawal import acknowledge_deletion, withdraw_pack
from domain.referral.decisions.questions import answer, ask
from domain.referral.decisions.search import invitations_of
from domain.referral.events.emergency import PackReleased
from domain.referral.events.market import (
    MarketEvent,
    ReferralAmended,
    ResponseDeadlineExtended,
    SearchWidened,
    TelephoneContactRecorded,
)
from domain.referral.events.search import ProviderInvited
from domain.referral.facts import Facts
from domain.referral.pack import Invitee, digest
from domain.referral.rules.amending import require_not_over
from domain.referral.rules.market import (
    newly_asked,
    require_before_every_deadline,
    require_later_for_all,
)
from domain.referral.rules.offers import lot_terms
from domain.referral.rules.publishing import (
    require_eligible,
    require_redaction,
    response_deadline,
)
from domain.referral.rules.words_that_leave import require_gives_nobody_away
from domain.referral.staged_pack import EMERGENCY_ESSENTIALS
from domain.referral.stages import Asked, Evaluating, Published, Referral
from domain.shared.breaches import Breach, broken
from domain.shared.code_lists import require_codes_in_force
from domain.shared.errors import MissingInformation, NotFound, WrongState
from domain.shared.moments import london_day


def decide(
    referral: Referral, command: MarketCommand
) -> Sequence[MarketEvent | ProviderInvited | PackReleased]:
    match referral, command:
        case Published(facts), AmendPublishedReferral():
            return amend(facts, command)
        case Evaluating(facts), AmendPublishedReferral() if facts.pack is None:
            return amend(facts, command)
        case Published(facts), ExtendDeadline():
            return extend(facts, command)
        case Published(facts) | Evaluating(facts), WidenSearch():
            return widen(facts, command)
        case Published(), AskAboutInvitation():
            return ask(referral, command)
        case Asked(facts), AnswerAboutInvitation():
            return answer(facts, command)
        case Asked(facts), WithdrawPack():
            return withdraw_pack(facts, command)
        case Asked(), AcknowledgeDeletion():
            return acknowledge_deletion(referral, command)
        case Asked(), RecordTelephoneContact():
            invitation_of(referral, command.provider_id, command.at)
            return [TelephoneContactRecorded(**command.told(), breaches=_said_too_much(command))]
        case Asked(), AskAboutInvitation():
            invitation_of(referral, command.provider_id)
            raise WrongState(OVER)
        case _, AskAboutInvitation() | AcknowledgeDeletion():
            # Who was not asked does not learn that there is anything to be asked about.
            raise NotFound
        case _:
            raise WrongState.of(referral, command)


def amend(facts: Facts, command: AmendPublishedReferral) -> Sequence[MarketEvent]:
    """A material change gives everybody a whole new window, and so does a pack that was gone.

    While it was withdrawn nobody could read it (6-65, R-68).
    """
    changed = amended(facts, command)
    if changed.sha256 == facts.pack:
        raise MissingInformation(["pack"])
    if facts.minimum_released and facts.minimum is None:
        raise MissingInformation([f"essentials.{field}" for field in EMERGENCY_ESSENTIALS])
    return [changed]


def amended(facts: Facts, command: AmendPublishedReferral) -> ReferralAmended:
    """The version that is shown from now on, scanned and certified like the first."""
    certified_by = require_redaction(command)
    require_codes_in_force(command.not_in_force)
    require_not_over(facts, command.pack.needed_from, london_day(command.now))
    restarts = command.material or facts.pack is None
    return ReferralAmended(
        pack=command.pack,
        sha256=digest(command.pack),
        certified_by=certified_by,
        material=command.material,
        reason=command.reason,
        text=command.text,
        deadline=response_deadline(command.terms, facts.tier, command.now) if restarts else None,
        at=command.now,
        by=command.by,
    )


def extend(facts: Facts, command: ExtendDeadline) -> Sequence[MarketEvent]:
    require_before_every_deadline(facts, command.now)
    require_later_for_all(facts, command.deadline)
    extended = ResponseDeadlineExtended(
        deadline=command.deadline, reason=command.reason, at=command.now, by=command.by
    )
    return [extended]


def widen(
    facts: Facts, command: WidenSearch
) -> Sequence[MarketEvent | ProviderInvited | PackReleased]:
    """Ask more providers, each with a whole window of its own; the others keep theirs."""
    if facts.pack is None:
        raise WrongState(GONE)
    added = newly_asked(facts, command.audience)
    require_eligible(added)
    for code in command.lots:
        lot_terms(command.terms, code)
    widened = SearchWidened(
        lots=command.lots,
        contract_id=command.terms.contract_id,
        contract_version=command.terms.version,
        reason=command.reason,
        text=command.text,
        at=command.now,
        by=command.by,
    )
    deadline = response_deadline(command.terms, facts.tier, command.now)
    invited = invitations_of(added, facts.tier, command.now, deadline)
    return [widened, *invited, *_minimum_for(facts, added, command)]


def _minimum_for(
    facts: Facts, added: Sequence[Invitee], command: WidenSearch
) -> Sequence[PackReleased]:
    """Who is asked later in an emergency reads what the others read (4-126, 4-128)."""
    if facts.minimum is None:
        return []
    if command.minimum is None or digest(command.minimum.pack) != facts.minimum:
        raise WrongState("Another minimum pack is shown by now; read the search again.")
    released = PackReleased(
        pack=command.minimum.pack,
        sha256=facts.minimum,
        certified_by=command.minimum.certified_by,
        providers=tuple(each.provider_id for each in added),
        at=command.now,
        by=command.by,
    )
    return [released]


def _said_too_much(command: RecordTelephoneContact) -> tuple[Breach, ...]:
    """What was said on the telephone has left the council already: a fact, with what it broke."""
    return broken([partial(require_gives_nobody_away, command.would_tell)])
