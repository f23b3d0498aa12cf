"""What happens to a home and its places, told."""

from application.case.sentences.wording import Sentences, tell
from domain.setting.events import life as f
from domain.setting.events import places as p
from domain.setting.events import register as r

SETTING: Sentences = {
    r.SettingRegistered: (
        "The home was listed ({e.provision}) with {e.configured_places} places from {e.from_}."
    ),
    r.RegistrationRecorded: "Registration as {e.kind}: {e.status} from {e.from_}.",
    r.RegistrationEnded: "Registration as {e.kind} ends on {e.on}: {e.reason:code}.",
    r.FosteringExemptionRecorded: "{e.places} children may be fostered here from {e.from_}.",
    r.OperatorChanged: "Provider {e.provider_id} runs the home from {e.from_}.",
    r.HomeDescribed: "What kind of home it is was recorded, from {e.from_}.",
    r.CapacityChanged: "The home is run with {e.places} places from {e.from_}.",
    r.AdmissionsRestricted: "Admissions are restricted from {e.from_}: {e.source:code}.",
    r.RestrictionLifted: "The restriction is lifted on {e.on}.",
    r.TemporarilyClosed: "The home is closed for a while from {e.from_}.",
    r.Reopened: "The home reopens on {e.on}.",
    r.StatementOfPurposeRecorded: "What the home says it can meet is recorded from {e.from_}.",
    r.BedsBoughtInBlock: "Beds here were bought together, in block {e.block_id}.",
    f.HomeMobilised: "The home was ready on {e.on}: staffed and furnished.",
    f.HomeOpened: "The home takes children from {e.from_}.",
    f.HomeClosing: "The home is to close: nobody new from {e.from_} ({e.reason:code}).",
    f.HomeClosed: "The home closed for good on {e.on}: {e.reason:code}.",
    f.PremisesChecked: lambda e: tell(
        "The check of {e.kind} on {e.on} was {how}.", e=e, how="passed" if e.passed else "failed"
    ),
    f.InspectionRecorded: lambda e: (
        tell("The regulator inspected the home on {e.on}: {e.grade}.", e=e)
        + (" That is below what the contract asks for." if e.below_threshold else "")
    ),
    p.PlaceReserved: "A place is held for placement {e.placement_id} from {e.arrives}.",
    p.ReservationReleased: "The place held for placement {e.placement_id} is free: {e.why:code}.",
    p.DeparturePlanned: "Placement {e.placement_id} is to leave its place on {e.leaves}.",
    p.PlaceOccupied: "Placement {e.placement_id} took its place on {e.on}.",
    p.PlaceVacated: "Placement {e.placement_id} left its place on {e.on}.",
    p.ArrivalCorrected: (
        "Correction: placement {e.placement_id} took its place on {e.on}, not on {e.was}."
    ),
    p.DepartureCorrected: (
        "Correction: placement {e.placement_id} left its place on {e.on}, not on {e.was}."
    ),
    p.ArrivalVoided: "Correction: placement {e.placement_id} never took its place.",
    p.ReturnEscalated: (
        "Placement {e.placement_id}, away since {e.away_since}, asks to return on {e.returns_on} "
        "while admissions are restricted; the director is to answer."
    ),
    p.PlacesBlocked: "{e.count} places are blocked from {e.from_}: {e.reason:code}.",
    p.PlacesUnblocked: "Blocked places are free from {e.from_}.",
    p.OtherAuthorityOccupancyRecorded: (
        "{e.count} children of other authorities live here from {e.from_}."
    ),
}
