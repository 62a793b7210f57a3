"""The command line: `python -m hibachi.cli run|chat|sandbox|migrate|doctor|create-user`. The Makefile names what people need."""

import argparse
import asyncio
import getpass
import logging
import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from types import FrameType
from typing import TypeAlias

from pydantic import SecretStr, ValidationError

from hibachi.kit.errors import HibachiError
from hibachi.kit.postgres import ClusterInUse, EmbeddedPostgres, PostgresError, throw_away
from hibachi.kit.processes import Child, ProcessTree, die_with_parent, done_aside, nothing_is_garbage
from hibachi.language.logs import set_up_logging
from hibachi.settings import DEVELOPMENT_SECRET, Settings

Command: TypeAlias = Callable[[Settings, argparse.Namespace], None]
LOOK_SECONDS = 0.2
FIRST_ANSWER_SECONDS = 60.0
BANNER = """
{name} is running.
  API and chat   {url}   (documentation {url}/docs, health {url}/api/health)
  talk to it     make chat
  data           {data}
  stop it        Ctrl-C
"""


class Stopped(SystemExit):
    """Somebody asked us to stop."""


class Refused(SystemExit):
    """The command cannot be done; the text says why and what to do."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line and run one command; SIGINT, SIGTERM and SIGHUP end it in good order."""
    options = _parser().parse_args(arguments)
    if os.environ.pop("HIBACHI_DIES_WITH_PARENT", None):
        die_with_parent()
    level = {sandbox: logging.WARNING, chat: logging.WARNING, doctor: logging.ERROR}.get(options.command, logging.INFO)
    set_up_logging(level)
    for chatty in ("alembic", "httpx2", "procrastinate"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop_once)
    _carry_out(options.command, _settings(), options)


def _carry_out(command: Command, settings: Settings, options: argparse.Namespace) -> None:
    try:
        command(settings, options)
    except (PostgresError, HibachiError) as error:
        raise Refused(f"{error}") from error


def _stop_once(number: int, frame: FrameType | None) -> None:
    for again in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(again, signal.SIG_IGN)
    raise Stopped(0)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="hibachi", description="My Hibachi Chef: concierge and bookings.")
    commands = parser.add_subparsers(required=True, metavar="command")
    commands.add_parser("run", help="database, HTTP and worker in one process tree").set_defaults(command=run)
    commands.add_parser("migrate", help="bring the database up to date and found the business in it").set_defaults(
        command=migrate
    )
    commands.add_parser("sandbox", help="the test world, with a throw-away database").set_defaults(command=sandbox)
    talk = commands.add_parser("chat", help="talk to the concierge in the terminal")
    talk.add_argument("--url", default=os.environ.get("HIBACHI_URL"), help="the server to talk to")
    talk.set_defaults(command=chat)
    commands.add_parser("doctor", help="what is connected, and whether each provider lets us in").set_defaults(
        command=doctor
    )
    user = commands.add_parser("create-user", help="make a member of staff")
    user.add_argument("email")
    user.add_argument("--name", required=True)
    user.add_argument("--role", action="append", required=True, help="admin, manager, agent or chef; may be repeated")
    user.set_defaults(command=create_user)
    return parser


def _settings() -> Settings:
    try:
        return Settings()
    except ValidationError as error:
        problems = "; ".join(f"{'.'.join(map(str, row['loc']))}: {row['msg']}" for row in error.errors())
        raise Refused(f"The settings are not valid: {problems}. docs/running.md explains each.") from error


def run(settings: Settings, options: argparse.Namespace) -> None:
    """Run the product until it is told to stop: the database unless DATABASE_URL names one, HTTP, the worker."""
    _refuse_taken_port(settings)
    with _database(settings) as (url, server):
        with nothing_is_garbage():
            from hibachi import main, worker
        complete = _complete(settings, url)
        if not done_aside("hibachi-migrate", partial(_carry_out, migrate, complete, options)):
            raise Refused("The database could not be prepared; the lines above say why.")
        http, jobs = partial(main.serve, complete), partial(worker.run, complete)
        tree = ProcessTree([Child("hibachi-http", http), Child("hibachi-worker", jobs)])
        try:
            _watch(settings, tree, server)
        finally:
            tree.stop()


