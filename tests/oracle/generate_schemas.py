"""Invents valid schemas that together use every domain, hint and place."""
import random

from generate_domains import FIXED, KEYS, KINDS, LISTS, VERSIONS, combos, domains, fits


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
        lives = [(0.06, " since 2"), (0.1, " since 3"), (0.14, " until 2"), (0.18, " until 3"),
                 (0.2, " since 2 until 3")]
        return next((life for below, life in lives if r < below), "")

    def mark(self):
        r = self.rng.random()
        marks = [(0.04, f' @was("old_{self.n}")'), (0.06, ' @deprecated("x")'), (0.08, ' @unit("ms")')]
        return next((mark for below, mark in marks if r < below), "")

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
            return keys + [f"{f}: list({d.text}{'?' * (place == 'optelem')}{hint}, {b1})"
                           f"{'?' * self.chance(0.1)}{life}{size}{mark};"]
        if place == "elemelem":
            return keys + [f"{f}: list(list({d.text}{hint}, {b1}){size}, {b2}){life};"]
        if place == "typed":
            t = self.new("T")
            self.decls.append(f"type {t} = list({d.text}{hint}, {b1}){'?' * self.chance(0.2)};")
            return [f"{f}: {t}{life}{size};", f"{f}b: {t};"]
        s = self.new("S")
        self.decls.append(f"struct {s} {{ pad: bool; {' '.join(keys)} "
                          f"x: {d.text}{'?' * (not d.opt and self.chance(0.2))}{life}{hint}; y: u3; }}")
        if place == "nested":
            return [f"{f}: {s};", f"{f}l: list({s}, {b1}){life}{size};", f"{f}o: {s}?;"]
        if place == "sealed":
            return [f"{f}: sealed({s}, {self.rng.choice((0, 1, 2))}..600){life}"
                    + (" ~ 20;" if self.chance(0.5) else ";")]
        u = self.new("U")
        arms = [f"a: {s} ~ {self.rng.randint(1, 1000)}", "b: bool",
                f"c: {d.text} since {self.rng.randint(1, 3)} ~ 3, ~ 70 since 2"]
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
        memory.append(f"  {name}: {text};" if what == "cell" else f"  {name}: recent({n}) of {text}"
                      + (f" {{ {inner} }}" if inner else ";"))
    rng.shuffle(memory)
    consts = [f"const {k} = {v};" for k, v in m.consts.items()]
    head = f"protocol gen; edition 1; version {VERSIONS}{' oldest ' + str(m.oldest) if m.oldest > 1 else ''};"
    fixed = FIXED
    if datagram:
        head += " transport datagram;"
        fixed = "\n".join(x for x in FIXED.split("\n")
                          if not x.startswith(("struct Note", "struct Late", "union Pick", "struct Nil")))
    mem = ["memory {"] + memory + ["}"] if memory else []
    return "\n".join([head, *consts, fixed.strip(), *mem, *m.decls, session]) + "\n"


def says(rng, names, always):
    out = []
    for n in names:
        life = "" if n in always else rng.choice(("", "", "", " since 2", " since 3", " until 3", " until 2",
                                                  " since 2 until 3"))
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
    head = (f"  client {{ {says(rng, client, client[:1])} }}\n"
            f"  server {{ {says(rng, server, server[:3])} }}\n  start A;\n")
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
        b.append(rng.choice((f"on {q};", f"on {q} reply {reply} go A{more};", f"on {q} reply {reply}{more};",
                             f"on {q} reply {reply};")))
        if rng.random() < 0.3:
            c.append(rng.choice((f"on {q};", f"on {q} reply {reply} go A;", f"on {q} reply {both}, {reply} go Closed;",
                                 f"on {q} go B;")))
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
