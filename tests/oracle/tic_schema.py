"""Reads a .tic schema into plain objects; assumes that it is valid."""
import json
import os
import re
from dataclasses import dataclass, field as dfield
from typing import Any

TOKEN = re.compile(r'''\s+|//[^\n]*|(?P<STR>"(?:[^"\\]|\\.)*")|(?P<INT>0x[0-9a-fA-F](?:_?[0-9a-fA-F])*|[0-9](?:_?[0-9])*)
  |(?P<ID>[A-Za-z_][A-Za-z0-9_]*)|(?P<P>\.\.|[{}():;,~@?+\-=.])''', re.X)
FOREVER = 1 << 30


class SchemaError(Exception):
    pass


@dataclass
class Hint:
    kind: str               # about, is, same, last, cell, recent, table; "name" until memory is known
    since: int = 1
    about: int | None = None
    lit: tuple = ()         # is: ("int", n) ("str", s) ("id", name)
    place: tuple = ()       # cell, table: (name,) or (table, name)
    d: int = 0
    within: int = 0
    n: int = 0              # recent


@dataclass(eq=False)
class Hints:
    """The hints of one declaration; its identity is the declaration's."""
    items: list

    def at(self, version):
        return [h for h in self.items if h.since <= version][-1]


@dataclass
class Dom:
    kind: str               # bool int float bytes utf8 text list sealed opt ref
    lo: int = 0
    hi: int = 0
    form: str = ""          # int: fixed, range, uint, sint
    n: int = 0              # fixed and float width
    name: str = ""          # ref, sealed
    inner: Any = None       # opt, list
    hints: Hints | None = None  # of a list's element


@dataclass
class Item:
    """A field, value, arm or packet of a side."""
    name: str
    dom: Dom | None = None
    since: int = 1
    until: int = FOREVER
    weights: list = dfield(default_factory=list)
    hints: Hints | None = None
    was: str = ""

    def alive(self, version):
        return self.since <= version < self.until

    def weight(self, version):
        return ([w for w, s in self.weights if s <= version] or [1])[-1]

    @property
    def label(self):
        return self.was or self.name


@dataclass
class Decl:
    kind: str               # enum, union, struct
    name: str
    items: list

    def alive(self, version):
        return [i for i in self.items if i.alive(version)]


@dataclass
class Type:
    name: str
    dom: Dom
    is_id: bool
    label: str


@dataclass
class Mem:
    name: str
    dom: Dom
    n: int = 0              # 0: a cell
    entry: dict = dfield(default_factory=dict)


@dataclass
class Rule:
    request: str
    replies: list           # (name, go or "")
    go: str


@dataclass
class State:
    name: str
    parent: str
    rules: dict
    pushes: list


@dataclass
class Schema:
    protocol: str = ""
    edition: int = 1
    version: int = 1
    oldest: int = 1
    limit: int = 65536
    datagram: bool = False
    model: str = "utf8"
    consts: dict = dfield(default_factory=dict)
    types: dict = dfield(default_factory=dict)
    decls: dict = dfield(default_factory=dict)
    memory: dict = dfield(default_factory=dict)
    sides: dict = dfield(default_factory=lambda: {"client": [], "server": []})
    start: str = ""
    states: dict = dfield(default_factory=dict)

    def base(self, dom):
        """(optional?, what is coded): a Dom that is no ref and no opt, or a Decl."""
        opt = False
        while True:
            if dom.kind == "opt":
                opt, dom = True, dom.inner
            elif dom.kind != "ref":
                return opt, dom
            elif dom.name in self.types:
                dom = self.types[dom.name].dom
            else:
                return opt, self.decls[dom.name]

    def says(self, side, version):
        return [p for p in self.sides[side] if p.alive(version)]

    def rules(self, name):
        """The effective (rules, pushes) of a state."""
        s = self.states[name]
        rules, pushes = self.rules(s.parent) if s.parent else ({}, [])
        return {**rules, **s.rules}, pushes + [p for p in s.pushes if p not in pushes]


