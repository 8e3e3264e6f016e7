"""Annotated articles and name corpora as windows of words with labels."""

import json
import random
import re

import model
import words

LONGEST = 400
TITLE = 40
OVERLAP = 90
FEWEST = 24


class Article:
    """A text in words, with the pieces of each; the title's words stand before the text's."""

    def __init__(self, title, text, pieces):
        self.text = text
        self.title = [(w, pieces.of(title[w[0]:w[1]]), words.form(title[w[0]:w[1]], False))
                      for w in words.words(title or "")]
        self.spans = words.words(text)
        self.pieces = [pieces.of(text[s:e]) for s, e in self.spans]
        self.forms, last = [], None
        for s, e in self.spans:
            opens = last is None or "\n" in text[last:s]
            self.forms.append(words.form(text[s:e], opens))
            last = e

    def at(self, offset):
        """The index of the first word that ends after an offset."""
        low, high = 0, len(self.spans)
        while low < high:
            mid = (low + high) // 2
            if self.spans[mid][1] <= offset:
                low = mid + 1
            else:
                high = mid
        return low

    def range(self, span):
        first = self.at(span["start"])
        last = first
        while last < len(self.spans) and self.spans[last][0] < span["end"]:
            last += 1
        return first, last

    def windows(self, longest=LONGEST):
        """(from, to) word ranges, overlapping, that cover the text; cut before sentences where one is near."""
        n, title = len(self.spans), min(TITLE, sum(len(p) for _, p, _ in self.title))
        room = longest - title - 3
        found, start = [], 0
        while True:
            end, size = start, 0
            while end < n and size + len(self.pieces[end]) <= room:
                size += len(self.pieces[end])
                end += 1
            if end < n:
                cut = end
                while cut > start + FEWEST and not self.opens_sentence(cut):
                    cut -= 1
                end = cut if cut > start + FEWEST else max(end, start + 1)
            found.append((start, end))
            if end >= n:
                return found
            back, size = end, 0
            while back > start + 1 and size < OVERLAP:
                back -= 1
                size += len(self.pieces[back])
            cut = back
            while cut < end and not self.opens_sentence(cut):
                cut += 1
            start = max(start + 1, cut if cut < end else back)

    def opens_sentence(self, i):
        return self.forms[i] >= 6 or (self.text[self.spans[i - 1][0]] in ".!?”\"" and self.text[self.spans[i][0]].isupper())

    def encode(self, window, pieces):
        """Pieces, forms and, for each word (the title as a whole first), the place of its first piece."""
        ids, forms, starts = [pieces.cls], [0], [0]
        for _, p, f in self.title:
            if len(ids) + len(p) > TITLE + 1:
                break
            ids += p
            forms += [f] * len(p)
        ids.append(pieces.sep)
        forms.append(0)
        for i in range(*window):
            starts.append(len(ids))
            ids += self.pieces[i]
            forms += [self.forms[i]] * len(self.pieces[i])
        ids.append(pieces.sep)
        forms.append(0)
        return ids, forms, starts


def bio(labels, kinds, first, last, kind, low):
    for i in range(first, last):
        if 0 <= i - low < len(labels):
            labels[i - low] = kinds.index(("B" if i == first else "I") + kind)


def examples(gold, pieces, names_only=False):
    """The windows of an annotated article; labels count words, and word 0 of a window is [CLS]."""
    article = Article(gold.get("title") or "", gold["text"], pieces)
    made = []
    for window in article.windows():
        low, high = window
        n = high - low
        if n == 0:
            continue
        names, anchors, events, claims = ([0] * n for _ in range(4))
        mentions = []
        for e in gold["entities"]:
            first, last = article.range(e)
            bio(names, model.NAMES, first, last, "-" + e["type"], low)
            if low <= first < high and e["actor"]:
                mentions.append((first - low + 1, e["actor"]))
        for e in gold["events"]:
            first = article.range(e["trigger"])[0]
            if low <= first < high:
                events[first - low] = model.EVENTS.index(e["type"])
        for c in gold["claims"]:
            first, last = article.range(c)
            bio(claims, model.CLAIMS, first, last, "", low)
        statements, roles = [], {}
        for s in gold["statements"]:
            content = article.range(s["content"])
            source = article.range(s["speaker"]) if s["speaker"] else None
            cue = article.range(s["cue"]) if s["cue"] else None
            anchor = cue[0] if cue else content[0]
            inside = lambda r: r is None or low <= r[0] and r[1] <= high
            if not low <= anchor < high:
                continue
            if cue:
                bio(anchors, model.ANCHORS, cue[0], cue[1], "-cue", low)
            elif anchors[anchor - low] == 0:
                anchors[anchor - low] = model.ANCHORS.index("open")
            row = roles.setdefault(anchor - low + 1, [0] * n)
            if source:
                bio(row, model.ROLES, source[0], source[1], "-source", low)
            bio(row, model.ROLES, content[0], content[1], "-content", low)
            if inside(content) and inside(source) and content[1] > content[0] and source and source[1] > source[0]:
                stand = "none" if s["position"] == "none" else s["issue"] + "|" + s["position"]
                actor = s["speaker"].get("actor")
                meant = [i for i, a in mentions if a == actor] if actor else []
                statements.append({
                    "anchor": anchor - low + 1,
                    "source": (source[0] - low + 1, source[1] - low + 1),
                    "content": (content[0] - low + 1, content[1] - low + 1),
                    "act": model.ACTS.index(s["act"]),
                    "stand": model.STANDS.index(stand),
                    "actor": actor,
                    "meant": meant,
                })
        sentences = [i for i in range(1, n) if article.opens_sentence(low + i)]
        made.append({"sentences": list(zip([0] + sentences, sentences + [n])), "ids": article.encode(window, pieces), "names": names, "anchors": anchors, "events": events,
                     "claims": claims, "roles": roles, "statements": statements, "mentions": [i for i, _ in mentions],
                     "names_only": names_only})
    return made


