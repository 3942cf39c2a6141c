"""Invents valid schemas that together use every domain, hint and place, then values, broken packets and conversations for them."""
import json
import random
from dataclasses import dataclass

from tic_codec import CannotEncode, Codec
from tic_session import Session

VERSIONS = 3
KEYS = ["u8", "u16", "Chat", "utf8(0..8)", "Mood", "int(0..9)", "Tag"]
PLACES = ["field", "optional", "elem", "optelem", "elemelem", "nested", "arm", "sealed", "typed"]
LISTS = ("elem", "optelem", "elemelem", "typed")
KINDS = ["none", "about", "is", "is+", "same", "same+", "last", "lastd", "cell", "celld", "entrycell", "recent", "recent+",
         "table", "table+", "entrytable", "entrytable+"]
FIXED = """type Chat = u40 @id; type Tag = utf8(0..6) @id; type Far = Chat @id; type Raw = bytes(0..4) @id; type Near = Chat;
enum Mood { calm ~50, wild ~30, odd ~5 @was("strange"), late since 2 ~10, ~ 40 since 3 }
enum Pair { yes ~3, no } enum One { only } enum Grow { a, b since 2 } enum Swap { a, b until 2, c since 2 until 3, d since 3 ~4, ~9 since 3 }
struct Note { n: u4 ~ last + 1; s: text(0..40) ~ 3; m: Mood since 2 ~ same; }
struct Late { x: bool; g: sint since 2 ~ 5, ~ -9 since 3; o: u8? until 3 ~ recent(3); }
union Pick { note: Note ~ 70, num: int(-4..900) since 1, gone: bool until 3 ~ 2, ~ 9 since 2, fresh: Late? since 2, none: Nil }
struct Nil { } union Lone { only: Note, more: u8 since 3 }
type OptU8 = u8?; type ListT = list(u8 ~ last + 1, 0..5); type OptL = list(i6? ~ same ~ 1, 0..3)?;
"""


@dataclass
class D:
    """A domain and which hints it can carry."""
    text: str
    num: bool = False       # last, cell
    short: bool = False     # same, tables
    lits: tuple = ()        # is
    abouts: tuple = ()
    zero: bool = False      # can cost no bits
    opt: bool = False       # optional already