class Parser:
    def __init__(self, text):
        self.toks, self.i, at = [], 0, 0
        while at < len(text):
            m = TOKEN.match(text, at)
            if not m:
                raise SchemaError(f"unreadable at {text[at:at + 20]!r}")
            if m.lastgroup:
                self.toks.append((m.lastgroup, m.group()))
            at = m.end()
        self.toks.append(("END", ""))
        self.s = Schema()
        self.raw = {}
        t = self.toks
        for i in range(len(t) - 4):
            if t[i][1] == "const" and t[i + 1][0] == "ID" and t[i + 2][1] == "=":
                neg = t[i + 3][1] == "-"
                k, v = t[i + 3 + neg]
                self.raw[t[i + 1][1]] = v if k == "ID" else (-1 if neg else 1) * number(v)

    def const(self, name):
        v = self.raw[name]
        return self.const(v) if isinstance(v, str) else v

    # tokens
    def peek(self, *words):
        return self.toks[self.i][1] in words

    def take(self, *words):
        if self.peek(*words) and self.toks[self.i][0] != "STR":
            self.i += 1
            return True
        return False

    def need(self, word):
        if not self.take(word):
            raise SchemaError(f"{word!r} wanted, not {self.toks[self.i:self.i + 5]}")

    def id(self):
        k, v = self.toks[self.i]
        if k != "ID":
            raise SchemaError(f"a name wanted, not {v!r}")
        self.i += 1
        return v

    def string(self):
        self.i += 1
        return json.loads(self.toks[self.i - 1][1], strict=False)

    def int(self):
        if self.take("-"):
            self.i += 1
            return -number(self.toks[self.i - 1][1])
        k, v = self.toks[self.i]
        self.i += 1
        return self.const(v) if k == "ID" else number(v)

    # shared parts
    def bounds(self):
        lo = self.int()
        return lo, self.int() if self.take("..") else lo

    def range(self):
        self.need("(")
        b = self.bounds()
        self.need(")")
        return b

    def life(self, item):
        if self.take("since"):
            item.since = self.int()
        if self.take("until"):
            item.until = self.int()

    def weights(self):
        out = []
        if self.take("~"):
            out.append((self.int(), 1))
            while self.peek(",") and self.toks[self.i + 1][1] == "~":
                self.i += 2
                w = self.int()
                self.need("since")
                out.append((w, self.int()))
        return out

    def marks(self):
        out = {}
        while self.take("@"):
            name, arg = self.id(), None
            if self.take("("):
                arg = self.string() if self.toks[self.i][0] == "STR" else self.id()
                if self.take("."):
                    arg += "." + self.id()
                self.need(")")
            out[name] = arg
        return out

    def hints(self):
        if not self.peek("~"):
            return None
        out = [self.hint()]
        while self.peek(",") and self.toks[self.i + 1][1] == "~":
            self.i += 1
            h = self.hint()
            self.need("since")
            h.since = self.int()
            out.append(h)
        return Hints(out)

    def hint(self):
        self.need("~")
        k, v = self.toks[self.i]
        if k == "INT" or v == "-" or (v in self.raw and self.toks[self.i + 1][1] != "."):
            return Hint("about", about=self.int())
        self.i += 1
        if v == "is":
            h = Hint("is", lit=self.literal())
        elif v == "same":
            h = Hint("same")
        elif v == "recent" and self.peek("("):
            h = Hint("recent", n=self.range()[0])
        else:
            h = Hint("last") if v == "last" else Hint("name", place=(v, self.id()) if self.take(".") else (v,))
            if self.take("+"):
                h.d = self.int()
            elif self.take("-"):
                h.d = -self.int()
            if self.take("within"):
                h.within = self.int()
        if self.take("~"):
            h.about = self.int()
        return h

    def literal(self):
        k, v = self.toks[self.i]
        if k == "STR":
            return "str", self.string()
        if k == "ID":
            return "id", self.id()
        return "int", self.int()

    def domain(self):
        d = self.base()
        return Dom("opt", inner=d) if self.take("?") else d

    def base(self):
        w = self.id()
        if w == "bool":
            return Dom("bool")
        if m := re.fullmatch(r"([ui])([1-9][0-9]?)", w):
            n = int(m[2])
            if n <= 64 and not (w == "i1"):
                lo, hi = (0, 2**n - 1) if m[1] == "u" else (-2**(n - 1), 2**(n - 1) - 1)
                return Dom("int", lo, hi, "fixed", n, w)
        if w in ("uint", "sint"):
            return Dom("int", 0, 2**62 - 1, w, name=w) if w == "uint" else Dom("int", -2**61, 2**61 - 1, w, name=w)
        if w in ("f32", "f64"):
            return Dom("float", n=int(w[1:]))
        if w == "int":
            return Dom("int", *self.range(), "range")
        if w in ("bytes", "utf8", "text"):
            return Dom(w, *self.range())
        if w == "list":
            self.need("(")
            d, h = self.domain(), self.hints()
            self.marks()
            self.need(",")
            lo, hi = self.bounds()
            self.need(")")
            return Dom("list", lo, hi, inner=d, hints=h)
        if w == "sealed":
            self.need("(")
            name = self.id()
            self.need(",")
            lo, hi = self.bounds()
            self.need(")")
            return Dom("sealed", lo, hi, name=name, inner=Dom("ref", name=name))
        return Dom("ref", name=w)

    # declarations
    def file(self):
        s = self.s
        self.need("protocol")
        s.protocol = self.id()
        self.need(";")
        self.need("edition")
        s.edition = self.int()
        self.need(";")
        if self.take("version"):
            s.version = self.int()
            if self.take("oldest"):
                s.oldest = self.int()
            self.need(";")
        if self.take("limit"):
            s.limit = self.int()
            self.need(";")
        if self.take("transport"):
            self.need("datagram")
            self.need(";")
            s.datagram = True
        if self.take("text"):
            self.need("model")
            s.model = self.id()
            self.need(";")
        while self.toks[self.i][0] != "END":
            word = self.id()
            if word == "import":
                self.string()
                self.need(";")
                continue
            if word not in ("const", "type", "enum", "union", "struct", "memory", "session"):
                raise SchemaError(f"{word!r} is not read here")
            getattr(self, "top_" + word)()
        s.consts = {k: self.const(k) for k in self.raw}
        return s

    def imports(self):
        return [json.loads(b[1]) for a, b in zip(self.toks, self.toks[1:]) if a == ("ID", "import") and b[0] == "STR"]

    def top_const(self):
        self.id()
        self.need("=")
        self.int()
        self.need(";")

    def top_type(self):
        name = self.id()
        self.need("=")
        dom, marks = self.domain(), self.marks()
        self.need(";")
        self.s.types[name] = Type(name, dom, "id" in marks, marks.get("was") or name)

    def items(self, one):
        self.need("{")
        out = []
        while not self.take("}"):
            out.append(one())
            if not self.take(",") and not self.peek("}"):
                raise SchemaError(f"',' wanted, not {self.toks[self.i:self.i + 5]}")
        return out

    def value(self, with_domain=False, with_marks=True):
        it = Item(self.id())
        if with_domain:
            self.need(":")
            it.dom = self.domain()
        self.life(it)
        it.weights = self.weights()
        if with_marks:
            it.was = self.marks().get("was") or ""
        return it

    def top_enum(self):
        name = self.id()
        self.s.decls[name] = Decl("enum", name, self.items(self.value))

    def top_union(self):
        name = self.id()
        self.s.decls[name] = Decl("union", name, self.items(lambda: self.value(True)))

    def top_struct(self):
        name, fields = self.id(), []
        self.need("{")
        while not self.take("}"):
            it = Item(self.id())
            self.need(":")
            it.dom = self.domain()
            self.life(it)
            it.hints = self.hints()
            it.was = self.marks().get("was") or ""
            self.need(";")
            fields.append(it)
        self.s.decls[name] = Decl("struct", name, fields)

    def mem(self, deep):
        name, n, entry = self.id(), 0, {}
        self.need(":")
        if self.peek("recent") and self.toks[self.i + 1][1] == "(":
            self.i += 1
            n = self.range()[0]
            self.need("of")
        dom = self.domain()
        if n and not deep and self.take("{"):
            while not self.take("}"):
                m = self.mem(True)
                entry[m.name] = m
        else:
            self.need(";")
        return Mem(name, dom, n, entry)

    def top_memory(self):
        self.need("{")
        while not self.take("}"):
            m = self.mem(False)
            self.s.memory[m.name] = m

    def top_session(self):
        self.need("{")
        for side in ("client", "server"):
            self.need(side)
            self.s.sides[side] = self.items(lambda: self.value(False, False))
        self.need("start")
        self.s.start = self.id()
        self.need(";")
        while not self.take("}"):
            self.need("state")
            st = self.state()
            self.s.states[st.name] = st

    def state(self):
        st = State(self.id(), self.id() if self.take("in") else "", {}, [])
        self.need("{")
        while not self.take("}"):
            if self.take("push"):
                st.pushes += self.names()
            else:
                self.need("on")
                names, replies, go = self.names(), [], ""
                if self.take("reply"):
                    while True:
                        replies.append((self.id(), self.id() if self.take("go") else ""))
                        if not self.take(","):
                            break
                        if self.peek(";"):
                            break
                elif self.take("go"):
                    go = self.id()
                st.rules.update((n, Rule(n, replies, go)) for n in names)
            self.need(";")
        return st

    def names(self):
        out = [self.id()]
        while self.take(","):
            if self.peek(";", "reply", "go"):
                break
            out.append(self.id())
        return out


