"""What imports do not show: nobody commits, one clock, no SQL in services, no dumping grounds.

Every rule is a function from a source to its offences, so that each is also run on a planted offence.
"""

import ast
import re
from collections.abc import Callable, Iterator

import pytest

from tests.house.source import FUNCTIONS, Source, dotted, parsed, sources

Offences = Iterator[str]
ORM = re.compile(r"(^|\.)(session|connection|conn|engine|cursor)(\.|$)")
MODULE_DOORS = {"service", "schemas", "events", "errors", "rules"}
EXCEPTIONS = {
    "conversations/turns_repository.py": "a turn's lease ends by the database's clock, on which all processes agree",
    "channels/mail/repository.py": "the one who reads a mailbox, by the same clock",
    "conversations/outbox_repository.py": "leases and next tries of a send, by the same clock",
    "hibachi.policies.growth": "the types of the profile's part on growth, part of its schemas",
    "hibachi.policies.fields": "the types of the profile's fields, part of its schemas",
    "hibachi.policies.scripts": "the types and rules of the profile's scripts, part of its schemas",
    "hibachi.concierge.facts": "journeys' unasked words rest on facts too",
    "hibachi.concierge.validator": "and pass the one gate for words",
}
"""What a rule would find, and why it stands."""
LIBRARIES = {"kit", "language", "llm", "settings"}
COMPOSERS = {"api", "main", "runtime", "worker", "cli", "sandbox", "founding"}


def commits(source: Source) -> Offences:
    """Only kit/db.py ends a transaction; elsewhere `begin` of a session may make a savepoint only."""
    for name, call in source.calls:
        if name.endswith((".commit", ".begin")) and source.name != "kit/db.py":
            yield f"{source.at(call)} {name}()"


CLOCKS = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "datetime.datetime.now"}
CLOCKS |= {
    "datetime.date.today",
    "func.now",
    "func.current_timestamp",
    "func.clock_timestamp",
    "datetime.fromtimestamp",
}
MACHINE = ("kit/postgres/", "kit/clock.py", "kit/processes.py")


def other_clocks(source: Source) -> Offences:
    """Only kit.clock says what time it is; the supervisor of PostgreSQL looks at its own machine's."""
    if source.name.startswith(MACHINE) or source.name in EXCEPTIONS:
        return
    for name, call in source.calls:
        zoned = name == "datetime.fromtimestamp" and len(call.args) == 2
        if name in CLOCKS and not zoned:
            yield f"{source.at(call)} {name}()"
    for found in re.finditer(r"\b(now\(\)|CURRENT_(TIMESTAMP|DATE)|clock_timestamp)\b", "".join(sql(source))):
        yield f"{source.name} {found.group()} in SQL"


def sql(source: Source) -> Iterator[str]:
    """The texts of SQL that a file holds."""
    for name, call in source.calls:
        if name.rsplit(".", 1)[-1] in {"text", "exec_driver_sql"}:
            yield from (
                node.value for node in ast.walk(call) if isinstance(node, ast.Constant) and isinstance(node.value, str)
            )


QUERIES = {"execute", "scalar", "scalars", "stream", "stream_scalars", "add", "add_all", "merge", "delete", "get"}


def queries(source: Source) -> Offences:
    """ARC-05: only a repository (and the kit) speaks to the database."""
    if source.module in {"kit", "founding"} or source.path.stem.endswith(("repository", "models")):
        return
    for name, call in source.calls:
        owner, _, method = name.rpartition(".")
        if method in QUERIES and ORM.search(owner):
            yield f"{source.at(call)} {name}()"
        if name == "text" and call.args and "sqlalchemy" in source.text:
            yield f"{source.at(call)} SQL as a text"


def reaches_inside(source: Source) -> Offences:
    """Another module, or a part of one, is reached by its service, schemas, events, errors and rules only."""
    if source.module in COMPOSERS:
        return
    for node in source.nodes:
        for target in imported(node):
            parts = target.split(".")
            foreign = parts[0] == "hibachi" and len(parts) > 2 and parts[1] not in {source.module, *LIBRARIES}
            door = not MODULE_DOORS.isdisjoint(parts[2:4])
            if foreign and not door and target not in EXCEPTIONS:
                yield f"{source.at(node)} {target}"


