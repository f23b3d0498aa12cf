"""What is asked for on the emergency path."""

from pydantic import AwareDatetime

from domain.referral.codes import Code
from domain.referral.commands.market import AmendPublishedReferral
from domain.referral.commands.search import PublishReferral
from domain.referral.sections import SectionName
from domain.referral.staged_pack import StagedPack
from domain.shared.messages import Command
from domain.shared.vocabulary import Subject


class PublishEmergency(Command):
    """Ask the whole lot at once, with the emergency minimum pack beside the published one."""

    publication: PublishReferral
    pack: StagedPack


class AmendEmergency(Command):
    """Publish another version of both packs: the minimum pack is written anew as well."""

    amendment: AmendPublishedReferral
    pack: StagedPack


class SupplyInformation(Command):
    """Give the chosen provider a part of the full information, section by section."""

    sections: dict[SectionName, str]
    identifiers_found: tuple[Code, ...] = ()
    now: AwareDatetime
    by: Subject


EmergencyCommand = PublishEmergency | AmendEmergency | SupplyInformation
