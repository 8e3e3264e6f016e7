"""Writes how the texts of a file are cut, next to each, for the test that the Java side cuts alike.

usage: cut.py TOKENIZER.JSON FILE    (FILE: one JSON object with "text" a line; rewritten in place)
"""

import json
import sys

import data
import words


def main():
    pieces = words.Pieces(sys.argv[1])
    lines = []
    for line in open(sys.argv[2], encoding="utf-8"):
        text = json.loads(line)["text"]
        article = data.Article("", text, pieces)
        lines.append({"text": text, "words": [text[a:b] for a, b in article.spans], "forms": article.forms,
                      "pieces": article.pieces,
                      "opens": [i for i in range(1, len(article.spans)) if article.opens_sentence(i)]})
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        for line in lines:
            out.write(json.dumps(line, ensure_ascii=True) + "\n")


if __name__ == "__main__":
    main()
