"""One connection: packets of both sides with their memory, and the states that say what may be said."""
from tic_codec import CannotEncode, Codec, Memory, Reader, Refused, Writer, ref

OWED = 64


class Side:
    """What one side says: packets to bytes and back, with that direction's memory."""

    def __init__(self, schema, version, side, cheat=None):
        self.s, self.v, self.side, self.cheat = schema, version, side, cheat
        self.memory = Memory(schema)

    def says(self):
        return self.s.says(self.side, self.v)

    def encode(self, j):
        """JSON {"Name": {...}} to bytes; memory changes only if it can be encoded."""
        names = [p.name for p in self.says()]
        if not isinstance(j, dict) or len(j) != 1 or next(iter(j)) not in names:
            raise CannotEncode("not a packet of this side")
        name, body = next(iter(j.items()))
        return self.write(name, Codec(self.s, self.v).from_json(ref(name), body))

    def write(self, name, v):
        c, w = Codec(self.s, self.v, self.memory.copy(), self.cheat), Writer()
        w.put(c.codes(self.says())[[p.name for p in self.says()].index(name)])
        c.enc(ref(name), None, v, w)
        self.memory = c.m
        return w.bytes()

    def decode(self, data, allowed=lambda name: True):
        """Bytes of one packet to JSON; raises Refused and changes nothing if it is not the encoding of one."""
        name, v = self.read(Reader(data), allowed, alone=True)
        return {name: Codec(self.s, self.v).to_json(ref(name), v)}

    def read(self, r, allowed=lambda name: True, alone=False):
        """The next packet's name and value; more may follow unless it is expected alone."""
        items = self.says()
        if not items:
            raise Refused("wrong-state", 0)
        c = Codec(self.s, self.v, self.memory.copy())
        name = items[r.huffman(c.codes(items))].name
        r.path.append(name)
        if not allowed(name):
            r.refuse("wrong-state", 0)
        v = c.dec(ref(name), None, r)
        r.end() if alone else r.last_fill()
        self.memory = c.m
        return name, v


class States:
    """Section 7: the state, the requests owed, the barrier."""

    def __init__(self, schema, version):
        self.s, self.v, self.state, self.owed = schema, version, schema.start, []
        self.alive = {side: {p.name for p in schema.says(side, version)} for side in ("client", "server")}

    def replies(self, rule):
        return [(n, go) for n, go in rule.replies if n in self.alive["server"]]

    def step(self, side, name):
        """What follows when `name` is said: a function that does it, or None where it may not be said."""
        if self.state == "Closed":
            return None
        rules, pushes = self.s.rules(self.state)
        if side == "client":
            rule = rules.get(name)
            barrier = any(go for r in self.owed for _, go in r)
            if not rule or barrier or len(self.owed) >= OWED or name not in self.alive["client"]:
                return None
            return lambda: self.asked(rule)
        if self.owed and name in dict(self.owed[0]):
            return lambda: self.replied(name)
        return (lambda: None) if name in pushes and name in self.alive["server"] else None

    def asked(self, rule):
        if rule.replies:
            self.owed.append(self.replies(rule))
        elif rule.go:
            self.go(rule.go)

    def replied(self, name):
        go = dict(self.owed.pop(0))[name]
        if go:
            self.go(go)

    def go(self, state):
        self.state = state
        if state == "Closed":
            self.owed = []

    def may(self, side):
        return [n for n in sorted(self.alive[side]) if self.step(side, n)]


class Session:
    def __init__(self, schema, version, cheat=None):
        self.states = States(schema, version)
        self.sides = {side: Side(schema, version, side, cheat) for side in ("client", "server")}

    def encode(self, side, j):
        data = self.sides[side].encode(j)
        self.states.step(side, next(iter(j)))()
        return data

    def write(self, side, name, v):
        data = self.sides[side].write(name, v)
        self.states.step(side, name)()
        return data

    def read(self, side, r):
        name, v = self.sides[side].read(r, lambda name: self.states.step(side, name))
        self.states.step(side, name)()
        return name, v

    def decode(self, side, data):
        j = self.sides[side].decode(data, lambda name: self.states.step(side, name))
        self.states.step(side, next(iter(j)))()
        return j, self.states.state
