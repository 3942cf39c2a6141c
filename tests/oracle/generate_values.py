"""Invents values, broken packets and conversations for a schema."""
import random

from tic_codec import CannotEncode, Codec
from tic_session import Session


class Values:
    """Random JSON values of a version, biased to edges and to what was said before."""

    def __init__(self, rng, schema, version):
        self.rng, self.s, self.v = rng, schema, version
        self.codec, self.pool = Codec(schema, version), {}

    def value(self, dom, hints=None):
        opt, b = self.s.base(dom)
        if opt and self.rng.random() < 0.3:
            return None
        h = hints.at(self.v) if hints else None
        key = (b.kind, b.name, *(getattr(b, x, 0) for x in ("lo", "hi", "n")))
        old = self.pool.setdefault(key, [])
        if h and h.kind == "is" and self.rng.random() < 0.5:
            return self.codec.to_json(dom, self.codec.literal(b, h.lit))
        if old and b.kind not in ("struct", "union", "list", "sealed") and self.rng.random() < (0.6 if h
            and h.kind != "about" else 0.2):
            j = self.rng.choice(old)
            if b.kind == "int" and self.rng.random() < 0.6:
                j = self.near(b, int(j), h)
            return self.keep(old, j)
        return self.keep(old, getattr(self, "new_" + b.kind)(b, h))

    def keep(self, old, j):
        old.insert(0, j)
        del old[self.rng.choice((3, 6, 80)):]
        return j

    def near(self, b, x, h):
        d = self.rng.choice((h.d if h else 1, h.d + self.rng.randint(-2, 2) if h else 0, 1, -1, h.within if h else 0,
                             self.rng.randint(-40, 40)))
        x += d
        if not b.lo <= x <= b.hi:
            x = b.lo + (x - b.lo) % (b.hi - b.lo + 1)
        return self.number(x)

    def number(self, x):
        return x if abs(x) <= 2**53 and self.rng.random() < 0.9 else str(x)

    def new_bool(self, b, h):
        return self.rng.random() < 0.5

    def new_int(self, b, h):
        r = self.rng
        pick = [b.lo, b.hi, b.lo + 1, b.hi - 1, 0, 1, -1, r.randint(b.lo, b.hi), r.randint(-9, 9), 2**r.randint(0, 63),
                -2**r.randint(0, 63),
                b.lo + 2**r.randint(0, 63), b.hi - 2**r.randint(0, 63), r.getrandbits(r.randint(1, 64))]
        if h and h.about is not None:
            pick += [h.about, h.about + r.randint(-3, 3), h.about + r.randint(-300, 300)]
        return self.number(r.choice([x for x in pick if b.lo <= x <= b.hi]))

    def new_float(self, b, h):
        r = self.rng
        v = r.choice((0, 1 << (b.n - 1), r.getrandbits(b.n), 0x7f800000, 0x7fc00001, 0x3f800000, 1, 0xff7fffff,
                      0x7ff0000000000000))
        return self.codec.to_json(b, v % 2**b.n)

    def length(self, b, h):
        r = self.rng
        top = b.hi if r.random() < 0.1 else min(b.hi, b.lo + 12)
        n = r.choice([b.lo, min(b.lo + 1, b.hi), r.randint(b.lo, top), top]
                     + ([h.about] if h and h.about is not None else []))
        return min(max(n, b.lo), b.hi)

    def new_bytes(self, b, h):
        return bytes(self.rng.choice((0, 255, 128, self.rng.getrandbits(8))) for _ in range(self.length(b, h))).hex()

    def new_utf8(self, b, h):
        n, out = self.length(b, h), ""
        while n:
            c = self.rng.choice("a \0~é߿ࠀ가￿\ud7ff\ue000😀\U0010ffff\"\\/\n\x7f\x01b")
            if len(c.encode()) <= n:
                out, n = out + c, n - len(c.encode())
        return out

    new_text = new_utf8

    def new_list(self, b, h):
        return [self.value(b.inner, b.hints) for _ in range(self.length(b, h))]

    def new_enum(self, b, h):
        items = b.alive(self.v)
        if not items:
            raise CannotEncode("nothing alive")
        return self.rng.choice(items).name

    def new_union(self, b, h):
        items = b.alive(self.v)
        if not items:
            raise CannotEncode("nothing alive")
        i = self.rng.choice(items)
        return {i.name: self.value(i.dom)}

    def new_struct(self, b, h):
        out = {f.name: self.value(f.dom, f.hints) for f in b.alive(self.v)}
        return {k: v for k, v in out.items() if v is not None or self.rng.random() < 0.5}

    def new_sealed(self, b, h):
        for _ in range(3):
            w = self.rng.randint(1, self.s.version)
            try:
                j = {"version": w, "value": Values(self.rng, self.s, w).value(b.inner)}
                self.codec.from_json(b, j)
                if self.rng.random() < 0.9:
                    return j
            except CannotEncode:
                pass
        return {"raw": bytes(self.rng.getrandbits(8) for _ in range(self.length(b, h))).hex()}


