# Alles wat nodig is, zet make zelf klaar: alleen make en Python 3.11 of nieuwer moeten er al zijn.

VENV := .venv
BIN := $(VENV)/bin
INSTALLEER := $(BIN)/python -m pip install --quiet --disable-pip-version-check
KLAAR := $(VENV)/.klaar
KLAAR_DEV := $(VENV)/.klaar-dev

.PHONY: help bundels controleer test bench schoon
.DEFAULT_GOAL := help

help: ## Toon deze uitleg
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 18

bundels: $(KLAAR) ## Maak alle bundels in de map output
	$(BIN)/kaartgen bundel

controleer: $(KLAAR) ## Toon alle fouten en waarschuwingen in de publicatie
	$(BIN)/kaartgen controleer

test: $(KLAAR_DEV) ## Draai alle tests en controles van de code
	$(BIN)/python -m pytest -n auto
	$(BIN)/python -m ruff check
	$(BIN)/python -m ruff format --check
	$(BIN)/python -m mypy

bench: $(KLAAR_DEV) ## Meet hoe snel de bundels gemaakt worden
	$(BIN)/python bench/bench.py

schoon: ## Haal weg wat gemaakt is; de Python-omgeving in .venv blijft
	rm -rf build dist output/* .pytest_cache .mypy_cache .ruff_cache .hypothesis .benchmarks
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11; do \
		if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null; then \
			echo "De Python-omgeving wordt klaargezet in $(VENV); dat duurt even."; \
			$$python -m venv $(VENV) && exit 0; \
			rm -rf $(VENV); \
			echo "Dat lukt niet. Op Debian en Ubuntu helpt: apt-get install python3-venv"; exit 1; \
		fi; \
	done; \
	echo "Python 3.11 of nieuwer is nodig en niet gevonden. Zie python.org, of geef het op: make PYTHON=/pad/naar/python"; exit 1

$(KLAAR): pyproject.toml | $(BIN)/python
	$(INSTALLEER) --editable .
	@touch $@

$(KLAAR_DEV): pyproject.toml | $(BIN)/python
	$(INSTALLEER) --editable '.[dev]'
	@touch $@ $(KLAAR)
