# Two commands on a bare machine: `make run` and `make test`. docs/running.md explains the settings.
PYTHON := $(shell command -v python3.11 || command -v python3)
PY := .venv/bin/python
export PYTHONPATH := $(CURDIR)/apps/backend
# Bytecode is kept, also where the machine's default is not to: without it a start compiles 3,000 files.
export PYTHONDONTWRITEBYTECODE :=
export HIBACHI_DIES_WITH_PARENT := 1
PORT ?= 8000
export PORT
SOURCES := apps/backend evals scripts
LONG_FORMS := $(addprefix apps/backend/tests/,channels/test_outbox_model.py channels/test_many_at_once.py channels/test_turn_interrupted.py api/test_fuzz.py api/test_injection.py payments/test_card_crashes.py)

.PHONY: run site pages chat sandbox bench screenshots doors eval train rehearse transcripts proof test lint format lock services patterns runtime dev doctor

run: runtime site     ## the product: database, HTTP and worker in one process tree
	@$(PY) -m hibachi.cli run

chat: runtime         ## talk to the concierge in the terminal
	@$(PY) -m hibachi.cli chat

site: runtime         ## build the customer site and the admin panel, when their sources changed
	-@$(PYTHON) scripts/site.py

doctor: runtime       ## what is connected, and whether each provider lets us in; nothing is sent
	@$(PY) -m hibachi.cli doctor

sandbox: runtime      ## the test world on $$PORT, with a throw-away database
	@$(PY) -m hibachi.cli sandbox

bench: dev site      ## the benchmarks, each beside its floor
	@$(PY) -m evals.bench

eval: dev             ## measure on public data (../shared/datasets) and write docs/evaluation.md
	@$(PY) -m evals.evaluate $(ONLY)

rehearse: dev         ## play conversation scenarios ($$FILES) in one process, without a server or a database
	@$(PY) -m evals.rehearse $(or $(FILES),evals/scenarios/*.json) --jobs 2

transcripts: dev      ## play the conversations of evals/transcripts and write them to /tmp/hibachi-transcripts, to be read
	@$(PY) -m evals.transcripts

screenshots: dev site ## every page of the site and the panel, light and dark, phone and desktop, into /tmp/hibachi-screenshots
	@$(PY) -m tests.admin.screens

doors: dev            ## the conversation scenarios over every channel's own door, with simulated providers
	@$(PY) -m evals.doors ../shared/scenarios
	@$(PY) -m evals.mail_and_socket ../shared/scenarios

test: dev             ## everything: lint, types, contracts, tests with coverage
	@$(MAKE) --no-print-directory --jobs 2 --output-sync=target lint services pages patterns
	@$(PY) -m pytest -n 3 --dist loadfile --cov --cov-report=term --cov-fail-under=80

pages: dev            ## the site and the panel: built, their types, unused exports and unit tests
	@$(PYTHON) scripts/site.py check

proof: dev services pages ## the long forms of the tests, and the whole suite on PostgreSQL 16
	@$(PY) -m pytest -n 3 --dist loadfile -m proof
	@HIBACHI_PROOF=1 $(PY) -m pytest -n 3 --dist loadfile $(LONG_FORMS)
	@HIBACHI_TEST_POSTGRES=16 $(PY) -m pytest -n 3 --dist loadfile

train: dev            ## train the heads anew from their examples and, where they lie, the public train splits
	@$(PY) -m evals.train $(ONLY)

lint: dev             ## style, types, and who may import whom
	@$(PY) -m ruff check $(SOURCES)
	@$(PY) -m ruff format --check $(SOURCES)
	@$(PY) -m mypy
	@.venv/bin/lint-imports

format: dev           ## put the code into shape
	@$(PY) -m ruff format $(SOURCES)
	@$(PY) -m ruff check --fix $(SOURCES)

lock:                 ## resolve the dependencies anew into both locks
	@$(PYTHON) scripts/prepare.py lock

patterns: dev         ## compile the expressions once for all processes
	@$(PY) scripts/patterns.py

services:             ## the servers that tests start (Redis)
	@$(PYTHON) scripts/services.py

runtime dev:
	@$(if $(PYTHON),$(PYTHON) scripts/prepare.py $@,echo "Python 3.11 or newer is needed: install python3.11." && exit 1)
