#!/bin/sh
# Prints the first Python that is new enough, or says what to install. An argument is tried before all others.
set -eu

is_new_enough() {
  "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

for candidate in "$@" python3 python python3.14 python3.13 python3.12 python3.11; do
  if is_new_enough "$candidate"; then
    echo "$candidate"
    exit 0
  fi
done

cat >&2 <<'TEXT'
Chainrule needs Python 3.11 or newer, and none was found on this machine's path.
Install one (Debian and Ubuntu: apt install python3 python3-venv; macOS: brew install python), or name it:
  make run PYTHON=/path/to/python3
TEXT
exit 1
