"""The page's reader of a frame's header, from the layout in app/wire/frame.py."""

import struct

from app.wire.frame import FLAGS, HEADER, MAGIC

NOTE = "Generated from app/wire/frame.py by `make generate`: edit that."
_GETTERS = {"I": "getUint32", "d": "getFloat64", "f": "getFloat32"}


def offsets() -> dict[str, int]:
    """Where each number of the header begins."""
    kinds = [field.kind for field in HEADER]
    return {field.name: struct.calcsize("<" + "".join(kinds[:place])) for place, field in enumerate(HEADER)}


def size() -> int:
    """Bytes of the whole header."""
    return struct.calcsize("<" + "".join(field.kind for field in HEADER))


def module() -> str:
    """The text of static/js/wire/frame_header.js."""
    reads = "".join(
        f"  {field.name}: view.{_GETTERS[field.kind]}({offset}, true),\n"
        for field, offset in zip(HEADER, offsets().values(), strict=True)
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
