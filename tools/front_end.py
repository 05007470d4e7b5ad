"""Prepares static/vendor/, which pages load from: by the build hook, or `python -m tools.front_end`."""

import sys
from pathlib import Path

from tools import formulas, vendor

ROOT = Path(__file__).resolve().parent.parent


def prepare(root: Path) -> list[str]:
    """Installs and renders what is missing or outdated, and says in words what that was."""
    done = []
    if vendor.install(root):
        done.append("installed the front-end libraries")
    if formulas.render(root):
        done.append("rendered the formulas")
    return done


def main() -> int:
    """Prepares this repository; a failure is told in one paragraph."""
    try:
        done = prepare(ROOT)
    except (vendor.VendorError, formulas.FormulaError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    if done:
        sys.stdout.write(f"{' and '.join(done).capitalize()}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
