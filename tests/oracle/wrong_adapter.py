#!/usr/bin/env python3
"""An adapter with one rule off, for tests of who judges it: wrong_adapter.py FILE.tic FAULT.

FAULT is the reason of a refusal that it never gives, or `byte`: it flips the last bit of every packet."""
import sys

import adapter
from tic_codec import Reader, Writer
from tic_session import States


def never(reason):
    honest = Reader.refuse

    def refuse(self, why, bit, more=None):
        if why != reason:
            honest(self, why, bit, more)
    Reader.refuse = refuse


def allow_all():
    honest = States.step
    States.step = lambda self, side, name: honest(self, side, name) or (lambda: None)


def spoil_bytes():
    honest = Writer.bytes

    def spoiled(self):
        data = honest(self)
        return data[:-1] + bytes([data[-1] ^ 1])
    Writer.bytes = spoiled


if __name__ == "__main__":
    fault = sys.argv.pop()
    spoil_bytes() if fault == "byte" else allow_all() if fault == "wrong-state" else never(fault)
    adapter.main()
