"""The canonical text of one version of a schema, and its fingerprint."""
import hashlib
import json


def fingerprint(schema, version):
    return hashlib.sha256(canonical(schema, version).encode()).hexdigest()[:8]


def canonical(schema, version):
    c = Canon(schema, version)
    return "".join(line + "\n" for line in c.head() + sorted(c.lines(), key=str.encode))


class Canon:
    def __init__(self, schema, version):
        self.s, self.v = schema, version
        self.decls, self.memory = {}, set()
        for side in ("client", "server"):
            for p in schema.says(side, version):
                self.reach_decl(schema.decls[p.name])

    # what the living packets reach
    def reach_decl(self, d):
        if d.name not in self.decls:
            self.decls[d.name] = d
            for i in d.alive(self.v):
                if i.dom is not None:
                    self.reach(i.dom, i.hints)

    def reach(self, dom, hints):
        if hints and (h := hints.at(self.v)).kind in ("cell", "table"):
            self.memory |= {h.place, h.place[:1]}
        _, b = self.s.base(dom)
        if b.kind in ("enum", "union", "struct"):
            self.reach_decl(b)
        elif b.inner is not None:
            self.reach(b.inner, b.hints)
        if b.kind == "text" and self.s.model != "utf8":
            raise NotImplementedError("text models")

    # spelling
    def dom(self, d):
        if d.kind == "opt":
            return self.dom(d.inner) + "?"
        if d.kind == "ref":
            t = self.s.types.get(d.name)
            return d.name if t is None else (t.label + "=" if t.is_id else "") + self.dom(t.dom)
        if d.kind == "bool":
            return "bool"
        if d.kind == "float":
            return f"f{d.n}"
        if d.kind == "int" and d.form != "range":
            return d.name
        if d.kind == "list":
            return f"list({self.dom(d.inner)}{self.hint(d.inner, d.hints)},{d.lo}..{d.hi})"
        if d.kind == "sealed":
            return f"sealed({d.name},{d.lo}..{d.hi})"
        return f"{d.kind}({d.lo}..{d.hi})"

    def hint(self, dom, hints):
        if not hints:
            return ""
        h = hints.at(self.v)
        if h.kind == "about":
            return f"~{h.about}"
        more = "" if h.about is None else f"~{h.about}"
        if h.kind in ("last", "cell"):
            return f"~{'.'.join(h.place) or 'last'}{h.d:+}/{h.within}"
        if h.kind == "is":
            return f"~is:{self.literal(dom, h.lit)}{more}"
        return "~" + {"same": "same", "recent": f"recent{h.n}", "table": ".".join(h.place)}[h.kind] + more

    def literal(self, dom, lit):
        kind, x = lit
        _, b = self.s.base(dom)
        if kind == "str":
            return json.dumps(x, ensure_ascii=False)
        if b.kind == "enum":
            return next(i.label for i in b.items if i.name == x)
        return str(self.s.consts[x] if kind == "id" and b.kind == "int" else x)

    # lines
    def head(self):
        s, v = self.s, self.v
        out = [f"tic {s.edition} {s.protocol} {v}"] + ["datagram"] * s.datagram
        for side in ("client", "server"):
            out.append(" ".join([side] + [f"{p.name} {p.weight(v)}" for p in s.says(side, v)]))
        return out + [f"start {s.start}".rstrip()]

    def lines(self):
        for d in self.decls.values():
            words = [d.kind, d.name]
            for i in d.alive(self.v):
                if d.kind == "enum":
                    words.append(f"{i.label} {i.weight(self.v)}")
                elif d.kind == "union":
                    words.append(f"{i.label}:{self.dom(i.dom)} {i.weight(self.v)}")
                else:
                    words.append(f"{i.label}:{self.dom(i.dom)}{self.hint(i.dom, i.hints)}")
            yield " ".join(words)
        yield from self.memory_lines()
        yield from self.state_lines()

    def memory_lines(self):
        for m in self.s.memory.values():
            if (m.name,) not in self.memory:
                continue
            if not m.n:
                yield f"cell {m.name} {self.dom(m.dom)}"
                continue
            words = ["table", m.name, str(m.n), self.dom(m.dom)]
            for name in sorted(m.entry):
                e = m.entry[name]
                if (m.name, name) in self.memory:
                    words.append(f"{name}:{e.n}:{self.dom(e.dom)}" if e.n else f"{name}:{self.dom(e.dom)}")
            yield " ".join(words)

    def state_lines(self):
        asks = {p.name for p in self.s.says("client", self.v)}
        tells = {p.name for p in self.s.says("server", self.v)}
        todo, done = [self.s.start], {"Closed", ""}
        while todo:
            name = todo.pop()
            if name in done:
                continue
            done.add(name)
            rules, pushes = self.s.rules(name)
            words = ["state", name]
            for q in sorted(rules):
                if q not in asks:
                    continue
                r = rules[q]
                words += ["on", q] + ["".join([n, ">" + go if go else ""]) for n, go in sorted(r.replies) if n in tells]
                words += [">" + r.go] if r.go else []
                todo += [go for n, go in r.replies if go and n in tells] + [r.go]
            yield " ".join(words + [w for p in sorted(pushes) if p in tells for w in ("push", p)])
