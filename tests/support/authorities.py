"""Authorities for tests: Derby, inside Derbyshire."""

from datetime import date

from domain.authority import Authority, AuthorityCommand, AuthorityEvent, decider
from domain.authority.boundaries import Boundaries
from domain.authority.commands import EstablishAuthority, SetFundingLimit
from domain.authority.events import AuthorityEstablished, FundingLimitSet
from domain.shared.envelope import GssCode
from domain.shared.vocabulary import Pence, Provision, Subject
from tests.support.scenario import Case

authority: Case[AuthorityCommand, Authority, AuthorityEvent] = Case(decider)

DERBY = GssCode("E06000015")
DERBYSHIRE = GssCode("E10000007")
CHESTERFIELD = GssCode("E07000034")
NOTTINGHAM = GssCode("E06000018")
APPROVER = Subject("director-1")


def boundaries(from_: date = date(1997, 4, 1), *districts: GssCode) -> Boundaries:
    return Boundaries(
        districts=districts or (DERBY,),
        adjoining=(DERBYSHIRE,),
        adjoining_districts=(CHESTERFIELD,),
        from_=from_,
    )


def establish(
    of: Boundaries | None = None, approved_by: Subject | None = APPROVER, source: str = "ONS"
) -> EstablishAuthority:
    return EstablishAuthority(
        gss=DERBY,
        name="Derby City Council",
        boundaries=of or boundaries(),
        source=source,
        approved_by=approved_by,
    )


def established(of: Boundaries | None = None) -> AuthorityEstablished:
    return AuthorityEstablished(**establish(of).model_dump())


def set_limit(
    limit: Pence | None,
    from_: date = date(2026, 4, 1),
    *,
    role: str = "funding_authoriser",
    provision: Provision | None = None,
    source: str = "Scheme of delegation",
) -> SetFundingLimit:
    return SetFundingLimit(role=role, provision=provision, limit=limit, from_=from_, source=source)


def limit_set(
    limit: Pence | None,
    from_: date = date(2026, 4, 1),
    *,
    role: str = "funding_authoriser",
    provision: Provision | None = None,
) -> FundingLimitSet:
    command = set_limit(limit, from_, role=role, provision=provision)
    return FundingLimitSet(**command.model_dump(exclude={"by_role"}))
