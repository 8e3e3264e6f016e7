"""From the model's outputs to names, statements, events and claims, window by window: a plain reading for a first score.

The program reads them with more care (package `encoder`), from scores without the training's weights (`model.unweighted`).
"""

import torch

import data
import model
import train


def runs(labels, kinds, prefix=""):
    """(first, last, kind) of each B/I run; an I without its B opens one."""
    found, open_at, open_kind = [], None, None
    for i, label in enumerate(list(labels) + [0]):
        name = kinds[label] if i < len(labels) else "O"
        kind = name[1:].lstrip("-")
        inside = name != "O" and name[0] in "BI" and kind.startswith(prefix)
        if open_at is not None and (not inside or name[0] == "B" or kind != open_kind):
            found.append((open_at, i, open_kind))
            open_at = None
        if inside and open_at is None:
            open_at, open_kind = i, kind
    return found


def viterbi(scores, kinds):
    """The best labels of a sequence in which I follows B or I of its own kind."""
    n, k = scores.shape
    allowed = torch.zeros(k, k)
    for a in range(k):
        for b in range(k):
            if kinds[b].startswith("I") and not (kinds[a] != "O" and kinds[a][1:] == kinds[b][1:]):
                allowed[a, b] = -1e4
    start = torch.tensor([-1e4 if kind.startswith("I") else 0.0 for kind in kinds])
    best, back = scores[0] + start, []
    for i in range(1, n):
        step = best[:, None] + allowed
        best, origin = step.max(0)
        best = best + scores[i]
        back.append(origin)
    path = [best.argmax().item()]
    for origin in reversed(back):
        path.append(origin[path[-1]].item())
    return path[::-1]


ANCHOR_LEAST = 0.4


def tag(m, gold, pieces):
    article = data.Article(gold.get("title") or "", gold["text"], pieces)
    text, windows = gold["text"], article.windows()
    out = {"entities": [], "statements": [], "events": [], "claims": []}
    cut = 0  # words before this one were judged by an earlier window
    for w, (low, high) in enumerate(windows):
        if high == low:
            continue
        # the overlap is shared out in its middle
        until = high if w + 1 == len(windows) else (windows[w + 1][0] + high) // 2
        mine = lambda i: cut <= low + i < until
        ids, forms, starts = article.encode((low, high), pieces)
        x = m.encoder(torch.tensor([ids]), torch.tensor([forms]), torch.ones(1, len(ids)))[0][torch.tensor(starts)]
        names, anchors, events, claims = (t.log_softmax(-1) for t in m.heads(x[1:]))
        span = lambda a, b: {"start": article.spans[low + a][0], "end": article.spans[low + b - 1][1],
                             "text": text[article.spans[low + a][0]:article.spans[low + b - 1][1]]}
        for a, b, kind in runs(viterbi(names, model.NAMES), model.NAMES):
            if mine(a):
                out["entities"].append({**span(a, b), "type": kind, "actor": None})
        for i, e in enumerate(events.argmax(1).tolist()):
            if e and mine(i):
                out["events"].append({"type": model.EVENTS[e], "trigger": span(i, i + 1), "actors": [], "date": None})
        for a, b, _ in runs(viterbi(claims, model.CLAIMS), model.CLAIMS):
            if mine(a):
                out["claims"].append({**span(a, b), "value": None, "unit": None})
        chance = anchors.exp()
        first = [i for i in range(high - low) if mine(i)
                 and max(chance[i, 1].item(), chance[i, 3].item()) >= ANCHOR_LEAST]
        if not first:
            cut = until
            continue
        roles = m.roles(x, torch.tensor(first) + 1)[:, 1:].log_softmax(-1)
        drafts = []
        for k, i in enumerate(first):
            labels = viterbi(roles[k], model.ROLES)
            found = runs(labels, model.ROLES)
            sources = [(a, b) for a, b, kind in found if kind == "source"]
            contents = [(a, b) for a, b, kind in found if kind == "content"]
            for source in sources or [None]:
                for content in contents:
                    drafts.append((i, source, content))
        if drafts:
            given = [{"anchor": i + 1, "content": (c[0] + 1, c[1] + 1),
                      "source": (s[0] + 1, s[1] + 1) if s else (i + 1, i + 2)} for i, s, c in drafts]
            act, stand, _, _ = train.statement_outputs(m, x, given)
            seen = set()
            for k, (i, s, c) in enumerate(drafts):
                if (s, c) in seen:
                    continue
                seen.add((s, c))
                issue, bar, position = model.STANDS[stand[k].argmax().item()].partition("|")
                out["statements"].append({
                    "speaker": {**span(*s), "actor": None} if s else None, "cue": span(i, i + 1), "content": span(*c),
                    "act": model.ACTS[act[k].argmax().item()], "issue": issue if bar else None,
                    "position": position if bar else "none"})
        cut = until
    return out
