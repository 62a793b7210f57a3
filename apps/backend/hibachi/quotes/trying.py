"""What a change of policies would do to a price: computed by the one price function, written nowhere."""

from hibachi.kit.db import Tx
from hibachi.policies import service as policies
from hibachi.policies.schemas import Profile
from hibachi.quotes.errors import InvalidParty
from hibachi.quotes.rules import price
from hibachi.quotes.schemas import (
    Party,
    PolicyDifference,
    PolicyEffect,
    PolicyTrialRequest,
    PricedParty,
    SampleParty,
)
from hibachi.travel import service as travel
from hibachi.travel.schemas import Driven, TravelFee, UnknownFee


async def effect(tx: Tx, *, request: PolicyTrialRequest) -> PolicyEffect:
    """The sample's price by the profile in force and by the changed one. Raises InvalidPolicy, InvalidParty."""
    trial = await policies.preview(tx, changes=request.changes, effective_from=request.effective_from)
    before = _priced(request.sample, trial.before.profile)
    after, refusal = _tried(request.sample, trial.after)
    return PolicyEffect(
        version=trial.before.version,
        differences=[PolicyDifference(path=path, old=old, new=new) for path, (old, new) in trial.differences.items()],
        before=before,
        after=after,
        refusal=refusal,
        difference=_difference(before.total, after.total if after else None),
    )


def _difference(before: int | None, after: int | None) -> int | None:
    return None if before is None or after is None else after - before


def _tried(sample: SampleParty, profile: Profile) -> tuple[PricedParty | None, str | None]:
    try:
        return _priced(sample, profile), None
    except InvalidParty as error:
        return None, error.message


def _priced(sample: SampleParty, profile: Profile) -> PricedParty:
    party = Party.model_validate(sample.model_dump(exclude={"miles", "event_date"}))
    return price(party, profile, travel=_way(sample.miles, profile), event_date=sample.event_date)


def _way(miles: float | None, profile: Profile) -> TravelFee | UnknownFee | None:
    """The fee for so many miles from the profile's own base."""
    if miles is None:
        return None
    base, zone = profile.travel.base, profile.business.timezone
    return travel.fee(Driven(miles=miles, zip=base.zip, city=base.city, state=base.state, zone=zone), profile.travel)
