"""The lessons in lessons/ as a module of the page, which so comes in one piece with what shows them."""

import json
from pathlib import Path

_LESSONS = Path(__file__).resolve().parent.parent / "lessons"


def module() -> str:
    """The text of static/js/page/lessons/files.js; the order is that of the files' names."""
    texts = [
        json.dumps(json.loads(path.read_text(encoding="utf-8")), ensure_ascii=False, separators=(",", ":"))
        for path in sorted(_LESSONS.glob("*.json"))
    ]
    listed = "\n".join(f"  {json.dumps(text, ensure_ascii=False)}," for text in texts)
    return f"""/** @file The lessons of lessons/, each as the text of its file. Made by `make generate`. */

export const FILES = [
{listed}
];
"""
