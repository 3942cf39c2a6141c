"""A schema as plain objects."""
from dataclasses import dataclass, field as dfield
from typing import Any

FOREVER = 1 << 30


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
