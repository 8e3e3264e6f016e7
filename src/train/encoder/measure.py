"""Scores of a trained model on held-out articles, with the annotated statements given and without."""

import torch

import data
import decode
import model
import train


def f1(hit, gold, found):
    return 200 * hit / max(1, gold + found)


def report(m, gold, pieces):
    with torch.no_grad():
        given(m, gold, pieces)
        anchored(m, gold, pieces)
        print("  alone:", " ".join(f"{k} {f1(*v):.1f}" for k, v in alone(m, gold, pieces).items()), flush=True)


def given(m, gold, pieces):
    """Act and stand when speaker, cue and content are given."""
    acts = n = hit = found = wanted = who = whos = 0
    sure = []
    for g in gold:
        for b in data.examples(g, pieces):
            if not b["statements"]:
                continue
            x = train.encode(m, [b])[0]
            act, stand, meant, unnamed = train.statement_outputs(m, x, b["statements"])
            for k, s in enumerate(b["statements"]):
                n += 1
                acts += act[k].argmax().item() == s["act"]
                chances = stand[k].softmax(0)
                guess = chances.argmax().item()
                found += guess > 0
                wanted += s["stand"] > 0
                hit += guess > 0 and guess == s["stand"]
                best = 1 + chances[1:].argmax().item()
                sure.append((chances[best].item(), best == s["stand"]))
                if b["mentions"] and (s["meant"] or s["actor"] is None):
                    row = torch.cat([unnamed[k:k + 1], meant[k, b["mentions"]]])
                    i = row.argmax().item()
                    whos += 1
                    who += (s["actor"] is None) if i == 0 else b["mentions"][i - 1] in s["meant"]
    sure.sort(reverse=True)
    cuts = " ".join(f"{100 * sum(r for _, r in sure[:k]) / k:.0f}@{k}" for k in (50, 100, 150, 200) if k <= len(sure))
    print(f"  given: act {100 * acts / n:.1f}  stand P {100 * hit / max(1, found):.1f} R {100 * hit / max(1, wanted):.1f}"
          f" F {f1(hit, wanted, found):.1f}  surest {cuts}  who {100 * who / max(1, whos):.1f} ({n} statements)", flush=True)


def anchored(m, gold, pieces):
    """Cues found; and, with the annotated cues given, sources and contents (exact spans of words)."""
    cue, source, content = [0, 0, 0], [0, 0, 0], [0, 0, 0]
    def add(sums, a, b):
        sums[0] += len(a & b)
        sums[1] += len(a)
        sums[2] += len(b)
    for g in gold:
        for b in data.examples(g, pieces):
            if not b["roles"]:
                continue
            x = train.encode(m, [b])[0]
            chances = m.heads(x[1:])[1].softmax(-1)
            add(cue, set(b["roles"]), {i + 1 for i, c in enumerate(chances) if max(c[1], c[3]) >= decode.ANCHOR_LEAST})
            scores = m.roles(x, torch.tensor(list(b["roles"])))[:, 1:].log_softmax(-1)
            for row, labels in zip(scores, b["roles"].values()):
                want, have = decode.runs(labels, model.ROLES), decode.runs(decode.viterbi(row, model.ROLES), model.ROLES)
                for sums, kind in ((source, "source"), (content, "content")):
                    add(sums, {r for r in want if r[2] == kind}, {r for r in have if r[2] == kind})
    print("  anchored:", " ".join(f"{k} {f1(*v):.1f} ({v[0]} of {v[1]}, {v[2]} found)" for k, v in (
        ("cue", cue), ("source", source), ("content", content))), flush=True)


def alone(m, gold, pieces):
    """Names, statements, events and claims found by the model itself, as `score_tags.py` counts them."""
    sums = {}
    def add(k, *v):
        sums[k] = tuple(a + b for a, b in zip(sums.get(k, (0, 0, 0)), v))
    for g in gold:
        p = decode.tag(m, g, pieces)
        a = {(e["start"], e["end"], e["type"]) for e in g["entities"]}
        b = {(e["start"], e["end"], e["type"]) for e in p["entities"]}
        add("entity", len(a & b), len(a), len(b))
        pairs = pair(g["statements"], p["statements"], share)
        add("content", len(pairs), len(g["statements"]), len(p["statements"]))
        near = sum(x["speaker"]["start"] < y["speaker"]["end"] and y["speaker"]["start"] < x["speaker"]["end"]
                   for x, y in pairs if y["speaker"] and x["speaker"])
        add("source", near, len(g["statements"]), len(p["statements"]))
        act = sum(x["act"] == y["act"] for x, y in pairs)
        add("act", act, len(g["statements"]), len(p["statements"]))
        stood = lambda s: (s["issue"], s["position"]) if s["position"] != "none" else None
        add("stance", sum(stood(x) is not None and stood(x) == stood(y) for x, y in pairs),
            sum(stood(s) is not None for s in g["statements"]), sum(stood(s) is not None for s in p["statements"]))
        near = lambda x, y: x["type"] == y["type"] and max(0, 121 - abs(x["trigger"]["start"] - y["trigger"]["start"]))
        add("event", len(pair(g["events"], p["events"], near)), len(g["events"]), len(p["events"]))
        overlap = lambda x, y: max(0, min(x["end"], y["end"]) - max(x["start"], y["start"]))
        add("claim.span", len(pair(g["claims"], p["claims"], overlap)), len(g["claims"]), len(p["claims"]))
    return sums


def share(x, y):
    a, b = x["content"], y["content"]
    both = min(a["end"], b["end"]) - max(a["start"], b["start"])
    part = both / (max(a["end"], b["end"]) - min(a["start"], b["start"]))
    return part if part >= 0.5 else 0


def pair(gold, found, score):
    ranked = sorted(((score(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(found)),
                    key=lambda t: (-t[0], t[1], t[2]))
    used, taken, pairs = set(), set(), []
    for s, i, j in ranked:
        if s > 0 and i not in used and j not in taken:
            used.add(i)
            taken.add(j)
            pairs.append((gold[i], found[j]))
    return pairs
