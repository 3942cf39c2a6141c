"""The codec of conformance/suites/wire/door, written by hand from `tictoc explain door.tic`:
no library, nothing generated.

A packet is described once. A Coder that writes appends a code's bits and then reads them like one that only reads."""
KINDS = {"0": "opened", "10": "closed", "11": "forced"}
TAGS = {"client": {"0": "Moved", "10": "Name", "11": "Bye"}, "server": {"0": "Named", "1": "Lock"}}


class Refused(Exception):
    """Bytes that are no packet: reason, bit, missing bytes, path. Values that cannot be encoded are ValueErrors."""


class Coder:
    def __init__(self, memory, data=None):
        """`memory` is what one direction remembers: the people spoken of, and the last time."""
        self.memory, self.writes, self.p, self.path = memory, data is None, 0, ""
        self.bits = "".join(format(b, "08b") for b in data or b"")

    def value(self, name, given, prefix=""):
        """The fields of a packet, or an enum alone; `prefix` begins the path that a refusal tells."""
        out = {}
        for field, code in TYPES[name].items():
            self.path = prefix + field
            out[field] = code(self, given[field])
        self.path = prefix
        return out

    def refuse(self, reason, bit, more=0):
        raise Refused(reason, bit, more, self.path.lstrip("."))

    def number(self, v, top):
        if self.writes and (v is None or not 0 <= v <= top):
            raise ValueError(f"{v} is not in 0..{top}")
        return v or 0

    def take(self, n):
        if (lack := self.p + n - len(self.bits)) > 0:
            self.refuse("truncated", len(self.bits), (lack + 7) // 8)
        self.p += n
        return int(self.bits[self.p - n:self.p], 2)

    def fixed(self, n, v):
        if self.writes:
            self.bits += format(self.number(v, 2**n - 1), f"0{n}b")
        return self.take(n)

    def exp_golomb(self, k, top, v):
        if self.writes:
            y = format(self.number(v, top) + 2**k, "b")
            self.bits += "0" * (len(y) - 1 - k) + y
        start, rest = self.p, self.bits[self.p:self.p + 64 - k]
        if (zeros := len(rest) - len(rest.lstrip("0"))) > 63 - k:
            self.refuse("overlong", start)
        if (x := self.take(2 * zeros + 1 + k) - 2**k) > top:
            self.refuse("range", start)
        return x

    def pick(self, codes, v=None):
        if self.writes:
            if v not in codes.values():
                raise ValueError(f"no {v}")
            self.bits += next(code for code in codes if codes[code] == v)
        rest = self.bits[self.p:self.p + max(map(len, codes))]
        code = min((c for c in codes if c.startswith(rest) or rest.startswith(c)), key=len)
        self.take(len(code))
        return codes[code]

    def fill(self, n):
        if self.writes:
            self.bits += "0" * n
        if "1" in self.bits[self.p:self.p + n]:
            self.refuse("bad-padding", self.bits.index("1", self.p))
        self.p += n

    def end(self):
        """Behind the last field; a packet of no bits is one zero byte."""
        if not (self.bits or self.writes):
            self.refuse("truncated", 0, 1)
        self.fill(-self.p % 8 or 8 * (self.p == 0))
        return int(self.bits[:self.p], 2).to_bytes(self.p // 8, "big")

    # what this schema makes of them
    def person(self, v):
        (people, last), start = self.memory, self.p
        rank = self.exp_golomb(0, len(people), people.index(v) if v in people else len(people))
        who = people[rank] if rank < len(people) else self.fixed(16, v)
        if rank == len(people) and who in people:
            self.refuse("non-canonical", start)
        self.memory = ([who] + [p for p in people if p != who])[:4], last
        return who

    def kind(self, v):
        return self.pick(KINDS, v)

    def near_last(self, v):
        people, last = self.memory
        r = (self.number(v, 2**32 - 1) - last + 2**31) % 2**32 - 2**31
        z = self.exp_golomb(8, 2**32 - 1, 2 * r if r >= 0 else -2 * r - 1)
        at = (last + (-(z + 1) // 2 if z % 2 else z // 2)) % 2**32
        self.memory = people, at
        return at

    def flag(self, v):
        return self.fixed(1, v) == 1

    def seconds(self, v):
        return self.exp_golomb(6, 65535, v) if self.fixed(1, v is not None) else None

    def text(self, v):
        data = v.encode() if v else b""
        n = 1 + self.exp_golomb(3, 29, len(data) - 1)
        self.fill(-self.p % 8)
        data = self.fixed(8 * n, int.from_bytes(data, "big")).to_bytes(n, "big")
        try:
            return data.decode()
        except UnicodeDecodeError as why:
            self.refuse("bad-utf8", self.p - 8 * (n - why.start))


TYPES = {
    "Kind": {".": Coder.kind},
    "Moved": {".who": Coder.person, ".kind": Coder.kind, ".at": Coder.near_last},
    "Name": {".who": Coder.person, ".name": Coder.text},
    "Named": {".is_new": Coder.flag},
    "Lock": {".who": Coder.person, ".seconds": Coder.seconds},
    "Bye": {},
}
