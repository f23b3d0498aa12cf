"""What can be asked of a contract."""

from collections.abc import Mapping

from domain.shared.code_lists import Coded, ListName, each_of
from domain.shared.terms import ContractTerms
from domain.shared.vocabulary import Subject


class PublishContractVersion(Coded):
    """Put the next version on record, with the document it comes from and who approved it."""

    terms: ContractTerms
    source: str
    approved_by: Subject | None

    def codes(self) -> Mapping[ListName, Mapping[str, str | None]]:
        kinds = [
            each_of(f"/lots/{at}/provision_types", lot.provision_types)
            for at, lot in enumerate(self.terms.lots)
        ]
        routes = each_of("/framework/award_routes", self.terms.framework.award_routes)
        return {
            ListName.PROVISION_TYPES: {
                field: code for each in kinds for field, code in each.items()
            },
            ListName.AWARD_ROUTES: routes,
        }


ContractCommand = PublishContractVersion
