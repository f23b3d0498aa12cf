"""The plan for living there, as it is shown."""

from application.placement.shown import ShownPlan
from domain.placement.events import PlacementPlanPrepared, PlacementPlanSigned
from domain.placement.history import History, of_kind


def plan_shown(known: History) -> ShownPlan | None:
    """The version prepared last, and its signature where it has one."""
    prepared = sorted(of_kind(known, PlacementPlanPrepared), key=lambda each: each.event.version)
    if not prepared:
        return None
    newest = prepared[-1].event
    signed = [each.event for each in of_kind(known, PlacementPlanSigned)]
    mine = next((each for each in signed if each.version == newest.version), None)
    return ShownPlan(
        version=newest.version,
        prepared_on=newest.on,
        document_id=newest.document_id,
        signed_on=mine.on if mine else None,
        signatory=mine.signatory if mine else None,
        signed_as=mine.as_ if mine else None,
    )
