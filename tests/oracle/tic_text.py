"""Values as `PATH=VALUE` words, the form of an adapter's lines (docs/porting.md)."""
import re
import struct
from decimal import Decimal
from urllib.parse import quote, unquote_to_bytes

from tic_codec import CannotEncode

WHOLE = re.compile(r"-?(0|[1-9][0-9]*)")


def words(codec, dom, v, path=""):
    """The words of a value, in the order of the schema."""
    if v is None:
        return [f"{path}=?"]
    _, b = codec.s.base(dom)
    if b.kind == "struct":
        if not b.alive(codec.v):
            return [f"{path}={{}}"] if path else []
        return [w for f in b.alive(codec.v) for w in words(codec, f.dom, v[f.name], f"{path}.{f.name}")]
    if b.kind == "union":
        arm = next(i for i in b.items if i.name == v[0])
        return words(codec, arm.dom, v[1], f"{path}.{arm.name}")
    if b.kind == "list":
        return [f"{path}[]={len(v)}"] + [w for i, e in enumerate(v) for w in words(codec, b.inner, e, f"{path}[{i}]")]
    return [f"{path or '.'}={spelled(b, v)}"]


def spelled(b, v):
    if b.kind == "bool":
        return "true" if v else "false"
    if b.kind in ("bytes", "sealed"):
        return v.hex()
    if b.kind in ("utf8", "text"):
        return quote(v.encode(), safe="-_.~")
    return spelled_float(b, v) if b.kind == "float" else str(v)


def spelled_float(b, v):
    code = ">f" if b.n == 32 else ">d"
    x = struct.unpack(code, v.to_bytes(b.n // 8, "big"))[0]
    if x - x != 0:
        return f"0x{v:0{b.n // 4}x}"
    short = next(t for t in (f"{x:.{n}e}" for n in range(17)) if reads_as(b, t, v))
    fixed = f"{x:.0f}" if x == int(x) else format(Decimal(short), "f")
    return fixed if len(fixed) <= len(short) else short


def reads_as(b, text, v):
    try:
        return read_float(b, text) == v
    except OverflowError:
        return False


def value(codec, dom, text):
    """The value that a line's words say; CannotEncode where they say none."""
    given = {}
    for word in text.split():
        path, equals, said = word.partition("=")
        if not equals or path in given:
            raise CannotEncode(f"{word}: said twice, or no `=`")
        given[path] = said
    reader = Said(codec, given)
    v = reader.read(dom, "")
    if reader.given:
        raise CannotEncode(f"{next(iter(reader.given))}: no such field here")
    return v


class Said:
    """Takes a value's parts out of what a line says."""

    def __init__(self, codec, given):
        self.c, self.given = codec, given

    def take(self, path):
        if path not in self.given:
            raise CannotEncode(f"{path}: not said")
        return self.given.pop(path)

    def read(self, dom, path):
        opt, b = self.c.s.base(dom)
        if opt and self.given.get(path) == "?":
            del self.given[path]
            return None
        if b.kind == "struct":
            if not b.alive(self.c.v):
                if path and self.take(path) != "{}":
                    raise CannotEncode(f"{path}: has no fields")
                return {}
            return {f.name: self.read(f.dom, f"{path}.{f.name}") for f in b.alive(self.c.v)}
        if b.kind == "union":
            return self.arm(b, path)
        if b.kind == "list":
            n = self.whole(self.take(f"{path}[]"), b, path)
            return [self.read(b.inner, f"{path}[{i}]") for i in range(n)]
        return self.scalar(b, self.take(path or "."), path)

    def arm(self, b, path):
        said = next((p for p in self.given if p.startswith(path + ".")), path + ".")
        name = re.split(r"[.\[]", said[len(path) + 1:])[0]
        item = next((i for i in b.alive(self.c.v) if i.name == name), None)
        if item is None:
            raise CannotEncode(f"{path}: no living arm `{name}`")
        return name, self.read(item.dom, f"{path}.{name}")

    def whole(self, said, b, path):
        if not WHOLE.fullmatch(said) or said == "-0" or not b.lo <= int(said) <= b.hi:
            raise CannotEncode(f"{path}: {said[:40]} is not in {b.lo}..{b.hi}")
        return int(said)

    def scalar(self, b, said, path):
        k = b.kind
        if k == "int":
            return self.whole(said, b, path)
        if k == "bool" and said in ("true", "false"):
            return said == "true"
        if k == "enum" and said in [i.name for i in b.alive(self.c.v)]:
            return said
        try:
            if k == "float":
                return read_float(b, said)
            if k in ("bytes", "sealed", "utf8", "text"):
                data = bytes.fromhex(said) if k in ("bytes", "sealed") else unquote_to_bytes(said)
                if b.lo <= len(data) <= b.hi:
                    return data if k in ("bytes", "sealed") else data.decode()
        except (ValueError, OverflowError):
            pass
        raise CannotEncode(f"{path}: {said[:40]} is no {k} that fits")


def read_float(b, said):
    if said.startswith("0x"):
        if len(said) != 2 + b.n // 4:
            raise ValueError
        return int(said, 16)
    return int.from_bytes(struct.pack(">f" if b.n == 32 else ">d", float(said)), "big")