def number(text):
    return int(text.replace("_", ""), 0 if text[:2] == "0x" else 10)


def finish(s):
    """Tells cells from tables once memory is known."""
    def doms():
        for d in s.decls.values():
            for i in d.items:
                yield i.dom, i.hints
        for t in s.types.values():
            yield t.dom, None
    todo = list(doms())
    while todo:
        dom, hints = todo.pop()
        for h in hints.items if hints else []:
            if h.kind == "name":
                m = s.memory[h.place[0]]
                m = m.entry[h.place[1]] if len(h.place) == 2 else m
                h.kind = "table" if m.n else "cell"
        if dom is not None and dom.inner is not None:
            todo.append((dom.inner, dom.hints))
    return s


def parse(text):
    return finish(Parser(text).file())


def read_file(path):
    """A file with what it imports, each file once; memory and session are the root's."""
    parsers, todo = {}, [os.path.abspath(path)]
    while todo:
        path = todo.pop(0)
        if path not in parsers:
            with open(path, encoding="utf-8") as f:
                parsers[path] = Parser(f.read())
            todo += [os.path.normpath(os.path.join(os.path.dirname(path), i)) for i in parsers[path].imports()]
    root, *rest = parsers.values()
    for p in rest:
        root.raw.update(p.raw)
    for p in rest:
        p.raw = root.raw
        s = p.file()
        root.s.types.update(s.types)
        root.s.decls.update(s.decls)
    return finish(root.file())
