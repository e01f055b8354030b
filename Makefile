# Aukio. Two commands matter: `make run` and `make test`.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
PORT ?= 8000
VENV := .venv
PY := $(VENV)/bin/python
INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check
export PORT

.PHONY: commands messages voikko run test test-sqlite test-postgres bench check format words clean install install-dev frontend lock

run: install frontend messages ## set everything up, start web and worker, print the address
	@AUKIO_SAMPLE=$${AUKIO_SAMPLE-yes} exec $(VENV)/bin/aukio run

test: install-dev frontend ## everything the suite needs, then the suite
	@tools/ready_for_tests.sh
	@$(PY) tools/run_tests.py

bench: install-dev frontend ## every promise of speed and quality, beside a named peer
	@$(PY) -m benchmarks

check: install-dev ## format, lint, types, import contracts
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/lint-imports
	$(VENV)/bin/mypy

format: install-dev ## put the code in its one form
	$(VENV)/bin/ruff check --fix -q . || true
	$(VENV)/bin/ruff format -q .

words: install-dev ## collect what is to be translated (needs gettext), then compile
	$(PY) tools/words.py collect
	$(PY) tools/words.py compile

messages: install
	@$(PY) tools/words.py compile

voikko: install ## optional: Finnish morphology (GPL) from Debian and adapters/voikko
	@tools/voikko.sh

install: $(VENV)/.installed
install-dev: $(VENV)/.installed-dev
frontend: $(VENV)/.frontend

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Aukio needs Python 3.11 or later. Type: sudo apt-get install -y python3 python3-venv" >&2; exit 1; }
	@echo "Making a Python environment in $(VENV)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing the locked packages; the first time takes a minute or two"
	@$(INSTALL) --require-hashes -r requirements.lock
	@$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	@echo "Installing what the tests need"
	@$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/.frontend: package-lock.json $(shell find src/aukio/ui/assets -type f 2>/dev/null) | $(VENV)/.installed
	@echo "Building styles and scripts"
	@tools/frontend.sh
	@touch $@

commands: install-dev ## write docs/commands.md from the commands' own help
	$(PY) -m tools.commands

lock: ## renew the lock files (needs uv)
	$(VENV)/bin/uv pip compile pyproject.toml --extra build --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-annotate --no-header -q -o requirements.lock
	$(VENV)/bin/uv pip compile pyproject.toml --extra build --extra dev -c requirements.lock --universal \
		--python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header -q -o requirements-dev.lock

clean: ## remove everything that was made, but not the data in var/
	rm -rf $(VENV) node_modules src/aukio/ui/static/ui/build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
	find src -name '*.mo' -delete
