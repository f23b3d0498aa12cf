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
from domain.referral.decisions.answers import GONE, OVER, invitation_of
from domain.referral.decisions.search import invitations_of
from domain.referral.events.emergency import PackReleased
from domain.referral.events.market import (
    InvitationQuestionAnswered,
    InvitationQuestionAsked,
    MarketEvent,
    PackDeletionAcknowledged,
    PackWithdrawn,
    ReferralAmended,
    ResponseDeadlineExtended,
    SearchWidened,
    TelephoneContactRecorded,
)
from domain.referral.events.search import ProviderInvited
from domain.referral.facts import Facts
from domain.referral.field_matrix import PackStage
from domain.referral.pack import Invitee, digest
from domain.referral.rules.market import (
    newly_asked,
    require_answerable,
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


def ask(published: Published, command: AskAboutInvitation) -> Sequence[MarketEvent]:
    invitation = invitation_of(published, command.provider_id, command.at)
    asked = InvitationQuestionAsked(
        invitation_id=invitation.invitation_id,
        provider_id=command.provider_id,
        at=command.at,
        question_id=command.question_id,
        text=command.text,
    )
    return [asked]


def answer(facts: Facts, command: AnswerAboutInvitation) -> Sequence[MarketEvent]:
    question = facts.invitation_questions.get(command.question_id)
    if question is None:
        raise NotFound("This search has no question with this id.")
    if question.answered:
        raise WrongState("This question has been answered.")
    require_answerable(command)
    out = [each for each in command.out if command.to_all or each == question.provider_id]
    answered = InvitationQuestionAnswered(
        question_id=command.question_id,
        provider_id=question.provider_id,
        text=command.text,
        to_all=command.to_all,
        shared_as=command.shared_as if command.to_all else None,
        not_shown_to=tuple(out),
        at=command.now,
        by=command.by,
    )
    return [answered]


def withdraw_pack(facts: Facts, command: WithdrawPack) -> Sequence[MarketEvent]:
    """At once, at any stage, and without asking more than where the fault stands (6-65)."""
    meant = command.sha256 or facts.pack
    if meant is None or meant in facts.withdrawn_packs:
        raise WrongState("This pack is shown to nobody.")
    if meant not in facts.openers:
        raise NotFound("No pack with this digest was published.")
    shown = [sha256 for sha256 in (facts.pack, facts.minimum) if sha256 is not None]
    alone = tuple(who for (who, _), told in facts.alone.items() if told.sha256 == meant)
    superseded = meant not in shown and not alone
    named = [told.sha256 for (_, it), told in facts.alone.items() if it is PackStage.EMERGENCY]
    with_it = [] if superseded or alone else [each for each in (*shown, *named) if each != meant]
    gone = [meant, *with_it]
    read = {each for sha256 in gone for each in facts.openers[sha256]}
    withdrawn = PackWithdrawn(
        sha256=meant,
        with_it=tuple(with_it),
        superseded=superseded,
        shown_to=alone,
        field=command.field,
        reason=command.reason,
        opened_by=tuple(each for each in facts.invitations if each in read),
        at=command.now,
        by=command.by,
    )
    return [withdrawn]


def _said_too_much(command: RecordTelephoneContact) -> tuple[Breach, ...]:
    """What was said on the telephone has left the council already: a fact, with what it broke."""
    return broken([partial(require_gives_nobody_away, command.would_tell)])


def acknowledge_deletion(asked: Asked, command: AcknowledgeDeletion) -> Sequence[MarketEvent]:
    """A fact, whenever it comes; said again with nothing opened since, it is no news."""
    invitation = invitation_of(asked, command.provider_id, command.at)
    if not invitation.holds_pack:
        return []
    acknowledged = PackDeletionAcknowledged(
        invitation_id=invitation.invitation_id,
        provider_id=command.provider_id,
        at=command.at,
    )
    return [acknowledged]
