#!/bin/sh
# Runs the Python tests that need no browser with each Python that Chainrule supports and this machine has; each gets
# an environment of its own. The argument is the make to run them with.
set -u

failed= found=
for minor in 11 12 13 14; do
  python=python3.$minor
  if ! "$python" -c '' >/dev/null 2>&1; then
    echo "$python: not on this machine, left out"
    continue
  fi
  found=yes
  echo "$python:"
  "${1:-make}" --no-print-directory pytest-without-browsers "VENV=.venv-3.$minor" "PYTHON=$python" || failed="$failed $python"
done

test -n "$found" || { echo "None of the Pythons 3.11 to 3.14 was found." >&2; exit 1; }
test -z "$failed" || { echo "Failed with:$failed" >&2; exit 1; }
