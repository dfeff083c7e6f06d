# Two commands for a fresh machine: `make demo` does the main job on a phantom, `make test` passes the tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: docs links sbom demo test lint mutate nightly fuzz proposals bench validate verify-pacs clean

demo: $(VENV)/.installed
	@$(BIN)/smartscore demo --database demo/database

test: $(VENV)/.installed-test lint
	@echo "== tests"
	@$(BIN)/python -m pytest --numprocesses auto --dist loadfile

lint: $(VENV)/.installed-test
	@echo "== ruff and mypy"
	@$(BIN)/ruff check SmartScore Testing
	@$(BIN)/ruff format --check SmartScore Testing
	@$(BIN)/mypy

# The site, in build/site: without a network, and a link that leads nowhere fails.
docs: $(VENV)/.installed-docs
	@echo "== site"
	@rm -rf build/site
	@$(BIN)/python -m sphinx -q -W --keep-going -b html docs build/site
	@echo "build/site/index.html"

# Needs a network: every address on the pages, also behind a DOI. Before a release.
links: $(VENV)/.installed-docs
	@echo "== links that lead away from the site"
	@$(BIN)/python -m sphinx -q -b linkcheck docs build/links

# What is installed in the environment, as CycloneDX.
sbom: $(VENV)/.installed-docs
	@mkdir -p build
	@$(BIN)/cyclonedx-py environment $(VENV) --output-file build/sbom.json
	@echo "build/sbom.json"

# Changes the code in small ways and fails where no test notices; PARTS chooses (Testing/mutation/parts.toml says which
# parts only report).
PARTS ?=
mutate: $(VENV)/.installed-mutate
	@echo "== mutation"
	@$(BIN)/python Testing/mutation/run.py $(PARTS)

# What takes too long for every change: the tests, every part of mutate (hours), and a thousand kills of an export.
nightly: test mutate
	@echo "== a thousand kills"
	@SMARTSCORE_KILLS=1000 $(BIN)/python -m pytest Testing/dicom/test_export.py -k killed_at_random

# Corruptions of a CT exam and its marks, over every core; Testing/fuzz/judge.py says what must hold.
CASES ?= 50000
SEED ?= 1
fuzz: $(VENV)/.installed-test
	@$(BIN)/python Testing/fuzz/run.py --cases $(CASES) --seed $(SEED)

# Proposals on made-up chests with known truth; SERIES=FOLDER measures them on real series with marks instead.
SEEDS ?= 500
SERIES ?=
proposals: $(VENV)/.installed-test
	@$(BIN)/python Testing/proposals/run.py --cases $(SEEDS) $(if $(SERIES),--series "$(SERIES)",)

bench: $(VENV)/.installed-bench
	@$(BIN)/python Testing/benchmarks/run.py --output bench.txt

# A real phantom against its published scores: make validate IMAGES=CAC-stanford-data/data/canon/Large_rep1
validate: $(VENV)/.installed
	@$(BIN)/python Testing/validation/qrm_phantom.py $(IMAGES)

# A PACS on this machine takes what the demo writes; needs Debian's orthanc (or only dcmtk) and dcmtk.
verify-pacs: $(VENV)/.installed
	@echo "== a demo database"
	@rm -rf demo/pacs && $(BIN)/smartscore demo --database demo/pacs/database
	@echo "== a PACS on loopback"
	@$(BIN)/python Testing/dicom/verify_pacs.py demo/pacs/database

# Said before anything is made, in words that every Python understands.
OLD := "SmartScore needs Python 3.11 or later, but $(PYTHON) is Python %d.%d: make PYTHON=python3.12 names another one"

# What highdicom needs had wheels up to Python 3.13 when this was written; pip says no more than that it was not built.
COMPILED := "If pyjpegls was not built: it has no wheel for this Python. Install a C++ compiler and the headers of Python \
(Debian: g++ python3-dev), or name another Python: make PYTHON=python3.13"

$(BIN)/python:
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(None if v >= (3, 11) else $(OLD) % v)'
	@echo "== environment in $(VENV)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(BIN)/python pyproject.toml
	@echo "== installing SmartScore"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . || { echo $(COMPILED); exit 1; }
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	@echo "== installing the test tools"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[test]"
	@touch $@

$(VENV)/.installed-docs: $(VENV)/.installed
	@echo "== installing what makes the site"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[docs]"
	@touch $@

$(VENV)/.installed-bench: $(VENV)/.installed-test
	@echo "== installing the benchmark peers"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[bench]"
	@touch $@

$(VENV)/.installed-mutate: $(VENV)/.installed-test
	@echo "== installing the mutation tool"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[mutate]"
	@touch $@

clean:
	rm -rf $(VENV) demo
