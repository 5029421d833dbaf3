# annals: build, run, test. Debian 12 with Swift 6.3; what else is needed is installed on first use.
SWIFT   ?= swift
PREFIX  ?= /usr/local
RELEASE := -c release --static-swift-stdlib --product annals
BIN     := .build/release/annals
SESSION := .build/first-look.session
# Debian packages with the exact libraries that the README lists.
SYSTEM  := libedit-dev libsqlite3-dev libcld2-dev libxml2-dev libarchive-dev libuchardet-dev poppler-utils

.PHONY: run build test install setup tables measure-names bench format lint clean models crash matrix fuzz

run: build
	@rm -f $(SESSION) $(SESSION)-wal $(SESSION)-shm
	@$(BIN) run Notebooks/first-look.annals.md --session $(SESSION)
	@if [ -t 0 ]; then $(BIN) $(SESSION); fi

build: setup
	@$(SWIFT) build $(RELEASE) -Xswiftc -gnone 1>&2

# The tests make files of every format, type into a terminal and unpack development sets.
test: SYSTEM += python3 tmux xz-utils
test: setup
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

# Installs missing system libraries once; asks for nothing when all are there.
setup:
	@missing=""; for p in $(SYSTEM); do dpkg -s $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
	  sudo=$$(command -v sudo || true); [ "$$(id -u)" = 0 ] && sudo=""; \
	  echo "installing$$missing" >&2; \
	  $$sudo apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq $$missing >&2; \
	fi

install: build
	install -D -m 755 $(BIN) $(DESTDIR)$(PREFIX)/bin/annals
	for pack in Sources/Languages/*/Pack; do \
	  language=$$(basename $$(dirname $$pack)); \
	  install -d $(DESTDIR)$(PREFIX)/share/annals/$$language; \
	  install -m 644 $$pack/* $(DESTDIR)$(PREFIX)/share/annals/$$language/; \
	done
	install -d $(DESTDIR)$(PREFIX)/share/annals/Names
	install -m 644 Sources/Names/Tables/* $(DESTDIR)$(PREFIX)/share/annals/Names/

# Makes the name tables anew from the folder of source data.
NAMES ?= ../shared/data/names
tables:
	Tests/Tables/han-readings.py $(NAMES) > Sources/Names/Tables/han.tsv
	Tests/Tables/places.py $(NAMES) > Sources/Names/Tables/places.tsv
	$(SWIFT) build -c release --static-swift-stdlib --product NameMeasure 1>&2
	xzcat $(NAMES)/rigour-1.4.0-persons.txt.xz | .build/release/NameMeasure parts > Sources/Names/Tables/parts.tsv

# Measures how names link across scripts, on the same data.
measure-names:
	@$(SWIFT) build -c release --static-swift-stdlib --product NameMeasure 1>&2
	@Tests/measure-names.sh .build/release/NameMeasure $(NAMES)

# Measures stories and events across documents against ECB+.
ECB ?= ../shared/data/compare/ecbplus/docs.jsonl.xz
measure-events:
	@$(SWIFT) build -c release --static-swift-stdlib --product EventMeasure 1>&2
	@xzcat $(ECB) | .build/release/EventMeasure

# The benchmarks need tools of their own beside the libraries.
bench: SYSTEM += hyperfine time xz-utils python3 python3-venv
bench: build
	@Tests/bench.sh $(BIN)
	@Tests/bench-prompt.py $(BIN)
	@Tests/bench-entities.sh $(BIN)
	@Tests/bench-slow.py $(BIN)
	@$(SWIFT) build -c release --static-swift-stdlib --product Benchmarks 1>&2
	@Tests/bench-times.sh .build/release/Benchmarks
	@Tests/bench-timeline.sh $(BIN)
	@Tests/bench-names.sh .build/release/Benchmarks $(BIN)

# Learns the taggers of names anew from ../shared/data; the same bytes unless data, tables or code changed.
models: SYSTEM += xz-utils python3
models: build
	@Tests/Models/models.sh $(BIN)

# A load that is cut off loses nothing: kill -9 at random moments, Ctrl-C, full disk, file limit.
crash: build
	@python3 Tests/crash.py $(BIN)

# Replays are the same to the byte over locales, time zones, cores, widths and orders.
matrix: build
	@Tests/replay-matrix.sh $(BIN) Notebooks/*.annals.md Notebooks/*/*.annals.md

# Every reader against libFuzzer, ten minutes each; SECONDS=60 makes it a minute.
fuzz: build
	@Tests/fuzz.sh $(or $(SECONDS),600)

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests Plugins

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Plugins

clean:
	rm -rf .build
