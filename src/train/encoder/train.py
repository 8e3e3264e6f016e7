"""Trains the encoder with all its heads. See README.md for the command."""

import argparse
import math
import random
import time

import torch
from torch import nn

import data
import model
import words

cross = nn.functional.cross_entropy


def marked(logits, labels, plain):
    """Cross-entropy over words in which a word without a mark weighs only `plain`."""
    labels = torch.as_tensor(labels)
    weights = torch.where(labels == 0, plain, 1.0)
    return (cross(logits, labels, reduction="none") * weights).sum() / (weights.sum() + 2)


def word_loss(m, x, batch):
    """The heads that judge each word by itself."""
    names, anchors, events, claims = m.heads(x)
    loss = marked(names, batch["names"], model.PLAIN["names"])
    if batch["names_only"]:
        return loss, {"names": loss.item()}
    a = marked(anchors, batch["anchors"], model.PLAIN["anchors"])
    e = 0.5 * marked(events, batch["events"], model.PLAIN["events"]) + told_loss(events, batch)
    c = marked(claims, batch["claims"], model.PLAIN["claims"])
    return loss + a + 0.7 * e + 0.5 * c, {"names": loss.item(), "anchors": a.item(), "events": e.item(), "claims": c.item()}


def told_loss(events, batch):
    """Whether each sentence tells of each type of event, by any of its words: which word says so matters less."""
    plain = torch.zeros(len(model.EVENTS))
    plain[0] = -math.log(model.PLAIN["events"])
    silent = torch.log1p(-(events + plain).softmax(-1)[:, 1:].clamp(max=0.999))
    labels = torch.tensor(batch["events"])
    loss = 0
    for low, high in batch["sentences"]:
        none = silent[low:high].sum(0).clamp(max=-1e-6)
        told = torch.zeros(len(model.EVENTS))
        told[labels[low:high]] = 1
        told = told[1:]
        loss = loss - (told * torch.log(-torch.expm1(none)) + (1 - told) * none).sum()
    return loss / len(batch["sentences"])


def role_loss(m, x, batch, rng):
    anchors, targets = list(batch["roles"]), [r for r in batch["roles"].values()]
    n = len(batch["names"])
    for _ in range(min(2, n)):  # words that attribute nothing have no roles to give
        other = rng.randrange(n) + 1
        if other not in batch["roles"]:
            anchors.append(other)
            targets.append([0] * n)
    if not anchors:
        return x.sum() * 0
    with torch.autocast("cpu", torch.bfloat16, enabled=m.training):
        logits = m.roles(x, torch.tensor(anchors))[:, 1:].float()
    targets = torch.tensor(targets)
    weights = torch.tensor(model.ROLE_WEIGHTS)[targets]
    each = cross(logits.reshape(-1, len(model.ROLES)), targets.reshape(-1), reduction="none").view(len(anchors), n)
    known = len(batch["roles"])
    rows = (each * weights).sum(1) / (weights.sum(1) + 2)
    return (rows[:known].sum() + 0.3 * rows[known:].sum()) / len(anchors)


def spans(ranges, n):
    w = torch.zeros(len(ranges), n)
    for k, (a, b) in enumerate(ranges):
        w[k, a:b] = 1.0 / (b - a)
    return w


def statement_outputs(m, x, statements):
    n = x.shape[0]
    return m.statements(x, torch.tensor([s["anchor"] for s in statements]),
                        spans([s["source"] for s in statements], n), spans([s["content"] for s in statements], n),
                        torch.tensor([s["source"][0] for s in statements]))


def statement_loss(m, x, batch):
    statements = batch["statements"]
    if not statements:
        zero = x.sum() * 0
        return zero, zero, zero
    with torch.autocast("cpu", torch.bfloat16, enabled=m.training):
        act, stand, meant, unnamed = (t.float() for t in statement_outputs(m, x, statements))
    a = cross(act, torch.tensor([s["act"] for s in statements]), label_smoothing=0.05)
    weights = torch.tensor(model.STAND_WEIGHTS)
    s = cross(stand, torch.tensor([s["stand"] for s in statements]), weight=weights, label_smoothing=0.05)
    who = x.sum() * 0
    count = 0
    for k, one in enumerate(statements):
        if batch["mentions"] and (one["meant"] or one["actor"] is None):
            chances = torch.cat([unnamed[k:k + 1], meant[k, batch["mentions"]]]).log_softmax(0)
            right = [0] if one["actor"] is None else [1 + batch["mentions"].index(i) for i in one["meant"]]
            who = who - torch.logsumexp(chances[right], 0)
            count += 1
    return a, s, who / max(1, count)


def batches(examples, size, rng):
    order = list(range(len(examples)))
    rng.shuffle(order)
    chunks = [order[i:i + 16 * size] for i in range(0, len(order), 16 * size)]
    groups = []
    for chunk in chunks:
        chunk.sort(key=lambda i: len(examples[i]["ids"][0]))
        groups += [chunk[i:i + size] for i in range(0, len(chunk), size)]
    rng.shuffle(groups)
    return [[examples[i] for i in g] for g in groups]


