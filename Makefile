# Every verb of the project. `make help` lists them.
# Needs only Python >= 3.11 and make: the first verb that is run sets up .venv.

PYTHON ?= python3
PORT ?= 8765
RECORD ?= demo/record.db
VENV := .venv
BIN := $(VENV)/bin
SET_UP := $(VENV)/.set-up
SHARED ?= ../shared

.DEFAULT_GOAL := help
.PHONY: help demo stop test lint types evaluate bench serve clean lock

help: ## say what each verb does
	@awk -F':.*## ' '/^[a-z]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# uv where it is present, else the standard library's venv and its pip.
# Versions and hashes are those of requirements.lock.
$(SET_UP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Polybius needs Python 3.11 or newer; $(PYTHON) is older. Try: make PYTHON=python3.12"; exit 1; }
	@if command -v uv >/dev/null 2>&1; then \
	  uv venv --quiet --allow-existing --python $(PYTHON) $(VENV) && \
	  uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock && \
	  uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e . ; \
	else \
	  $(PYTHON) -m venv $(VENV) && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . ; \
	fi
	@touch $@
