"""Values to bits and back for one version and one direction's memory: hints, tables and sealed content."""
from tic_bits import Reader, Refused, Writer, bits, huffman, unzigzag, zigzag
from tic_json import CannotEncode, JsonForm
from tic_schema import Dom


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


class Codec(JsonForm):
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


def ref(name):
    return Dom("ref", name=name)