def encode(m, group):
    longest = max(len(b["ids"][0]) for b in group)
    pad = lambda xs: xs + [0] * (longest - len(xs))
    ids = torch.tensor([pad(b["ids"][0]) for b in group])
    forms = torch.tensor([pad(b["ids"][1]) for b in group])
    mask = torch.tensor([pad([1] * len(b["ids"][0])) for b in group])
    with torch.autocast("cpu", torch.bfloat16, enabled=m.training):
        hidden = m.encoder(ids, forms, mask)
    return [hidden[k].float()[torch.tensor(b["ids"][2])] for k, b in enumerate(group)]


def train(m, annotated, corpora, epochs, rate, seed, size, report):
    rng = random.Random(seed)
    torch.manual_seed(seed)
    m.encoder.word.weight.requires_grad = False  # a third of the weights, and few articles to move them by
    own = [p for n, p in m.named_parameters() if not n.startswith("encoder.") or ".form." in n]
    base = [p for n, p in m.named_parameters() if n.startswith("encoder.") and ".form." not in n and p.requires_grad]
    optimizer = torch.optim.AdamW([{"params": base, "lr": rate}, {"params": own, "lr": 8 * rate}], weight_decay=0.01,
                                  fused=True)
    share = lambda epoch: corpora if epoch % 2 == 0 else []
    total = sum(len(batches(annotated + share(e), size, random.Random(0))) for e in range(epochs))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda k: min(1, (k + 1) / (0.06 * total)) * max(0.02, 1 - k / total))
    step, started = 0, time.time()
    for epoch in range(epochs):
        m.train()
        sums, count = {}, 0
        for group in batches(annotated + share(epoch), size, rng):
            loss = 0
            for x, b in zip(encode(m, group), group):
                part, parts = word_loss(m, x[1:], b)
                if not b["names_only"]:
                    roles = role_loss(m, x, b, rng)
                    act, stand, who = statement_loss(m, x, b)
                    part = part + 2 * roles + act + stand + 0.3 * who
                    parts.update(roles=roles.item(), act=act.item(), stand=stand.item(), who=who.item())
                    for k, v in parts.items():
                        sums[k] = sums.get(k, 0) + v
                    count += 1
                loss = loss + part
            optimizer.zero_grad()
            (loss / len(group)).backward()
            nn.utils.clip_grad_norm_(m.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
        print(f"epoch {epoch + 1} of {epochs}, {time.time() - started:.0f} s,",
              " ".join(f"{k} {v / max(1, count):.3f}" for k, v in sums.items()), flush=True)
        m.eval()
        report(m, epoch + 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--start", required=True, help="ONNX file of the sentence encoder to start from")
    parser.add_argument("--tokenizer", required=True, help="its tokenizer.json")
    parser.add_argument("--articles", nargs="+", required=True, help="annotated articles (JSONL)")
    parser.add_argument("--corpora", nargs="*", default=[], help="name corpora (CoNLL)")
    parser.add_argument("--held-out", nargs="*", default=[], help="annotated articles to score after each epoch")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--size", type=int, default=2, help="windows a step")
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--short", type=int, default=0, metavar="N",
                        help="learn from up to N short texts cut out of each article, too")
    parser.add_argument("--whole", type=int, metavar="N", help="learn from N of the articles as they are, not from all")
    parser.add_argument("--weights", nargs="+", help="go on from these weights (.pt) of earlier runs; of several, the mean")
    parser.add_argument("--out", required=True, help="where the weights go (.pt); those it starts from to FILE.0, those after "
                             "epoch 1 to FILE.1, and so on")
    args = parser.parse_args()
    pieces = words.Pieces(args.tokenizer)
    rng = random.Random(args.seed)
    articles = data.read(args.articles)
    short = [part for g in articles for part in data.short_texts(g, args.short, rng)]
    if args.whole is None:
        articles += short
    else:
        rng.shuffle(articles)
        articles = short + articles[:args.whole]
    annotated = [e for g in articles for e in data.examples(g, pieces)]
    corpora = [e for f in args.corpora for d in data.corpus(f, rng) for e in data.examples(d, pieces, names_only=True)]
    print(len(annotated), "windows of articles,", len(corpora), "of corpora", flush=True)
    m = model.load(args.start)
    if args.weights:
        m.load_state_dict(model.mean(args.weights))
    import measure  # which imports this file

    gold = data.read(args.held_out)

    def report(trained, epoch):
        torch.save(trained.state_dict(), f"{args.out}.{epoch}")
        if gold:
            measure.report(trained, gold, pieces)

    torch.save(m.state_dict(), f"{args.out}.0")
    train(m, annotated, corpora, args.epochs, args.rate, args.seed, args.size, report)
    torch.save(m.state_dict(), args.out)


if __name__ == "__main__":
    main()
