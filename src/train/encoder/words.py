"""Cuts text into words and word pieces, as BERT does, keeping each word's place. `Words.java` and `WordPieces.java` do the same."""

import json
import unicodedata

LONGEST_WORD = 100
MOST_PIECES = 12


def is_punctuation(c):
    o = ord(c)
    return 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126 or unicodedata.category(c)[0] in "PS"


def is_ideograph(c):
    o = ord(c)
    return 0x3400 <= o <= 0x4DBF or 0x4E00 <= o <= 0x9FFF or 0xF900 <= o <= 0xFAFF


def is_space(c):
    return c.isspace() or unicodedata.category(c) in ("Zs", "Cc", "Cf", "Zl", "Zp")


def words(text):
    """(start, end) of each word: a run of letters and digits, a mark, or an ideograph."""
    spans, start = [], -1
    for i, c in enumerate(text):
        if is_space(c) or is_punctuation(c) or is_ideograph(c):
            if start >= 0:
                spans.append((start, i))
                start = -1
            if not is_space(c):
                spans.append((i, i + 1))
        elif start < 0:
            start = i
    if start >= 0:
        spans.append((start, len(text)))
    return spans


def form(word, opens_paragraph):
    """How a word is written: the feature that tells the lower-case vocabulary of capitals and paragraphs."""
    if not word[0].isalnum():
        shape = 5
    elif any(unicodedata.category(c) == "Nd" for c in word):
        shape = 4
    elif word.islower() or not any(c.isupper() for c in word):
        shape = 0
    elif word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        shape = 1
    elif word.isupper():
        shape = 2
    else:
        shape = 3
    return shape + (6 if opens_paragraph else 0)


FORMS = 12


class Pieces:
    def __init__(self, tokenizer_json):
        self.vocabulary = json.load(open(tokenizer_json, encoding="utf-8"))["model"]["vocab"]
        self.cls, self.sep, self.pad, self.unknown = (self.vocabulary[t] for t in ("[CLS]", "[SEP]", "[PAD]", "[UNK]"))
        self.cache = {}

    def of(self, word):
        found = self.cache.get(word)
        if found is None:
            found = self.cache[word] = self.cut(word)
        return found

    def cut(self, word):
        if len(word) > LONGEST_WORD:
            return [self.unknown]
        lower = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        ids, start = [], 0
        while start < len(lower):
            end = len(lower)
            while end > start:
                piece = ("##" if start else "") + lower[start:end]
                if piece in self.vocabulary:
                    ids.append(self.vocabulary[piece])
                    break
                end -= 1
            if end == start:
                return [self.unknown]
            start = end
        return ids[:MOST_PIECES] or [self.unknown]
