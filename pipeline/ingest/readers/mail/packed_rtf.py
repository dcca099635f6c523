"""RTF as Outlook packs it in messages to RTF, by the algorithm of MS-OXRTFCP."""

import struct

_DICTIONARY = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
    b"\\fdecor MS Sans SerifSymbolArial"
    b"Times New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_SIZE = 4096
_MOST = 50_000_000


def unpacked_rtf(data: bytes) -> bytes:
    """Unpack RTF; what is broken gives what came before the fault."""
    if len(data) < 16:
        return b""
    _, size, kind, _ = struct.unpack_from("<IIII", data)
    if kind == 0x414C454D:
        return data[16 : 16 + size]
    window = bytearray(_DICTIONARY.ljust(_SIZE, b"\x00"))
    at, out, place = len(_DICTIONARY), bytearray(), 16
    while place < len(data) and len(out) < min(size or _MOST, _MOST):
        control, place = data[place], place + 1
        for bit in range(8):
            if place >= len(data):
                break
            if not control >> bit & 1:
                out.append(data[place])
                window[at % _SIZE] = data[place]
                at, place = at + 1, place + 1
                continue
            if place + 1 >= len(data):
                return bytes(out)
            token = data[place] << 8 | data[place + 1]
            place += 2
            start, length = token >> 4, (token & 0xF) + 2
            if start == at % _SIZE:
                return bytes(out)
            for step in range(length):
                byte = window[(start + step) % _SIZE]
                out.append(byte)
                window[at % _SIZE] = byte
                at += 1
    return bytes(out)