def short_texts(gold, most, rng):
    """At most so many runs of one to three sentences of an article, alone and without its headline: what people paste."""
    text = gold["text"]
    ends = [m.end() for m in re.finditer(r"[.!?][”\"’)]?(?=\s)", text)] + [len(text.rstrip())]
    starts = [0] + [e + len(text[e:]) - len(text[e:].lstrip()) for e in ends[:-1]]
    made = []
    for _ in range(most):
        i = rng.randrange(len(starts))
        piece = part(gold, starts[i], ends[min(len(ends) - 1, i + rng.choice([0, 0, 0, 1, 2]))])
        if piece and (piece["statements"] or rng.random() < 0.25):
            made.append(piece)
    return made


def part(gold, low, high):
    """An article's text from one place to another with what is annotated in it; None where that cuts a statement."""
    inside = lambda s: s is None or low <= s["start"] and s["end"] <= high
    moved = lambda s: s and {**s, "start": s["start"] - low, "end": s["end"] - low}
    statements = []
    for s in gold["statements"]:
        places = [s["content"], s["speaker"], s.get("cue")]
        if all(map(inside, places)):
            content, speaker, cue = map(moved, places)
            statements.append({**s, "content": content, "speaker": speaker, "cue": cue})
        elif s["content"]["start"] < high and low < s["content"]["end"]:
            return None
    return {"title": "", "text": gold["text"][low:high], "statements": statements,
            "entities": [moved(e) for e in gold["entities"] if inside(e)],
            "events": [{**e, "trigger": moved(e["trigger"])} for e in gold["events"] if inside(e["trigger"])],
            "claims": [moved(c) for c in gold["claims"] if inside(c)]}


def read(paths):
    return [json.loads(line) for path in paths for line in open(path, encoding="utf-8") if line.strip()]


def corpus(path, rng):
    """A corpus of tokens and labels as articles of some twenty sentences; texts joined as newspapers set them."""
    documents, sentences, tokens = [], [], []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("-DOCSTART-") or (not line and len(sentences) >= 20):
            if tokens:
                sentences.append(tokens)
                tokens = []
            if sentences:
                documents.append(sentences)
                sentences = []
        elif not line:
            if tokens:
                sentences.append(tokens)
                tokens = []
        else:
            tokens.append(line.split("\t"))
    if tokens:
        sentences.append(tokens)
    if sentences:
        documents.append(sentences)
    return [joined(d) for d in documents]


NO_SPACE_BEFORE = set(".,;:!?)]}%”’") | {"'s", "’s", "n't", "n’t", "'", "'re", "'ve", "'ll", "'d", "'m"}
NO_SPACE_AFTER = set("([{$£€“‘")


def joined(sentences):
    text, entities = "", []
    for k, sentence in enumerate(sentences):
        if text:
            text += "\n\n" if k % 3 == 0 else " "
        glue = True
        for token, label in ((t[0], t[-1]) for t in sentence):
            if not glue and token not in NO_SPACE_BEFORE:
                text += " "
            start = len(text)
            text += token
            if label.startswith("B-") or (label.startswith("I-") and not entities):
                entities.append({"start": start, "end": len(text), "type": label[2:], "actor": None})
            elif label.startswith("I-"):
                entities[-1]["end"] = len(text)
            glue = token in NO_SPACE_AFTER
    return {"text": text, "title": "", "entities": entities, "statements": [], "events": [], "claims": []}


def shuffled(items, seed):
    items = list(items)
    random.Random(seed).shuffle(items)
    return items
