"""Values to bits and back for one version and one direction's memory: codes, hints, tables, sealed content, refusals."""
import json
import math
import struct

from tic_schema import Dom


class Refused(Exception):
    def __init__(self, reason, bit, more=None, path=""):
        super().__init__(reason, bit, more, path)
        self.reason, self.bit, self.more, self.path = reason, bit, more, path

    def line(self):
        more = "" if self.more is None else f" more={self.more}"
        return f"refused {self.reason} bit={self.bit}{more}" + (f" path={self.path}" if self.path else "")


class CannotEncode(Exception):
    pass


def zigzag(r):
    return 2 * r if r >= 0 else -2 * r - 1


def unzigzag(z):
    return -(z + 1) // 2 if z & 1 else z // 2


def bits(x):
    return x.bit_length()


def huffman(weights):
    """The code of each item, as a string of 0 and 1, in declared order."""
    nodes = [(w, i, (i,)) for i, w in enumerate(weights)]
    length = [0] * len(weights)
    while len(nodes) > 1:
        nodes.sort(key=lambda n: (n[0], -n[1]))
        a, b = nodes[:2]
        for i in a[2] + b[2]:
            length[i] += 1
        nodes[:2] = [(a[0] + b[0], max(a[1], b[1]), a[2] + b[2])]
    out, code, before = [""] * len(weights), -1, 0
    for i in sorted(range(len(weights)), key=lambda i: (length[i], i)):
        code = (code + 1) << (length[i] - before)
        before = length[i]
        out[i] = format(code, f"0{before}b") if before else ""
    return out


