# Two commands do most: `make demo` shows what Lichtpunt makes, `make test` proves it. Both set themselves up.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= out
SETUP_PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input

SECONDS ?= 600

.PHONY: demo test test-live check preview bench faults guards soak fuzz pictures support-facts format lock clean system-parts
.DELETE_ON_ERROR:

demo: $(VENV)/.run
	$(BIN)/python run.py demo --out $(OUT)

preview: $(VENV)/.run
	$(BIN)/python run.py preview $(OUT)

test: $(VENV)/.dev system-parts
	$(BIN)/python -m pytest

# Against real parts that others publish, fetched with npm. Where they cannot be had, these tests are skipped and say so.
test-live: $(VENV)/.dev
	$(BIN)/python -m pytest -m live

check: $(VENV)/.dev
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy

bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks

# Everything that can go wrong while something goes out, and that it still goes out once or is told.
faults: $(VENV)/.dev
	$(BIN)/python -m tests.faults

# Each guard of the product is broken once in a copy, and the matrix must notice.
guards: $(VENV)/.dev
	$(BIN)/python -m tests.faults.guards

# Four workers, killed and stopped at random for SECONDS.
soak: $(VENV)/.dev
	$(BIN)/python -m tests.faults.soak $(SECONDS)

# Made-up and damaged input for every format of articles, each for SECONDS.
fuzz: SECONDS = 60
fuzz: $(VENV)/.dev
	$(BIN)/python -m tests.fuzz --seconds $(SECONDS)

# The pictures of README.md, made anew from the demo.
pictures: $(VENV)/.dev system-parts
	$(BIN)/python -m docs.pictures.make

# What mail programs know of CSS and HTML, made anew from the newest npm package `caniemail`.
support-facts: $(VENV)/.run
	folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && npm pack --silent --pack-destination "$$folder" caniemail \
	  && tar -xzf "$$folder"/caniemail-*.tgz -C "$$folder" \
	  && $(BIN)/python -m pipeline.preflight.email.support.update "$$folder/package"

format: $(VENV)/.dev
	$(BIN)/python -m ruff check --fix .
	$(BIN)/python -m ruff format .

# Exact versions of everything that runs, for every platform, with checksums and without an index's address.
lock: $(VENV)/.dev
	$(SETUP_PIP) uv
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --custom-compile-command "make lock" --quiet --output-file requirements.lock
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --custom-compile-command "make lock" --quiet --constraint requirements.lock --output-file requirements-dev.lock

clean:
	rm -rf $(VENV) dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Lichtpunt needs Python 3.11 or newer. Install it, or name it: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Setting up, once: this takes a minute"
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock | $(VENV)/bin/python
	$(SETUP_PIP) -r requirements.lock
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	$(SETUP_PIP) -r requirements-dev.lock
	@touch $@

# Chromium is for the tests that look at pages. Without root or apt they are skipped, and the tests say so.
system-parts:
	@if ! command -v chromium >/dev/null && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing Chromium and fonts"; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-color-emoji openssl >/dev/null; \
	fi
