#!/usr/bin/env python3
"""Divides a manifest of pages by the name of their domain: every third name, by its hash, is set aside.

  set-aside.py MANIFEST.jsonl OPEN.jsonl ASIDE.jsonl

Errors are looked at in the open part only, so that the other part tells what to expect of pages never seen.
"""
import hashlib
import json
import sys


def is_aside(page):
    name = (page.get("domain") or page["id"]).split(".")[0]
    return hashlib.sha256(name.encode()).digest()[0] % 3 == 0


manifest, open_part, aside = sys.argv[1:]
with open(manifest, encoding="utf-8") as lines, open(open_part, "w") as seen, open(aside, "w") as unseen:
    for line in lines:
        (unseen if is_aside(json.loads(line)) else seen).write(line)
