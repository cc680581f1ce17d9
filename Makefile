# The two set-up commands are `make run` and `make test`; each needs only make and Python 3.11 or newer.
PYTHON ?= python3
BIND ?= 127.0.0.1
PORT ?= 8000
WORKERS ?= 2
THREADS ?= 4

VENV := .venv
PY := $(VENV)/bin/python
MANAGE := $(PY) manage.py
export ZIN_ENV ?= dev
export DATA_DIR ?= $(CURDIR)/data
export BASE_URL ?= http://$(BIND):$(PORT)
export UV_PYTHON_DOWNLOADS := never
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/*.po locale/*/*/LC_MESSAGES/*.po))
MIGRATED := $(DATA_DIR)/.migrated
LOADED := $(DATA_DIR)/.demo-content-loaded

# Another database than the one in DATA_DIR may be at any state.
ifneq ($(DATABASE_URL),)
.PHONY: $(MIGRATED)
endif

.PHONY: help run test test-slow screenshots accept-screenshots lighthouse bench bench-search rush format catalogue lock clean
help:
	@echo "make run        the site at $(BASE_URL), with demonstration content (PORT=8001 BIND=0.0.0.0)"
	@echo "make test       the tests and checks; CI=true leaves nothing out"
	@echo "make test-slow  the tests that take minutes each"
	@echo "make screenshots         every page at three widths, light and dark, in the folder screenshots"
	@echo "make accept-screenshots  keep how the pages look now for the comparison in make test"
	@echo "make lighthouse          what Lighthouse says of every template; TIMING=no without the clock"
	@echo "make bench      queries and processor time of each kind of page; how fast search is (bench-search)"
	@echo "make rush       500 people for 25 seats while processes are killed, and how fast registering is"
	@echo "make format     put code and imports in the agreed form"
	@echo "make catalogue  collect new texts for translation (needs gettext)"
	@echo "make lock       renew the locked versions of all packages"
	@echo "make clean      remove what make run and make test made, except the data"

# A virtual environment of which the making was interrupted has no working pip, and is made again.
define environment
	@$(PY) -m pip --version >/dev/null 2>&1 || { \
	  $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	    || { echo "Python 3.11 or newer is needed; name it with PYTHON=python3.13"; exit 1; }; \
	  echo "Making the Python environment in $(VENV)…"; \
	  $(PYTHON) -m venv --clear $(VENV) \
	    || { echo "This Python cannot make environments; install its venv package (Debian: python3-venv)."; exit 1; }; }
endef

# uv installs several times faster than pip and checks the same hashes; its own hash stands in the same lock.
define packages
	@echo "Installing the packages of $(1)…"
	@sed -n '/^uv==/,/[^\\]$$/p' requirements-dev.lock > $(VENV)/uv.txt
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r $(VENV)/uv.txt \
	  || echo "uv could not be installed; pip does the work, which takes longer."
	@if $(PY) -m uv --version >/dev/null 2>&1; \
	  then $(PY) -m uv pip install --quiet --python $(PY) --require-hashes -r $(1); \
	  else $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r $(1); fi
endef

# When .venv is missing, or its Python was replaced, both stamps are out of date and everything is new.
$(PY):
	$(environment)

$(VENV)/.run-installed: requirements.lock $(PY)
	$(environment)
	$(call packages,requirements.lock)
	@touch $@

$(VENV)/.test-installed: requirements-dev.lock $(PY)
	$(environment)
	$(call packages,requirements-dev.lock)
	@touch $@

# Without content there is nothing to lose, so the first migrate need not wait for the disk.
$(MIGRATED): requirements.lock $(wildcard */migrations/*.py) | $(VENV)/.run-installed
	@mkdir -p "$(DATA_DIR)"
	@echo "Preparing the database; the first time this takes half a minute…"
	@test -e "$(LOADED)" || export SQLITE_SYNCHRONOUS=OFF; $(MANAGE) migrate --verbosity 1
	@touch "$@"

%.mo: %.po | $(VENV)/.run-installed
	@$(MANAGE) compile_catalogues

run: $(VENV)/.run-installed $(CATALOGUES) $(MIGRATED)
	@if test -e "$(LOADED)"; then \
	  echo "Log in at $(BASE_URL)/cms/ as beheer@, redactie@, eindredactie@, organisator@ or coordinator@example.org,"; \
	  echo "with the password of the first start. Another one: $(MANAGE) changepassword beheer@example.org"; \
	else SQLITE_SYNCHRONOUS=OFF $(MANAGE) demo_content && touch "$(LOADED)"; fi
	@echo "Starting; Ctrl-C stops everything."
	@exec $(MANAGE) serve --bind "$(BIND):$(PORT)" --workers $(WORKERS) --threads $(THREADS)

ifeq ($(CI),true)
test test-slow: ci-tools
.PHONY: ci-tools
ci-tools:
	@tests/setup_ci.sh
$(PY): ci-tools
endif

test test-slow: $(VENV)/.test-installed
	@$(PY) -m tests.suite $(if $(filter test-slow,$@),--slow)

# Chromium, and npm where it is needed, are installed when they are missing.
screenshots accept-screenshots: $(VENV)/.test-installed $(CATALOGUES)
	@tests/setup_ci.sh chromium
	@$(PY) -m $(if $(filter screenshots,$@),tests.browser.screenshots,tests.browser.looks)

lighthouse: $(VENV)/.test-installed $(CATALOGUES)
	@tests/setup_ci.sh chromium npm
	@$(PY) -m tests.lighthouse $(if $(filter no,$(TIMING)),--no-timing)

bench: $(VENV)/.run-installed
	@DEBUG=false $(MANAGE) bench_pages
	@$(MAKE) --no-print-directory bench-search

# SEARCH="--database sqlite --sizes 10000 --pages 20000"; without it both databases, up to 100,000 documents.
bench-search: $(VENV)/.test-installed $(CATALOGUES)
	@$(PY) -m tests.search_bench $(SEARCH)

# RUSH="--only rush --database sqlite --people 200", or --without-lock for the counter-proof.
rush: $(VENV)/.test-installed $(CATALOGUES)
	@$(PY) -m tests.rush $(RUSH)

format: $(VENV)/.test-installed
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .

catalogue: $(VENV)/.test-installed
	@$(MANAGE) makemessages --locale nl --no-location --no-wrap --ignore .venv --ignore tests
	@$(MANAGE) compile_catalogues

LOCK := -m uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11
lock: $(VENV)/.test-installed
	@$(PY) $(LOCK) --upgrade --extra redis --extra pdf \
	  --output-file requirements.lock pyproject.toml
	@$(PY) $(LOCK) --upgrade --output-file requirements-dev.lock --constraint requirements.lock \
	  --group pyproject.toml:dev --extra redis --extra pdf pyproject.toml

clean:
	@rm -rf $(VENV) .tools .pytest_cache .ruff_cache .import_linter_cache
