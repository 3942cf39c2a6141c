"""The JSON form of values, to and from what the codec takes."""
import json
import math
import struct

from tic_bits import Refused


class CannotEncode(Exception):
    pass


class JsonForm:
    """The JSON form of values; a base of Codec, which has the schema `s` and the version `v`."""

    def to_json(self, dom, v):
        _, b = self.s.base(dom)
        if v is None:
            return None
        k = b.kind
        if k == "int":
            return v if abs(v) <= 2**53 else str(v)
        if k == "float":
            x = struct.unpack(">f" if b.n == 32 else ">d", v.to_bytes(b.n // 8, "big"))[0]
            return x if math.isfinite(x) else f"0x{v:0{b.n // 4}x}"
        if k == "bytes":
            return v.hex()
        if k == "list":
            return [self.to_json(b.inner, e) for e in v]
        if k == "struct":
            return {f.name: self.to_json(f.dom, v[f.name]) for f in b.alive(self.v)}
        if k == "union":
            return {v[0]: self.to_json(next(i for i in b.items if i.name == v[0]).dom, v[1])}
        if k == "sealed":
            try:
                version, x = self.open(b, v)
            except Refused:
                return {"raw": v.hex()}
            return {"version": version, "value": type(self)(self.s, version).to_json(b.inner, x)}
        return v

    def from_json(self, dom, j):
        opt, b = self.s.base(dom)
        if j is None and opt:
            return None
        v = self.from_json_kind(b, j)
        if v is None:
            raise CannotEncode(f"no {b.kind}: {json.dumps(j)[:60]}")
        return v

    def from_json_kind(self, b, j):
        k = b.kind
        if k == "bool":
            return j if isinstance(j, bool) else None
        if k == "int":
            return int_of(b, j)
        if k == "float":
            return float_of(b, j)
        if k == "list":
            return [self.from_json(b.inner, e) for e in j] if isinstance(j, list) and b.lo <= len(j) <= b.hi else None
        if k == "enum":
            return j if isinstance(j, str) and j in [i.name for i in b.alive(self.v)] else None
        if k in ("bytes", "utf8", "text"):
            v = octets_of(j) if k == "bytes" else j if isinstance(j, str) else None
            try:
                return v if v is not None and b.lo <= len(v if k == "bytes" else v.encode()) <= b.hi else None
            except UnicodeEncodeError:
                return None
        if not isinstance(j, dict):
            return None
        if k == "sealed":
            v = octets_of(j["raw"]) if set(j) == {"raw"} else self.seal(b, j) if set(j) == {"version",
                                                                                            "value"} else None
            return v if v is not None and b.lo <= len(v) <= b.hi else None
        items = {i.name: i for i in b.alive(self.v)}
        if any(n not in items for n in j) or (k == "union" and len(j) != 1):
            return None
        if k == "union":
            return next((n, self.from_json(items[n].dom, x)) for n, x in j.items())
        return {n: self.from_json(i.dom, j.get(n)) for n, i in items.items()}


def int_of(b, j):
    if isinstance(j, str):
        try:
            j = int(j) if str(int(j)) == j else None
        except ValueError:
            return None
    return j if isinstance(j, int) and not isinstance(j, bool) and b.lo <= j <= b.hi else None


def float_of(b, j):
    if isinstance(j, str):
        return int(j, 16) if j.startswith("0x") and len(j) == 2 + b.n // 4 else None
    if isinstance(j, bool) or not isinstance(j, (int, float)):
        return None
    try:
        return int.from_bytes(struct.pack(">f" if b.n == 32 else ">d", j), "big")
    except OverflowError:
        return None


def octets_of(j):
    try:
        return bytes.fromhex(j) if isinstance(j, str) and " " not in j else None
    except ValueError:
        return None
