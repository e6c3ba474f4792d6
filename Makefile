# Every verb of the project; `make help` says what each does.
# Needs only Python >= 3.11 and make: the first verb that is run sets up .venv.

PYTHON ?= python3
PORT ?= 8765
SHARED ?= ../shared
VENV := .venv
BIN := $(VENV)/bin
SET_UP := $(VENV)/.set-up
RECORD := demo/record.db

.DEFAULT_GOAL := help
.PHONY: help demo stop test lint types evaluate bench serve lock clean

help: ## say what each verb does
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' $(MAKEFILE_LIST) | expand -t 18

# uv where it is present, else the standard library's venv and its pip.
# Versions and hashes are those of requirements.lock.
$(SET_UP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Polybius needs Python 3.11 or newer, and $(PYTHON) is older: make PYTHON=python3.12 …"; exit 1; }
	@echo "Setting up $(VENV) (once; a minute or so)"
	@if command -v uv >/dev/null 2>&1; then \
	  uv venv --quiet --allow-existing --python $(PYTHON) $(VENV) && \
	  uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock && \
	  uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable . ; \
	else \
	  $(PYTHON) -m venv $(VENV) && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable . ; \
	fi
	@touch $@

demo: $(SET_UP) ## read the sample pages and serve them at http://127.0.0.1:8765/ (make stop ends it)
	@PORT=$(PORT) RECORD=$(RECORD) BIN=$(BIN) sh scripts/demo.sh

stop: ## stop the demo's server
	@sh scripts/stop.sh

test: $(SET_UP) ## run the tests
	@$(BIN)/python -m pytest -n auto --dist loadfile

lint: $(SET_UP) ## look for faults of style, and for imports against the layers
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/lint-imports --config pyproject.toml

types: $(SET_UP) ## check the types
	@$(BIN)/mypy

evaluate: $(SET_UP) ## measure accuracy on ../shared, hold it to its floors, write docs/accuracy.md
	@$(BIN)/python -m polybius.evaluating.gate --shared $(SHARED)

bench: $(SET_UP) ## measure speed beside trafilatura, write docs/performance.md
	@$(BIN)/python benchmarks/run.py --shared $(SHARED)

serve: $(SET_UP) ## serve a record: make serve RECORD=polybius.db
	@$(BIN)/polybius serve --record $(RECORD) --port $(PORT)

lock: ## resolve the dependencies anew into requirements.lock (needs uv)
	@sh scripts/lock.sh

clean: ## remove what the other verbs made
	@rm -rf $(VENV) demo dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