class Writer:
    def __init__(self):
        self.parts, self.n = [], 0

    def put(self, text):
        self.parts.append(text)
        self.n += len(text)

    def fixed(self, n, x):
        if n:
            self.put(format(x, f"0{n}b"))

    def truncated_binary(self, m, x):
        k = m.bit_length() - 1
        s = 2**(k + 1) - m
        self.fixed(k, x) if x < s else self.fixed(k + 1, x + s)

    def exp_golomb(self, k, x):
        y = x + 2**k
        assert y < 2**64
        self.put("0" * (bits(y) - 1 - k))
        self.fixed(bits(y), y)

    def octets(self, data):
        if data:
            self.put("0" * (-self.n % 8))
            self.put("".join(format(b, "08b") for b in data))

    def bytes(self):
        text = "".join(self.parts) + "0" * (-self.n % 8) or "0" * 8
        return int(text, 2).to_bytes(len(text) // 8, "big")


class Reader:
    # Section 9 makes a string's fill and bytes one code, so that a string cut short with a set fill bit would be `truncated`;
    # the golden packets say `bad-padding` there. True follows the golden packets, False the letter of the page.
    fill_first = True

    def __init__(self, data):
        self.data, self.s, self.p, self.path = data, "".join(format(b, "08b") for b in data), 0, []

    def refuse(self, reason, bit, more=None):
        raise Refused(reason, bit, more, "".join(self.path).lstrip("."))

    def want(self, end):
        """Refuses if the data ends before bit `end`, which the code being read needs at least."""
        if end > len(self.s):
            self.refuse("truncated", len(self.s), (end + 7) // 8 - len(self.data))

    def fixed(self, n):
        self.want(self.p + n)
        self.p += n
        return int("0" + self.s[self.p - n:self.p], 2)

    def truncated_binary(self, m):
        k = m.bit_length() - 1
        s = 2**(k + 1) - m
        seen = self.s[self.p:self.p + k]
        n = k if int("0" + seen + "0" * (k - len(seen)), 2) < s else k + 1
        self.want(self.p + n)
        x = self.fixed(n)
        return x if n == k else x - s

    def exp_golomb(self, k):
        z = 0
        while self.p + z < len(self.s) and self.s[self.p + z] == "0":
            z += 1
            if z > 63 - k:
                self.refuse("overlong", self.p)
        self.want(self.p + 2 * z + 1 + k)
        return self.fixed(2 * z + 1 + k) - 2**k

    def huffman(self, codes):
        seen, end = "", self.p
        while seen not in codes:
            if end == len(self.s):
                self.want(self.p + min(len(c) for c in codes if c.startswith(seen)))
            seen += self.s[end]
            end += 1
        self.p = end
        return codes.index(seen)

    def fill(self):
        while self.p % 8:
            if self.s[self.p] == "1":
                self.refuse("bad-padding", self.p)
            self.p += 1

    def octets(self, n):
        if not n:
            return b""
        if self.fill_first:
            self.fill()
        self.want((self.p + 7) // 8 * 8 + 8 * n)
        self.fill()
        self.p += 8 * n
        return self.data[self.p // 8 - n:self.p // 8]

    def end(self):
        """The final fill, and nothing after it."""
        self.last_fill()
        if self.p < len(self.s):
            self.refuse("trailing", self.p)

    def last_fill(self):
        if self.p == 0:
            self.want(8)
            if "1" in self.s[:8]:
                self.refuse("bad-padding", self.s.index("1"))
            self.p = 8
        self.fill()


class Memory:
    """What one direction of a connection remembers."""

    def __init__(self, schema):
        self.schema = schema
        self.scopes, self.recent = [{}], {}
        self.cells = fresh(schema, schema.memory)

    def copy(self):
        m = Memory.__new__(Memory)
        m.schema, m.scopes = self.schema, [dict(s) for s in self.scopes]
        m.recent = {k: [list(e) for e in t] for k, t in self.recent.items()}
        m.cells = copy_cells(self.cells)
        return m


def copy_cells(cells):
    return {k: [[e[0], copy_cells(e[1])] for e in v] if isinstance(v, list) else v for k, v in cells.items()}


def fresh(schema, mems):
    return {m.name: [] if m.n else nearest(schema.base(m.dom)[1]) for m in mems.values()}


def nearest(b):
    return min(max(0, b.lo), b.hi)


class Codec:
    """Codes values of one version. `cheat`, for tests, says when to spell a predicted value in the plain form."""

    def __init__(self, schema, version, memory=None, cheat=None):
        self.s, self.v = schema, version
        self.m = memory or Memory(schema)
        self.cheat = cheat or (lambda: False)

    # shared by both ways
    def codes(self, items):
        return huffman([i.weight(self.v) for i in items])

    def literal(self, b, lit):
        kind, x = lit
        if kind == "id" and b.kind == "bool":
            return x == "true"
        return self.s.consts[x] if kind == "id" and b.kind == "int" else x

    def two(self, b):
        """The values of a domain that has exactly two, or nothing."""
        if b.kind == "bool":
            return [False, True]
        if b.kind == "int" and b.hi - b.lo == 1:
            return [b.lo, b.hi]
        if b.kind == "enum" and len(b.alive(self.v)) == 2:
            return [i.name for i in b.alive(self.v)]
        return None

    def place(self, h):
        """Where a cell or a table lives: (holder, key, its declaration)."""
        if len(h.place) == 1:
            return self.m.cells, h.place[0], self.s.memory[h.place[0]]
        entry = self.m.cells[h.place[0]][0][1]
        return entry, h.place[1], self.s.memory[h.place[0]].entry[h.place[1]]

    def table(self, hints, h):
        if h.kind == "recent":
            return self.m.recent.setdefault(hints, []), h.n, {}
        holder, key, decl = self.place(h)
        return holder[key], decl.n, decl.entry

    def use(self, table, n, entry, rank, v):
        e = table.pop(rank) if rank < len(table) else [v, fresh(self.s, entry)]
        table.insert(0, e)
        del table[n:]

    def predict(self, b, hints, h):
        if h.kind == "last":
            return self.m.scopes[-1].get(hints, nearest(b)) + h.d
        holder, key, _ = self.place(h)
        return holder[key] + h.d

    def remember(self, hints, h, v):
        if h.kind == "cell":
            holder, key, _ = self.place(h)
            holder[key] = v
        else:
            self.m.scopes[-1][hints] = v

    def modulus(self, b):
        return 2**62 if b.form == "uint" else 2**b.n if b.form == "fixed" and b.lo == 0 else 0

    # to bits
    def enc(self, dom, hints, v, w):
        opt, b = self.s.base(dom)
        if opt:
            w.fixed(1, v is not None)
            if v is None:
                return
        h = hints.at(self.v) if hints else None
        if h is None or h.kind == "about":
            self.enc_plain(b, v, w, h and h.about)
        elif h.kind == "is":
            self.enc_flag(b, v, w, h, self.literal(b, h.lit))
        elif h.kind == "same":
            scope = self.m.scopes[-1]
            if hints in scope:
                self.enc_flag(b, v, w, h, scope[hints])
            else:
                self.enc_plain(b, v, w, h.about)
            scope[hints] = v
        elif h.kind in ("last", "cell"):
            r, mod = v - self.predict(b, hints, h), self.modulus(b)
            if mod:
                r = (r + mod // 2) % mod - mod // 2
            w.exp_golomb(bits(2 * h.within), zigzag(r))
            self.remember(hints, h, v)
        else:
            table, n, entry = self.table(hints, h)
            rank = next((i for i, e in enumerate(table) if e[0] == v), len(table))
            if rank < len(table) and self.cheat():
                w.exp_golomb(0, len(table))
                self.enc_plain(b, v, w, h.about)
            else:
                w.exp_golomb(0, rank)
                if rank == len(table):
                    self.enc_plain(b, v, w, h.about)
            self.use(table, n, entry, rank, v)

    def enc_flag(self, b, v, w, h, predicted):
        hit = v == predicted and not (not self.two(b) and self.cheat())
        w.fixed(1, hit)
        if not hit and not self.two(b):
            self.enc_plain(b, v, w, h.about)

    def enc_length(self, b, n, w, about):
        if about is None:
            w.truncated_binary(b.hi - b.lo + 1, n - b.lo)
        else:
            w.exp_golomb(bits(about - b.lo), n - b.lo)

    def enc_plain(self, b, v, w, about):
        k = b.kind
        if k == "bool":
            w.fixed(1, v)
        elif k == "float":
            w.fixed(b.n, v)
        elif k == "int":
            self.enc_int(b, v, w, about)
        elif k in ("bytes", "sealed", "utf8", "text"):
            data = v.encode() if isinstance(v, str) else v
            self.enc_length(b, len(data), w, about)
            w.octets(data)
        elif k == "list":
            self.enc_length(b, len(v), w, about)
            self.m.scopes.append({})
            for e in v:
                self.enc(b.inner, b.hints, e, w)
            self.m.scopes.pop()
        elif k == "struct":
            for f in b.alive(self.v):
                self.enc(f.dom, f.hints, v[f.name], w)
        else:
            items = b.alive(self.v)
            i = [x.name for x in items].index(v if k == "enum" else v[0])
            w.put(self.codes(items)[i])
            if k == "union":
                self.enc(items[i].dom, None, v[1], w)

    def enc_int(self, b, v, w, about):
        if about is not None:
            if b.lo >= 0:
                w.exp_golomb(bits(about - b.lo), v - b.lo)
            else:
                w.exp_golomb(bits(2 * abs(about)), zigzag(v))
        elif b.form == "fixed":
            w.fixed(b.n, v % 2**b.n)
        elif b.form == "range":
            w.truncated_binary(b.hi - b.lo + 1, v - b.lo)
        else:
            w.exp_golomb(4, v if b.form == "uint" else zigzag(v))

    # from bits
    def dec(self, dom, hints, r):
        opt, b = self.s.base(dom)
        if opt and not r.fixed(1):
            return None
        h = hints.at(self.v) if hints else None
        if h is None or h.kind == "about":
            return self.dec_plain(b, r, h and h.about)
        if h.kind == "is":
            return self.dec_flag(b, r, h, self.literal(b, h.lit))
        if h.kind == "same":
            scope = self.m.scopes[-1]
            scope[hints] = v = self.dec_flag(b, r, h, scope[hints]) if hints in scope else self.dec_plain(b, r, h.about)
            return v
        at = r.p
        if h.kind in ("last", "cell"):
            d, mod = unzigzag(r.exp_golomb(bits(2 * h.within))), self.modulus(b)
            v = self.predict(b, hints, h) + d
            if mod:
                if not -mod // 2 <= d < mod // 2:
                    r.refuse("range", at)
                v %= mod
            if not b.lo <= v <= b.hi:
                r.refuse("range", at)
            self.remember(hints, h, v)
            return v
        table, n, entry = self.table(hints, h)
        rank = r.exp_golomb(0)
        if rank > len(table):
            r.refuse("range", at)
        if rank < len(table):
            v = table[rank][0]
        else:
            v = self.dec_plain(b, r, h.about)
            if any(e[0] == v for e in table):
                r.refuse("non-canonical", at)
        self.use(table, n, entry, rank, v)
        return v

    def dec_flag(self, b, r, h, predicted):
        at, two = r.p, self.two(b)
        if r.fixed(1):
            return predicted
        if two:
            return two[1 - two.index(predicted)]
        v = self.dec_plain(b, r, h.about)
        if v == predicted:
            r.refuse("non-canonical", at)
        return v

    def dec_length(self, b, r, about):
        at = r.p
        n = b.lo + (r.truncated_binary(b.hi - b.lo + 1) if about is None else r.exp_golomb(bits(about - b.lo)))
        if n > b.hi:
            r.refuse("range", at)
        return n

    def dec_plain(self, b, r, about):
        k = b.kind
        if k == "bool":
            return r.fixed(1) == 1
        if k == "float":
            return r.fixed(b.n)
        if k == "int":
            return self.dec_int(b, r, about)
        if k in ("bytes", "sealed", "utf8", "text"):
            data = r.octets(self.dec_length(b, r, about))
            if k in ("bytes", "sealed"):
                return data
            try:
                return data.decode()
            except UnicodeDecodeError as e:
                r.refuse("bad-utf8", r.p - 8 * (len(data) - e.start))
        if k == "list":
            n, out = self.dec_length(b, r, about), []
            self.m.scopes.append({})
            for i in range(n):
                r.path.append(f"[{i}]")
                out.append(self.dec(b.inner, b.hints, r))
                r.path.pop()
            self.m.scopes.pop()
            return out
        if k == "struct":
            return self.dec_struct(b, r)
        items = b.alive(self.v)
        if not items:
            r.refuse("range", r.p)
        item = items[r.huffman(self.codes(items))]
        if k == "enum":
            return item.name
        r.path.append("." + item.name)
        v = self.dec(item.dom, None, r)
        r.path.pop()
        return item.name, v

    def dec_struct(self, b, r):
        out = {}
        for f in b.alive(self.v):
            r.path.append("." + f.name)
            out[f.name] = self.dec(f.dom, f.hints, r)
            r.path.pop()
        return out

    def dec_int(self, b, r, about):
        at = r.p
        if about is not None:
            x = b.lo + r.exp_golomb(bits(about - b.lo)) if b.lo >= 0 else unzigzag(r.exp_golomb(bits(2 * abs(about))))
        elif b.form == "fixed":
            x = r.fixed(b.n)
            x -= 2**b.n if x > b.hi else 0
        elif b.form == "range":
            x = b.lo + r.truncated_binary(b.hi - b.lo + 1)
        else:
            x = r.exp_golomb(4)
            x = x if b.form == "uint" else unzigzag(x)
        if not b.lo <= x <= b.hi:
            r.refuse("range", at)
        return x

    # a value alone, and sealed content
    def encode_alone(self, dom, v):
        w = Writer()
        self.enc(dom, None, v, w)
        return w.bytes()

    def decode_alone(self, dom, data):
        r = Reader(data)
        v = self.dec(dom, None, r)
        r.end()
        return v

    def seal(self, b, j):
        version = j["version"]
        if isinstance(version, bool) or not isinstance(version, int) or not 1 <= version <= self.s.version:
            raise CannotEncode("no such version")
        inner = Codec(self.s, version)
        v = inner.from_json(b.inner, j["value"])
        w = Writer()
        w.exp_golomb(0, version - 1)
        inner.enc(b.inner, None, v, w)
        return w.bytes()

    def open(self, b, data):
        return self.open_content(b.inner, data)

    def open_content(self, dom, data):
        r = Reader(data)
        version = r.exp_golomb(0) + 1
        if version > min(255, self.s.version):
            r.refuse("newer-version", 0)
        v = Codec(self.s, version).dec(dom, None, r)
        r.end()
        return version, v

    # the JSON form
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
            return {"version": version, "value": Codec(self.s, version).to_json(b.inner, x)}
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
            v = octets_of(j["raw"]) if set(j) == {"raw"} else self.seal(b, j) if set(j) == {"version", "value"} else None
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


def ref(name):
    return Dom("ref", name=name)
