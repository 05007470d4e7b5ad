"""Makes static/vendor/faces/ of the installed fonts, where that is outdated: see fonts.mjs."""

import hashlib
import json
from pathlib import Path

from tools.node_script import NodeScriptError, run_script
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
    try:
        run_script(_MAKER, str(root), given=words)
    except NodeScriptError as error:
        raise FontError(f"The fonts could not be made ready. {error}") from None
    stamp.write_text(wanted)
    return True
