"""Prepares what pages load, static/vendor/ and static/built/: the build hook does, or `make front-end`."""

import sys
from pathlib import Path

from tools import bundle, fonts, formulas, vendor

ROOT = Path(__file__).resolve().parent.parent


def prepare(root: Path) -> list[str]:
    """Installs, renders and builds what is missing or outdated, and says in words what that was."""
    done = []
    if vendor.install(root):
        done.append("installed the front-end libraries")
    if formulas.render(root):
        done.append("rendered the formulas")
    if fonts.make(root):
        done.append("made the fonts ready")
    if bundle.bundle(root):
        done.append("built the front end")
    return done


def main() -> int:
    """Prepares this repository; a failure is told in one paragraph."""
    try:
        done = prepare(ROOT)
    except (vendor.VendorError, formulas.FormulaError, fonts.FontError, bundle.BundleError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    if done:
        sys.stdout.write(f"{', '.join(done).capitalize()}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