def _watch(settings: Settings, tree: ProcessTree, server: EmbeddedPostgres | None) -> None:
    started, told = time.monotonic(), False
    while True:
        tree.watch()
        if server is not None and not server.is_running():
            logging.getLogger(__name__).error("the database ended; starting it again")
            server.stop()
            server.start()
        if not told and (_answers(settings) or time.monotonic() - started > FIRST_ANSWER_SECONDS):
            told = True
            print(_banner(settings), flush=True)
        time.sleep(LOOK_SECONDS)


def _complete(settings: Settings, url: str) -> Settings:
    """With the database that is there now, and a secret of this installation's own where none was given."""
    secret = settings.secret_key
    if secret.get_secret_value() == DEVELOPMENT_SECRET:
        from hibachi.founding import secret_of_this_installation

        settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        secret = SecretStr(secret_of_this_installation(settings.data_dir))
    return settings.model_copy(update={"database_url": url, "secret_key": secret})


@contextmanager
def _database(settings: Settings, *, sharing: bool = False) -> Iterator[tuple[str, EmbeddedPostgres | None]]:
    """The database's URL and, when it is ours, its server; `sharing` also takes one that `run` already serves."""
    if settings.database_url:
        yield settings.database_url, None
        return
    server = EmbeddedPostgres(settings.data_dir / "postgres")
    try:
        url = server.start()
    except ClusterInUse:
        if not sharing:
            raise
        yield server.url_of_the_running(), None
        return
    try:
        yield url, server
    finally:
        server.stop()


def _refuse_taken_port(settings: Settings) -> None:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            where = f"{settings.host}:{settings.port}"
            raise Refused(f"{where} cannot be used ({error.strerror}): stop what uses it, or set PORT.") from error


def _address(settings: Settings) -> tuple[str, int]:
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.host, settings.host)
    return host, settings.port


def _answers(settings: Settings) -> bool:
    try:
        socket.create_connection(_address(settings), timeout=0.2).close()
    except OSError:
        return False
    return True


def _banner(settings: Settings) -> str:
    host, port = _address(settings)
    data = "DATABASE_URL" if settings.database_url else str(settings.data_dir.absolute())
    url = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    return BANNER.format(name="My Hibachi Chef", url=url, data=data)


def migrate(settings: Settings, options: argparse.Namespace) -> None:
    """Bring the schema up to date, load the business profile, make the first administrator."""
    from hibachi.founding import prepare

    with _database(settings, sharing=True) as (url, _):
        admin = prepare(settings, url)
    if admin is not None:
        print(f"First administrator: {admin.email}, password for one use: {admin.password}", flush=True)


def sandbox(settings: Settings, options: argparse.Namespace) -> None:
    """Serve the test world on PORT: a throw-away database, a clock that stands, nothing kept."""
    with nothing_is_garbage():
        from hibachi.founding import migrate as bring_up_to_date
        from hibachi.sandbox import serve

    _refuse_taken_port(settings)
    with throw_away("sandbox") as server:
        bring_up_to_date(server.url())
        serve(server.url(), settings.port)


def chat(settings: Settings, options: argparse.Namespace) -> None:
    """Talk to the running server, or to a throw-away world where none runs."""
    from hibachi import terminal

    host, port = _address(settings)
    url = options.url or f"http://{host}:{port}"
    if options.url or _answers(settings):
        terminal.talk(url)
    else:
        terminal.talk_to_a_throw_away_world()


def doctor(settings: Settings, options: argparse.Namespace) -> None:
    """Say of every channel whether it is connected and works, without sending anything; status 1 where one does not."""
    from hibachi.channels.checkup import look

    findings = asyncio.run(look(settings))
    for finding in findings:
        print(f"{finding.state:<7} {finding.what}: {finding.says}")
    if any(finding.state == "WRONG" for finding in findings):
        raise Refused("Something that is connected does not work; docs/running.md says how each is connected.")


def create_user(settings: Settings, options: argparse.Namespace) -> None:
    """Make a member of staff, with a password from the terminal (or from standard input)."""
    from hibachi.founding import make_user

    password = getpass.getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    with _database(settings, sharing=True) as (url, _):
        asyncio.run(make_user(url, email=options.email, name=options.name, roles=options.role, password=password))
    print(f"{options.email} may sign in now.")


if __name__ == "__main__":
    main()