def ints(text, lo, hi, rng):
    abouts = [n for n in {lo, hi, 0, 1, -1, 5, (lo + hi) // 2, rng.randint(lo, hi)} if lo <= n <= hi]
    if lo >= 0:
        abouts = [n for n in abouts if hi - lo + 2**(n - lo).bit_length() < 2**64]
    elif hi >= 0:
        top = max(2 * hi, -2 * lo - 1)
        abouts = [n for n in abouts if top + 2**(2 * abs(n)).bit_length() < 2**64]
    else:
        abouts = []
    num = hi - lo <= 2**62 and -2**63 <= lo and hi < 2**63
    lits = tuple(str(n) for n in {lo, hi, rng.randint(lo, hi)})
    return D(text, num, True, lits, tuple(abouts), lo == hi)


def domains(rng):
    """One instance of each kind of domain, by name."""
    n, m = rng.choice([*range(2, 8), *range(9, 16), *range(17, 62)]), rng.choice([*range(3, 8), *range(9, 63)])
    a, b = rng.randint(-300, 300), rng.randint(300, 5000)
    c, lo = rng.randint(-1, 9), rng.randint(0, 3)
    out = {"bool": D("bool", False, True, ("true", "false"))}
    for w in (1, 8, 16, n, 62, 63, 64):
        out["uN" if w == n else f"u{w}"] = ints(f"u{w}", 0, 2**w - 1, rng)
    for w in (2, 8, m, 63, 64):
        out["iN" if w == m else f"i{w}"] = ints(f"i{w}", -2**(w - 1), 2**(w - 1) - 1, rng)
    for name, x, y in [("pos", 3, 700), ("neg", -90, -3), ("mix", -20, 333), ("any", a, b + 1), ("two", c, c + 1), ("one", abs(c), abs(c)),
                       ("fullu", 0, 2**64 - 1), ("fulli", -2**63, 2**63 - 1), ("wide", 0, 2**62), ("widei", -2**61 - 7, 2**61 - 9),
                       ("five", 0, 4), ("odd64", 1, 2**64 - 1)]:
        out["int " + name] = ints(f"int({x}..{y})" if x != y else f"int({x})", x, y, rng)
    out["uint"], out["sint"] = ints("uint", 0, 2**62 - 1, rng), ints("sint", -2**61, 2**61 - 1, rng)
    out["Chat"], out["Far"], out["Near"] = (ints(t, 0, 2**40 - 1, rng) for t in ("Chat", "Far", "Near"))
    for f in ("f32", "f64"):
        out[f] = D(f, False, True)
    for kind in ("bytes", "utf8", "text"):
        for name, x, y in [("", lo, lo + rng.randint(1, 5)), (" n", 3, 3), (" 64", 0, 64), (" big", rng.choice((0, 65)), 300), (" nil", 0, 0)]:
            short = kind != "text" and y <= 64
            lits = tuple(q for q in ('""', '"k"', '"kk"', '"abc"', '"\\u0001\\u00e9"', '"é\\n"', '"a/\\"b"', '"0123"') if lits_fit(q, x, y)) \
                if kind == "utf8" and short else ()
            out[kind + name] = D(f"{kind}({x}..{y})", False, short, lits, (x, y, (x + y) // 2), y == 0)
    out["Tag"], out["Raw"] = D("Tag", False, True, ('"k"',), (0, 3, 6)), D("Raw", False, True, (), (0, 4))
    out["Mood"] = D("Mood", False, True, ("calm", "odd"))
    out["Pair"], out["One"] = D("Pair", False, True, ("yes", "no")), D("One", False, True, ("only",), zero=True)
    out["Grow"], out["Swap"] = D("Grow", False, True, ("a",), zero=True), D("Swap", False, True, ("a",))
    out["list"] = D("list(int(-2..2) ~ last, 1..5)", abouts=(1, 3, 5))
    out["sealed"], out["sealed u"] = D("sealed(Note, 0..300)", abouts=(0, 8, 300)), D("sealed(Pick, 2..90)", abouts=(2, 20))
    out["union"], out["lone"], out["struct"], out["nil"] = D("Pick"), D("Lone"), D("Note"), D("Nil", zero=True)
    out["opt"] = D("OptU8", True, True, ("0", "200"), (0, 9), opt=True)
    out["optl"], out["listt"] = D("OptL", abouts=(0, 2), opt=True), D("ListT", abouts=(0, 4))
    return out


def lits_fit(literal, lo, hi):
    return lo <= len(json.loads(literal).encode()) <= hi


def fits(d, kind):
    if kind == "none":
        return True
    if kind.startswith(("last", "cell", "entrycell")):
        return d.num and not (d.opt and "cell" in kind)
    if kind == "about":
        return bool(d.abouts)
    ok = bool(d.lits) if kind.startswith("is") else d.short
    return ok and (bool(d.abouts) or not kind.endswith("+")) and not (d.opt and "table" in kind)


def combos():
    """Every (domain, hint, place) that a schema may hold."""
    out = []
    for name, d in domains(random.Random(1)).items():
        for kind in KINDS:
            for place in PLACES:
                if not fits(d, kind) or (d.opt and place in ("optional", "optelem")) or (d.zero and place in ("elem", "elemelem", "typed")):
                    continue
                if place == "typed" and kind.startswith(("recent", "entry")):
                    continue
                out.append((name, kind, place))
    return out


class SchemaMaker:
    """One schema: `fields` become packets, memory grows as hints ask for it."""

    def __init__(self, rng, datagram=False):
        self.rng, self.n, self.datagram = rng, 0, datagram
        self.doms = domains(rng)
        self.decls, self.memory, self.consts = [], {}, {}
        self.oldest = rng.choice((1, 1, 2, 3))

    def new(self, stem):
        self.n += 1
        return f"{stem}{self.n}"

    def chance(self, p):
        return self.rng.random() < p

    def num(self, n):
        """A number, or a const that stands for it."""
        if self.chance(0.1):
            name = next((k for k, v in self.consts.items() if v == n), None)
            name = name or self.new("K")
            self.consts[name] = n
            return name
        return hex(n) if n > 9 and self.chance(0.1) else f"{n:_}" if abs(n) > 999 and self.chance(0.2) else str(n)

    # memory
    def cell(self, d):
        old = [k for k, v in self.memory.items() if v[:2] == ("cell", d.text)]
        if old and self.chance(0.5):
            return self.rng.choice(old)
        name = self.new("c")
        self.memory[name] = ("cell", d.text, 0, {})
        return name

    def table(self, text):
        old = [k for k, v in self.memory.items() if v[:2] == ("table", text)]
        if old and self.chance(0.5):
            return self.rng.choice(old)
        name = self.new("t")
        self.memory[name] = ("table", text, self.rng.choice((1, 2, 3, 16, 64)), {})
        return name

    def entry(self, d, table):
        """(key field, place) of a cell or table in some table's entry."""
        key = self.rng.choice(KEYS)
        name = self.table(key)
        entries = self.memory[name][3]
        want = (d.text, self.rng.choice((1, 2, 4)) if table else 0)
        inner = next((k for k, v in entries.items() if v == want), None) or self.new("e")
        entries[inner] = want
        return f"{self.new('key')}: {key} ~ {name};", f"{name}.{inner}"

    # hints
    def hint(self, d, kind):
        """(key fields, text)."""
        r, keys, about = self.rng, [], ""
        if kind.endswith("+"):
            kind, about = kind[:-1], f" ~ {self.num(r.choice(d.abouts))}"
        if kind == "none":
            return [], ""
        if kind == "about":
            return [], f" ~ {self.num(r.choice(d.abouts))}"
        if kind == "is":
            return [], f" ~ is {r.choice(d.lits)}{about}"
        if kind == "same":
            return [], f" ~ same{about}"
        if kind == "recent":
            return [], f" ~ recent({r.choice((1, 2, 3, 9, 64))}){about}"
        if kind in ("table", "entrytable"):
            if kind == "table":
                return [], f" ~ {self.table(d.text)}{about}"
            key, place = self.entry(d, True)
            return [key], f" ~ {place}{about}"
        place = "last"
        if kind.startswith("cell"):
            place = self.cell(d)
        elif kind == "entrycell":
            key, place = self.entry(d, False)
            keys.append(key)
        delta = "" if not kind.endswith("d") and self.chance(0.5) else \
            f" {r.choice('+-')} {self.num(r.choice((0, 1, 1, 2, 7, 1000, 2**32)))}"
        if kind.endswith("d") or self.chance(0.3):
            delta += f" within {self.num(r.choice((0, 1, 5, 1000, 2**32)))}"
        return keys, f" ~ {place}{delta}"

    def hints(self, d, kind, place):
        keys, text = self.hint(d, kind)
        if text and self.chance(0.2):
            more = [k for k in KINDS if k != "none" and fits(d, k) and (not self.datagram or allowed(k, place in LISTS))
                    and not (place == "typed" and k.startswith(("recent", "entry")))]
            for v in sorted(self.rng.sample((2, 3), self.rng.choice((1, 1, 2)))):
                k2, t2 = self.hint(d, self.rng.choice(more))
                keys, text = keys + k2, f"{text}, {t2.strip()} since {v}"
        return keys, text

    def life(self):
        r = self.rng.random()
        return " since 2" if r < 0.06 else " since 3" if r < 0.1 else " until 2" if r < 0.14 else " until 3" if r < 0.18 else \
            " since 2 until 3" if r < 0.2 else ""

    def mark(self):
        r = self.rng.random()
        return f' @was("old_{self.n}")' if r < 0.04 else " @deprecated(\"x\")" if r < 0.06 else ' @unit("ms")' if r < 0.08 else ""

    def bounds(self):
        lo = self.rng.choice((0, 0, 1, 2))
        hi = lo + self.rng.choice((0, 1, 3)) if lo else self.rng.choice((1, 2, 3))
        return self.num(lo) if lo == hi else f"{self.num(lo)}..{self.num(hi)}", (lo, hi)

    # fields
    def fields(self, name, kind, place):
        """Field lines that put a hinted domain in a place."""
        d = self.doms[name]
        keys, hint = self.hints(d, kind, place)
        f = self.new("f")
        (b1, (lo, hi)), (b2, _) = self.bounds(), self.bounds()
        size = f" ~ {self.num(self.rng.choice((lo, hi)))}" if self.chance(0.2) else ""
        life, mark = self.life(), self.mark()
        if place == "field":
            return keys + [f"{f}: {d.text}{life}{hint}{mark};"]
        if place == "optional":
            return keys + [f"{f}: {d.text}?{life}{hint}{mark};"]
        if place in ("elem", "optelem"):
            return keys + [f"{f}: list({d.text}{'?' * (place == 'optelem')}{hint}, {b1}){'?' * self.chance(0.1)}{life}{size}{mark};"]
        if place == "elemelem":
            return keys + [f"{f}: list(list({d.text}{hint}, {b1}){size}, {b2}){life};"]
        if place == "typed":
            t = self.new("T")
            self.decls.append(f"type {t} = list({d.text}{hint}, {b1}){'?' * self.chance(0.2)};")
            return [f"{f}: {t}{life}{size};", f"{f}b: {t};"]
        s = self.new("S")
        self.decls.append(f"struct {s} {{ pad: bool; {' '.join(keys)} x: {d.text}{'?' * (not d.opt and self.chance(0.2))}{life}{hint}; y: u3; }}")
        if place == "nested":
            return [f"{f}: {s};", f"{f}l: list({s}, {b1}){life}{size};", f"{f}o: {s}?;"]
        if place == "sealed":
            return [f"{f}: sealed({s}, {self.rng.choice((0, 1, 2))}..600){life}" + (" ~ 20;" if self.chance(0.5) else ";")]
        u = self.new("U")
        arms = [f"a: {s} ~ {self.rng.randint(1, 1000)}", "b: bool", f"c: {d.text} since {self.rng.randint(1, 3)} ~ 3, ~ 70 since 2"]
        if not keys and not d.zero:
            arms.append(f"d: list({d.text}{hint}, {b1}) until 3")
        self.rng.shuffle(arms)
        self.decls.append(f"union {u} {{ {', '.join(arms)} }}")
        return [f"{f}: {u}{life};", f"{f}l: list({u}, {b2});"]


def allowed(kind, inside_list):
    """Hints that a datagram protocol may use."""
    return kind in ("none", "about", "is", "is+") or (inside_list and kind.startswith(("last", "same")))


def datagram_combo(c):
    name, kind, place = c
    return allowed(kind, place in LISTS) and name not in ("sealed", "sealed u", "union", "lone", "struct", "nil")


def schema_text(rng, mine):
    datagram = rng.random() < 0.1
    if datagram:
        mine = [c for c in mine if datagram_combo(c)]
    m = SchemaMaker(rng, datagram)
    bodies, packets = [], []
    mine = mine[:]
    rng.shuffle(mine)
    while mine:
        k = rng.randint(1, 5)
        bodies.append([line for c in mine[:k] for line in m.fields(*c)])
        mine = mine[k:]
    while len(bodies) < 6:
        bodies.append([])
    for i, b in enumerate(bodies):
        packets.append(f"P{i}")
        m.decls.append(f"struct P{i} {{ {' '.join(b)} }}")
    session = session_text(rng, packets)
    memory = []
    for name, (what, text, n, entry) in m.memory.items():
        inner = " ".join(f"{k}: {t};" if not size else f"{k}: recent({size}) of {t};" for k, (t, size) in entry.items())
        memory.append(f"  {name}: {text};" if what == "cell" else f"  {name}: recent({n}) of {text}" + (f" {{ {inner} }}" if inner else ";"))
    rng.shuffle(memory)
    consts = [f"const {k} = {v};" for k, v in m.consts.items()]
    head = f"protocol gen; edition 1; version {VERSIONS}{' oldest ' + str(m.oldest) if m.oldest > 1 else ''};"
    fixed = FIXED
    if datagram:
        head += " transport datagram;"
        fixed = "\n".join(x for x in FIXED.split("\n") if not x.startswith(("struct Note", "struct Late", "union Pick", "struct Nil")))
    mem = ["memory {"] + memory + ["}"] if memory else []
    return "\n".join([head, *consts, fixed.strip(), *mem, *m.decls, session]) + "\n"


def says(rng, names, always):
    out = []
    for n in names:
        life = "" if n in always else rng.choice(("", "", "", " since 2", " since 3", " until 3", " until 2", " since 2 until 3"))
        weight = rng.choice(("", f" ~{rng.randint(1, 1000)}", f" ~{rng.randint(1, 50)}, ~{rng.randint(1, 50)} since 2",
                             f" ~ 7, ~ 9 since 3, ~ {rng.randint(1, 9)} since 2"))
        out.append(f"{n}{life}{weight}")
    return ", ".join(out)


def session_text(rng, packets):
    """States A, B, C in A; the server's packets are replies or pushes, one is a reply in A and a push in B."""
    p = packets[:]
    rng.shuffle(p)
    cut = len(p) // 2
    client, server = p[:cut], p[cut:]
    both, reply, push = server[:3] if len(server) > 2 else (server * 3)[:3]
    replies, pushes = [reply], [push]
    for s in server[3:]:
        (replies if rng.random() < 0.5 else pushes).append(s)
    if rng.random() < 0.3:
        client.append(pushes[0])
    head = f"  client {{ {says(rng, client, client[:1])} }}\n  server {{ {says(rng, server, server[:3])} }}\n  start A;\n"
    a, b, c = [], [], []
    for i, q in enumerate(client):
        more = "".join(f", {x}" for x in replies[1:] if rng.random() < 0.3)
        shape = rng.choice(("plain", "reply", "reply", "barrier", "both", "go")) if i > 1 else ("both", "go")[i]
        if shape == "plain":
            a.append(f"on {q};")
        elif shape == "reply":
            a.append(f"on {q} reply {reply}{more};")
        elif shape == "both":
            a.append(f"on {q} reply {both}, {reply}{more};")
        elif shape == "barrier":
            a.append(f"on {q} reply {reply} go {rng.choice('BC')}{more}, {both};")
        else:
            a.append(f"on {q} go B;")
        b.append(rng.choice((f"on {q};", f"on {q} reply {reply} go A{more};", f"on {q} reply {reply}{more};", f"on {q} reply {reply};")))
        if rng.random() < 0.3:
            c.append(rng.choice((f"on {q};", f"on {q} reply {reply} go A;", f"on {q} reply {both}, {reply} go Closed;", f"on {q} go B;")))
    if rng.random() < 0.3 and len(client) > 2:
        b[2] = f"on {client[2]} go Closed;"
    a.append(f"push {', '.join(pushes)};")
    rng.shuffle(a)
    b.append(f"push {', '.join(pushes + [both])};")
    if rng.random() < 0.3:
        c.append(f"push {rng.choice(pushes)};")
    states = [("A", a), ("B", b), ("C in A", c)]
    return "session {\n" + head + "".join(f"  state {n} {{ {' '.join(x)} }}\n" for n, x in states) + "}"


def schemas(seed, count, per=40):
    """(index, text) of `count` schemas; about 130 of them use every combination once."""
    todo, turn = [], 0
    for i in range(count):
        if len(todo) < per:
            todo = combos()
            random.Random(f"{seed}/combos/{turn}").shuffle(todo)
            turn += 1
        mine, todo = todo[:per], todo[per:]
        yield i, schema_text(random.Random(f"{seed}/{i}"), mine)


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
        if old and b.kind not in ("struct", "union", "list", "sealed") and self.rng.random() < (0.6 if h and h.kind != "about" else 0.2):
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
        d = self.rng.choice((h.d if h else 1, h.d + self.rng.randint(-2, 2) if h else 0, 1, -1, h.within if h else 0, self.rng.randint(-40, 40)))
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
        pick = [b.lo, b.hi, b.lo + 1, b.hi - 1, 0, 1, -1, r.randint(b.lo, b.hi), r.randint(-9, 9), 2**r.randint(0, 63), -2**r.randint(0, 63),
                b.lo + 2**r.randint(0, 63), b.hi - 2**r.randint(0, 63), r.getrandbits(r.randint(1, 64))]
        if h and h.about is not None:
            pick += [h.about, h.about + r.randint(-3, 3), h.about + r.randint(-300, 300)]
        return self.number(r.choice([x for x in pick if b.lo <= x <= b.hi]))

    def new_float(self, b, h):
        r = self.rng
        v = r.choice((0, 1 << (b.n - 1), r.getrandbits(b.n), 0x7f800000, 0x7fc00001, 0x3f800000, 1, 0xff7fffff, 0x7ff0000000000000))
        return self.codec.to_json(b, v % 2**b.n)

    def length(self, b, h):
        r = self.rng
        top = b.hi if r.random() < 0.1 else min(b.hi, b.lo + 12)
        n = r.choice([b.lo, min(b.lo + 1, b.hi), r.randint(b.lo, top), top] + ([h.about] if h and h.about is not None else []))
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
        box[k] = rng.choice((2**70, -2**70, "zz", [], {}, None, -1, 2**64, "-1", "18446744073709551616", "x" * 400, [0] * 99, -2**63 - 1, 1))
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
                out.append("> <"[2 * (side == "server")] + " " + s.sides[side].encode({n: values[side].new_struct(schema.decls[n], None)}).hex())
                break
        if names:
            n = rng.choice(names)
            out.append("> <"[2 * (side == "server")] + " " + s.encode(side, {n: values[side].new_struct(schema.decls[n], None)}).hex())
    return out
