"""The page's reader of a frame's header, from the layout in app/wire/frame.py."""

import struct

from app.wire.frame import FLAGS, HEADER, MAGIC

NOTE = "Generated from app/wire/frame.py by `make generate`: edit that."
_GETTERS = {"I": "getUint32", "d": "getFloat64", "f": "getFloat32"}


def offsets() -> dict[str, int]:
    """Where each number of the header begins."""
    kinds = [row.kind for row in HEADER]
    return {row.name: struct.calcsize("<" + "".join(kinds[:place])) for place, row in enumerate(HEADER)}


def size() -> int:
    """Bytes of the whole header."""
    return struct.calcsize("<" + "".join(row.kind for row in HEADER))


def module() -> str:
    """The text of static/js/wire/frame_header.js."""
    reads = "".join(
        f"  {row.name}: view.{_GETTERS[row.kind]}({offset}, true),\n"
        for row, offset in zip(HEADER, offsets().values(), strict=True)
    )
    flags = "".join(f"export const {name.upper()} = {bit};\n" for name, (bit, _) in FLAGS.items())
    return f"""/** @file The header of a frame. {NOTE} */

export const MAGIC = 0x{MAGIC:08x};
export const HEADER_BYTES = {size()};
{flags}
/** @param {{DataView}} view of a frame, which is as long as its header at least */
export const readHeader = (view) => ({{
{reads}}});
"""