def spoil(rng, j):
    """A JSON value with one thing wrong, mostly."""
    spots = []

    def walk(x):
        if isinstance(x, (dict, list)):
            for k in list(x) if isinstance(x, dict) else range(len(x)):
                spots.append((x, k))
                walk(x[k])
    walk(j)
    box, k = rng.choice(spots)
    what = rng.random()
    if what < 0.6 or isinstance(box, list):
        box[k] = rng.choice((2**70, -2**70, "zz", [], {}, None, -1, 2**64, "-1", "18446744073709551616", "x" * 400,
                             [0] * 99, -2**63 - 1, 1))
    elif what < 0.8:
        del box[k]
    else:
        box["unknown_member"] = rng.choice((1, None))
    return j


def mutate(rng, data):
    """Other bytes, most of them no packet any more."""
    b, what = bytearray(data), rng.randrange(7)
    if what == 0 and b:
        b[rng.randrange(len(b))] ^= 1 << rng.randrange(8)
    elif what == 1 and b:
        b[rng.randrange(len(b))] = rng.choice((0, 255, 128, 127, rng.getrandbits(8)))
    elif what == 2:
        b = b[:rng.randrange(len(b) + 1)]
    elif what == 3:
        b += bytes(rng.choice((0, 255, rng.getrandbits(8))) for _ in range(rng.randint(1, 4)))
    elif what == 4:
        b = b[:rng.randrange(len(b) + 1)] + bytes(rng.choice((0, 255, 128)) for _ in range(rng.randint(1, 12)))
    elif what == 5:
        b = bytearray(rng.choice((0, 255, rng.getrandbits(8))) for _ in range(rng.randint(1, 24)))
    elif b:
        b[-1] ^= 1 << rng.randrange(8)
    return bytes(b)


def walk(rng, schema, version, steps):
    """Lines `> HEX` and `< HEX` of one lawful conversation, sometimes ended by what is not lawful."""
    s, out = Session(schema, version), []
    values = {side: Values(rng, schema, version) for side in ("client", "server")}
    for i in range(steps):
        if s.states.state == "Closed":
            break
        side = rng.choice(("client", "server"))
        names = s.states.may(side)
        if rng.random() < 0.04 or (i == steps - 1 and rng.random() < 0.5):
            bad = [n for n in sorted(s.states.alive[side]) if n not in names]
            if bad:
                n = rng.choice(bad)
                out.append("> <"[2 * (side == "server")] + " "
                           + s.sides[side].encode({n: values[side].new_struct(schema.decls[n], None)}).hex())
                break
        if names:
            n = rng.choice(names)
            out.append("> <"[2 * (side == "server")] + " "
                       + s.encode(side, {n: values[side].new_struct(schema.decls[n], None)}).hex())
    return out
