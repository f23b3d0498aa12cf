# Two commands for a newcomer: `make demo` and `make test`. Everything they need they set up.

export UV_PYTHON_DOWNLOADS := never
# Without compiled modules every process begins by compiling all of them: five seconds.
unexport PYTHONDONTWRITEBYTECODE
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := PYTHONPATH=.tools $(PYTHON) -m uv

.PHONY: help demo test check endurance bench trace openapi diagrams lock clean

help:  ## what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

demo: $(VENV)/.runtime  ## a Derby-shaped council, one whole journey over HTTP, and the service left up
	$(BIN)/placements demo $(if $(ONCE),--once)

test: $(VENV)/.development  ## every test, on SQLite and on a real PostgreSQL that they start
	$(BIN)/python -m pytest -n 2 --dist worksteal -m "not endurance"

check: $(VENV)/.development  ## format, lint, types, walls, and the documents that code must agree with
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tests.tools.openapi --check
	$(BIN)/python -m tests.tools.links
	$(BIN)/python -m tests.tools.diagrams --check
	$(BIN)/docker-compose -f docker-compose.yml config --quiet

endurance: $(VENV)/.development  ## long kill loops, on both databases
	$(BIN)/python -m pytest -m endurance

bench: $(VENV)/.development  ## ratios to floors of the same run, into benchmarks/results.md
	$(BIN)/python -m benchmarks

trace: $(VENV)/.development  ## which rows of docs/domain a test claims, and which none does
	@$(BIN)/python -m tests.tools.trace $(ID)

openapi: $(VENV)/.development  ## write docs/openapi.json afresh
	$(BIN)/python -m tests.tools.openapi

diagrams: $(VENV)/.development  ## draw docs/state-machines afresh, from the deciders
	$(BIN)/python -m tests.tools.diagrams

lock:  ## resolve both locks again: hashes and names, no addresses
	$(UV) pip compile -q --universal --generate-hashes --no-emit-index-url --no-header \
		--python-version 3.11 pyproject.toml --group build -o requirements.lock
	$(UV) pip compile -q --universal --generate-hashes --no-emit-index-url --no-header \
		--python-version 3.11 pyproject.toml --group dev --group build -c requirements.lock \
		-o requirements-dev.lock

$(VENV)/.runtime: requirements.lock pyproject.toml
	$(PYTHON) -m tools.environment requirements.lock
	@touch $@

$(VENV)/.development: requirements-dev.lock pyproject.toml
	$(PYTHON) -m tools.environment requirements-dev.lock
	@touch $(VENV)/.runtime $@

clean:  ## forget the environment and what the service kept here
	rm -rf $(VENV) .tools .var
