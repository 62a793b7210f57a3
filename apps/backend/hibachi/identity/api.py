"""Signing in, and staff and keys for administrators."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import JSONResponse

from hibachi.identity import schemas, service
from hibachi.identity.errors import SecondFactorNeeded, SecondFactorWrong, SignInFailed, TooManyAttempts
from hibachi.identity.rules import ATTEMPTS_WINDOW, OWN_ACCOUNT
from hibachi.kit.auth import Principal, public, requires
from hibachi.kit.errors import HibachiError
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses
from hibachi.policies import service as policies

router = APIRouter(prefix=API, route_class=TransactionalRoute)
Anyone = Annotated[Principal, Depends(public)]
Oneself = Annotated[Principal, Depends(requires(OWN_ACCOUNT))]
MayRead = Annotated[Principal, Depends(requires("users:read"))]
MayWrite = Annotated[Principal, Depends(requires("users:write"))]
REFUSALS = error_responses(SignInFailed, SecondFactorNeeded, SecondFactorWrong, TooManyAttempts)


async def _secret(request: Request) -> str:
    authenticator: service.Authenticator = request.app.state.authenticator
    return authenticator.secret


Secret = Annotated[str, Depends(_secret)]


@router.post("/auth/token", tags=["auth"], response_model=schemas.Tokens, responses=REFUSALS)
async def sign_in(tx: CurrentTx, who: Anyone, secret: Secret, proof: schemas.SignIn) -> Response:
    """Tokens for an e-mail address and its password, and a code where the account has a second factor."""
    return _answer(await service.sign_in(tx, proof=proof, secret=secret))


@router.post("/auth/refresh", tags=["auth"], response_model=schemas.Tokens, responses=REFUSALS)
async def refresh(tx: CurrentTx, who: Anyone, secret: Secret, body: schemas.RefreshToken) -> Response:
    """Fresh tokens for a refresh token, which is used up by it."""
    return _answer(await service.refresh(tx, token=body.refresh_token, secret=secret))


@router.post("/auth/logout", tags=["auth"], status_code=204)
async def sign_out(tx: CurrentTx, who: Anyone, secret: Secret, body: schemas.RefreshToken) -> None:
    """End the session of a refresh token, its access tokens included."""
    await service.sign_out(tx, token=body.refresh_token, secret=secret)


@router.get("/auth/me", tags=["auth"])
async def me(tx: CurrentTx, who: Oneself) -> schemas.Me:
    """Who is signed in, and what they may do."""
    return await service.me(tx, principal=who)


@router.post("/auth/password", tags=["auth"], response_model=schemas.Tokens, responses=REFUSALS)
async def change_password(tx: CurrentTx, who: Oneself, secret: Secret, change: schemas.PasswordChange) -> Response:
    """Replace one's own password; every other session ends."""
    return _answer(await service.change_password(tx, principal=who, change=change, secret=secret))


@router.post("/auth/second-factor", tags=["auth"], response_model=schemas.SecondFactor, responses=REFUSALS)
async def begin_second_factor(tx: CurrentTx, who: Oneself, proof: schemas.OwnPassword) -> Response:
    """A key for an authenticator app, for one's own password; the first code switches it on."""
    issuer = (await policies.load_default(tx)).profile.business.name
    return _answer(await service.begin_second_factor(tx, principal=who, proof=proof, issuer=issuer))


@router.post("/auth/second-factor/confirm", tags=["auth"])
async def confirm_second_factor(
    tx: CurrentTx, who: Oneself, response: Response, body: schemas.FirstCode
) -> schemas.RecoveryCodes:
    """From now on a sign-in asks for a code; the recovery codes are shown once."""
    _never_keep(response)
    return await service.confirm_second_factor(tx, principal=who, code=body.code.get_secret_value())


@router.post("/auth/second-factor/off", tags=["auth"], response_model=schemas.Tokens, responses=REFUSALS)
async def end_second_factor(tx: CurrentTx, who: Oneself, secret: Secret, proof: schemas.OwnPassword) -> Response:
    """A sign-in asks for the password alone; every other session ends."""
    return _answer(await service.end_second_factor(tx, principal=who, proof=proof, secret=secret))


@router.get("/admin/users", tags=["staff"])
async def staff(tx: CurrentTx, who: MayRead) -> list[schemas.Staff]:
    """Everybody, the inactive too."""
    return await service.staff(tx)


@router.get("/admin/roles", tags=["staff"])
async def roles(who: MayRead) -> schemas.Roles:
    """What each role may do, and what a key can be given."""
    return service.roles()


@router.post("/admin/users", tags=["staff"], status_code=201)
async def invite(tx: CurrentTx, who: MayWrite, response: Response, new: schemas.NewStaff) -> schemas.StaffMade:
    """A new member of staff, who chooses a password at the first sign-in."""
    _never_keep(response)
    return await service.invite(tx, by=who, new=new)


@router.patch("/admin/users/{user_id}", tags=["staff"])
async def change_staff(tx: CurrentTx, who: MayWrite, user_id: UUID, change: schemas.StaffChange) -> schemas.Staff:
    """Change name or roles; deactivate or activate. The last administrator stays."""
    return await service.change_staff(tx, by=who, user_id=user_id, change=change)


@router.post("/admin/users/{user_id}/password", tags=["staff"])
async def reset_password(tx: CurrentTx, who: MayWrite, response: Response, user_id: UUID) -> schemas.StaffMade:
    """A password for one use, for somebody who lost theirs."""
    _never_keep(response)
    return await service.reset_password(tx, by=who, user_id=user_id)


@router.delete("/admin/users/{user_id}/second-factor", tags=["staff"])
async def lift_second_factor(tx: CurrentTx, who: MayWrite, user_id: UUID) -> schemas.Staff:
    """Switch off the second factor of somebody who lost their device; their sessions end."""
    return await service.lift_second_factor(tx, by=who, user_id=user_id)


@router.get("/admin/api-keys", tags=["staff"])
async def keys(tx: CurrentTx, who: MayRead) -> list[schemas.Key]:
    """Every key, without its secret."""
    return await service.keys(tx)


@router.post("/admin/api-keys", tags=["staff"], status_code=201)
async def create_key(tx: CurrentTx, who: MayWrite, response: Response, new: schemas.NewKey) -> schemas.KeyMade:
    """A new key; its secret is shown once."""
    _never_keep(response)
    return await service.create_key(tx, by=who, new=new)


@router.delete("/admin/api-keys/{key_id}", tags=["staff"])
async def revoke_key(tx: CurrentTx, who: MayWrite, key_id: UUID) -> schemas.Key:
    """End a key for good."""
    return await service.revoke_key(tx, key_id=key_id)


def _answer(outcome: schemas.Tokens | schemas.SecondFactor | HibachiError) -> Response:
    # A refusal is answered, not raised: the attempt that it counted must be committed.
    if isinstance(outcome, HibachiError):
        headers = {"Retry-After": str(int(ATTEMPTS_WINDOW.total_seconds()))} if outcome.status == 429 else None
        return JSONResponse(outcome.body(), status_code=outcome.status, headers=headers)
    response = JSONResponse(outcome.model_dump(mode="json"))
    _never_keep(response)
    return response


def _never_keep(response: Response) -> None:
    response.headers["Cache-Control"] = "no-store"
