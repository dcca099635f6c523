"""An OLE file of streams in storages, as old Office files are, for tests."""

import struct

_SECTOR, _LARGE = 512, 4096
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def ole(streams: dict[str, bytes]) -> bytes:
    """Make an OLE file of streams by their paths; those of storages have `/` in them."""
    names: dict[tuple[str, ...], bytes | None] = {}
    for path, data in streams.items():
        parts = tuple(path.split("/"))
        for length in range(1, len(parts)):
            names.setdefault(parts[:length], None)
        # Smaller streams lie elsewhere in the file; the zeros behind them mean nothing to whoever reads these.
        names[parts] = data.ljust(_LARGE, b"\0")
    entries = list(names)
    sectors: list[bytes] = []
    fat: list[int] = []
    places = {entry: _put(data, sectors, fat) for entry, data in names.items() if data is not None}
    directory = _entry("Root Entry", 5, _first(entries, ()), _FREE, _END, 0)
    for entry in entries:
        beside = [other for other in entries if other[:-1] == entry[:-1]]
        following = beside[beside.index(entry) + 1 :]
        right = entries.index(following[0]) + 1 if following else _FREE
        data = names[entry]
        kind, start, size = (1, 0, 0) if data is None else (2, places[entry], len(data))
        directory += _entry(entry[-1], kind, _first(entries, entry), right, start, size)
    at_directory = _put(directory, sectors, fat)
    count = 1
    while (len(fat) + count + 127) // 128 > count:
        count += 1
    first_fat = len(sectors)
    fat += [_FAT] * count
    fat += [_FREE] * (128 * count - len(fat))
    table = struct.pack(f"<{len(fat)}I", *fat)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIIII", 0, count, at_directory, 0, _LARGE, _END, 0, _END, 0, first_fat)
    head += struct.pack(f"<{count - 1}I", *range(first_fat + 1, first_fat + count)) if count > 1 else b""
    head = head.ljust(_SECTOR, b"\xff")
    return head + b"".join(sectors) + table


def _put(data: bytes, sectors: list[bytes], fat: list[int]) -> int:
    start = len(sectors)
    parts = [data[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, max(len(data), 1), _SECTOR)]
    sectors += parts
    fat += [*range(start + 1, start + len(parts)), _END]
    return start


def _first(entries: list[tuple[str, ...]], above: tuple[str, ...]) -> int:
    return next((n for n, entry in enumerate(entries, 1) if entry[:-1] == above), _FREE)


def _entry(name: str, kind: int, child: int, right: int, start: int, size: int) -> bytes:
    wide = name.encode("utf-16-le")
    head = wide.ljust(64, b"\0") + struct.pack("<HBB", len(wide) + 2, kind, 1)
    return head + struct.pack("<III", _FREE, right, child) + bytes(36) + struct.pack("<IQ", start, size)


def doc(text: str) -> bytes:
    """Make an old Word document whose text is one piece."""
    data = text.encode("utf-16-le")
    main = bytearray(2048)
    struct.pack_into("<HH", main, 0, 0xA5EC, 0x00C1)
    struct.pack_into("<I", main, 0x4C, len(text))
    plan = struct.pack("<II", 0, len(text)) + struct.pack("<HIH", 0, 2048, 0)
    clx = b"\x02" + struct.pack("<I", len(plan)) + plan
    struct.pack_into("<II", main, 0x01A2, 0, len(clx))
    return ole({"WordDocument": bytes(main) + data, "0Table": clx})


def msg(subject: str, body: str, sender: str, attached: dict[str, bytes] | None = None) -> bytes:
    """Make a message of Outlook, sent on 3 March 2025."""
    time = (20150 * 86400 + 11644473600) * 10_000_000
    properties = bytes(32) + struct.pack("<HHIQ", 0x0040, 0x0039, 6, time)
    streams = {
        "__properties_version1.0": properties,
        "__substg1.0_0037001F": subject.encode("utf-16-le"),
        "__substg1.0_1000001F": body.encode("utf-16-le"),
        "__substg1.0_0C1A001F": sender.encode("utf-16-le"),
    }
    for number, (name, data) in enumerate((attached or {}).items()):
        place = f"__attach_version1.0_#{number:08X}"
        streams[f"{place}/__substg1.0_3707001F"] = name.encode("utf-16-le")
        streams[f"{place}/__substg1.0_37010102"] = data
    return ole(streams)
