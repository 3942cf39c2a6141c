"""Reads a .tic schema into the objects of tic_schema; assumes that it is valid."""
import json
import os
import re

from tic_schema import Decl, Dom, Hint, Hints, Item, Mem, Rule, Schema, State, Type
from tic_tokens import SchemaError, Tokens


class Parser(Tokens):
    def __init__(self, text):
        super().__init__(text)
        self.s = Schema()

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