def imported(node: ast.AST) -> list[str]:
    """The modules that an import names: for `from hibachi.x import y` also hibachi.x.y."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        inside = node.module.count(".") == 1
        return [f"{node.module}.{alias.name}" for alias in node.names] if inside else [node.module]
    return []


MONEY = re.compile(r"price|amount|cents|money|fee(?!dback)|total|deposit|balance|cost|tax|refund|tip|paid|subtotal")


def float_money(source: Source) -> Offences:
    """Money is never a float: not converted, not annotated, not rounded."""
    if source.module == "llm" or source.name == "settings.py":
        return  # what a model costs is a fraction of a cent, and no customer's money
    for name, call in source.calls:
        if name in {"float", "round"} and any(MONEY.search(ast.unparse(argument).lower()) for argument in call.args):
            yield f"{source.at(call)} {ast.unparse(call)}"
    for node in source.nodes:
        annotated = isinstance(node, ast.AnnAssign) and "float" in ast.unparse(node.annotation)
        if annotated and MONEY.search(ast.unparse(node.target).lower()):
            yield f"{source.at(node)} {ast.unparse(node.target)}: float"


NAMES = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "manager",
    "managers",
    "misc",
    "base",
    "core",
    "lib",
    "enhanced",
}


def dumping_grounds(source: Source) -> Offences:
    """No file, folder, class or function that means "whatever"."""
    for part in source.path.with_suffix("").parts:
        words = set(part.split("_"))
        if words & NAMES or re.search(r"(^|_)v\d+($|_)", part):
            yield f"{source.name} is called {part}"
    for node in source.nodes:
        if isinstance(node, ast.ClassDef) and re.search(r"(Manager|Helper|Utils?|Enhanced|V\d)$", node.name):
            yield f"{source.at(node)} {node.name}"


def unfinished(source: Source) -> Offences:
    """ARC-12: nothing is left to be done, and nothing pretends."""
    for number, line in enumerate(source.text.splitlines(), 1):
        if re.search(r"\b(TODO|FIXME|XXX|HACK)\b|NotImplementedError|raise NotImplemented", line):
            yield f"{source.name}:{number} {line.strip()}"
    protocols = {node for node in source.nodes if isinstance(node, ast.ClassDef) and "Protocol" in ast.unparse(node)}
    declared = {id(inner) for protocol in protocols for inner in ast.walk(protocol)}
    for function in source.functions:
        empty = [isinstance(line, ast.Pass) or dotted_constant(line) is ... for line in function.body]
        if all(empty) and id(function) not in declared and "overload" not in ast.unparse(function):
            yield f"{source.at(function)} {function.name} does nothing"


def dotted_constant(line: ast.stmt) -> object:
    """The value of a line that is only a constant."""
    return line.value.value if isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant) else None


def silent_services(source: Source) -> Offences:
    """What a module offers to others says what it gives, and how it refuses."""
    if "service" not in source.path.with_suffix("").parts:
        return
    for node in source.tree.body:
        if (
            isinstance(node, (*FUNCTIONS, ast.ClassDef))
            and not node.name.startswith("_")
            and not ast.get_docstring(node)
        ):
            yield f"{source.at(node)} {node.name} has no docstring"


def committed_globals(source: Source) -> Offences:
    """Services have no state: no `global`, and no module-level name that is put together at run time."""
    for node in source.nodes:
        if isinstance(node, ast.Global):
            yield f"{source.at(node)} global {', '.join(node.names)}"


def logic_in_routes(source: Source) -> Offences:
    """ARC-06: a route parses, calls, returns: no loops over data bases, no arithmetic, at most 12 statements."""
    if source.path.stem != "api" and "api" not in source.path.parts:
        return
    for function in source.functions:
        routed = any(
            dotted(mark.func).startswith("router.") for mark in function.decorator_list if isinstance(mark, ast.Call)
        )
        loops = [node for node in ast.walk(function) if isinstance(node, ast.For | ast.While | ast.AsyncFor)]
        if routed and loops:
            yield f"{source.at(function)} {function.name} loops"


def eager_patterns(source: Source) -> Offences:
    """Patterns wait for their first use (kit/lazy_re.py): compiled at import, they are seconds of every start."""
    if source.name in ("kit/lazy_re.py", "channels/mail/imap.py") or "lazy_re as re" in source.text:
        return
    for name, call in source.calls:
        if name == "re.compile":
            yield f"{source.at(call)} re.compile()"


def included_routers(source: Source) -> Offences:
    """Routers are joined by their routes: an included one makes each of its routes a second time, at every start."""
    for name, call in source.calls:
        if name.endswith(".include_router"):
            yield f"{source.at(call)} {name}()"


RULES: dict[str, tuple[Callable[[Source], Offences], dict[str, str]]] = {
    "nobody commits": (commits, {"bookings/service.py": "async def f(tx): await tx.session.commit()"}),
    "one clock": (other_clocks, {"calendar/rules.py": "from datetime import datetime\nx = datetime.now()"}),
    "one clock, not the database's": (other_clocks, {"growth/repository.py": "x = func.now()"}),
    "SQL in repositories": (queries, {"quotes/service.py": "async def f(tx): await tx.session.execute(x)"}),
    "no SQL as text": (queries, {"quotes/service.py": "from sqlalchemy import text\nx = text('SELECT 1')"}),
    "by the door": (reaches_inside, {"bookings/service.py": "from hibachi.quotes.pricing import price"}),
    "by the door, too": (reaches_inside, {"bookings/service.py": "from hibachi.quotes import jobs"}),
    "money is no float": (float_money, {"quotes/rules.py": "x = float(total)"}),
    "money is not annotated as one": (float_money, {"quotes/schemas.py": "class A:\n    deposit: float = 0.0"}),
    "no dumping ground": (dumping_grounds, {"quotes/price_utils.py": ""}),
    "no manager": (dumping_grounds, {"quotes/service.py": "class QuoteManager: ..."}),
    "nothing unfinished": (unfinished, {"quotes/service.py": "x = 1  # TODO later"}),
    "nothing empty": (unfinished, {"quotes/service.py": "def f(): pass"}),
    "services explain themselves": (silent_services, {"quotes/service.py": "async def price(tx): return 1"}),
    "no state": (committed_globals, {"quotes/service.py": "def f():\n    global x\n    x = 1"}),
    "patterns wait": (eager_patterns, {"quotes/rules.py": "import re\nX = re.compile('a')"}),
    "routes are made once": (included_routers, {"api.py": "router.include_router(module, prefix='/api/v1')"}),
    "thin routes": (
        logic_in_routes,
        {"quotes/api.py": "@router.get('/x')\nasync def f(tx):\n    for x in y:\n        z(x)"},
    ),
}


@pytest.mark.parametrize("rule", RULES)
def test_the_house_keeps_it(rule: str) -> None:
    find, _ = RULES[rule]
    assert [offence for source in sources() for offence in find(source)] == []


@pytest.mark.parametrize("rule", RULES)
def test_a_planted_offence_is_found(rule: str) -> None:
    find, planted = RULES[rule]
    [(name, text)] = planted.items()
    assert len(list(find(parsed(text, name)))) == 1


def test_every_file_says_what_it_is() -> None:
    assert [source.name for source in sources() if source.text.strip() and not ast.get_docstring(source.tree)] == []


def is_broad(handler: ast.ExceptHandler) -> bool:
    """Whether it takes whatever comes, and does not pass it on."""
    passed_on = isinstance(handler.body[-1], ast.Raise) and handler.body[-1].exc is None
    caught = {dotted(part) for part in ast.walk(handler.type)} if handler.type else {"Exception"}
    return not passed_on and bool({"Exception", "BaseException"} & caught)


def test_broad_excepts_are_few_and_say_why() -> None:
    lines = sum(source.text.count("\n") for source in sources())
    broad = [
        (source, node)
        for source in sources()
        for node in source.nodes
        if isinstance(node, ast.ExceptHandler) and is_broad(node)
    ]
    silent = [
        source.at(node)
        for source, node in broad
        if "#" not in "\n".join(source.text.splitlines()[node.lineno - 2 : node.lineno + 2])
    ]
    assert silent == []
    assert len(broad) <= max(1, lines // 2500), [source.at(node) for source, node in broad]


def test_suppressions_say_why() -> None:
    """`# type: ignore[code]` and `# noqa: CODE` are followed by a reason, behind a dash or another #."""
    named = re.compile(r"# (type: ignore\[[\w, -]+\]|noqa: [A-Z]+\d+(, ?[A-Z]+\d+)*)(\s+[#-]?\s*(?P<reason>\S.*))?$")
    bare = [
        f"{source.name}:{number}"
        for source in sources()
        for number, line in enumerate(source.text.splitlines(), 1)
        if re.search(r"# (type: ignore|noqa)", line) and not ((found := named.search(line)) and found["reason"])
    ]
    assert bare == []
