"""The encoder and its heads. Weights start from the ONNX file of a published sentence encoder."""

import onnx
import torch
from onnx import numpy_helper
from torch import nn

import words

NAMES = ["O"] + [p + t for t in ("PERSON", "ORG", "GPE", "PRODUCT", "POLICY") for p in ("B-", "I-")]
ANCHORS = ["O", "B-cue", "I-cue", "open"]
EVENTS = ["O", "rule-issued", "ban", "licence-required", "licence-granted", "licence-denied", "entity-listing",
          "investigation", "legislation", "meeting", "deal", "tariff", "procurement-curb", "production-plan",
          "enforcement"]
CLAIMS = ["O", "B", "I"]
ROLES = ["O", "B-source", "I-source", "B-content", "I-content"]
ACTS = ["assert", "announce", "support", "criticize", "warn", "urge", "deny"]
STANDS = ["none", "ai-chip-exports|for", "ai-chip-exports|against", "china-chip-self-reliance|for",
          "china-chip-self-reliance|against"]

# How much a word of each label weighs in training. Rare labels weigh more so that they are learnt at all; `unweighted`
# takes that back, so that chances are chances.
PLAIN = {"names": 0.5, "anchors": 0.3, "events": 0.1, "claims": 0.2}
ROLE_WEIGHTS = [0.2, 2.0, 2.0, 2.0, 1.0]
STAND_WEIGHTS = [1.0, 1.2, 1.2, 1.4, 1.6]


class Layer(nn.Module):
    def __init__(self, width, heads, inner, dropout):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.drop = nn.Dropout(dropout)

    def forward(self, x, mask):
        b, n, w = x.shape
        split = lambda t: t.view(b, n, self.heads, w // self.heads).transpose(1, 2)
        q, k, v = split(self.query(x)), split(self.key(x)), split(self.value(x))
        scores = q @ k.transpose(2, 3) / (w // self.heads) ** 0.5 + mask
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).reshape(b, n, w)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(nn.functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces and word forms in; one vector a word out."""

    def __init__(self, layers, width=384, heads=12, inner=1536, dropout=0.1):
        super().__init__()
        self.word, self.place = nn.Embedding(30522, width), nn.Embedding(512, width)
        self.kind = nn.Embedding(2, width)
        self.form = nn.Embedding(words.FORMS, width)
        nn.init.zeros_(self.form.weight)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, heads, inner, dropout) for _ in range(layers))
        self.drop = nn.Dropout(dropout)

    def forward(self, pieces, forms, mask):
        n = pieces.shape[1]
        x = self.word(pieces) + self.place.weight[:n] + self.kind.weight[0] + self.form(forms)
        x = self.drop(self.norm(x))
        bias = (1.0 - mask[:, None, None, :].float()) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


class WordHeads(nn.Module):
    """What each word is, by itself."""

    def __init__(self, width=384):
        super().__init__()
        self.names, self.anchors = nn.Linear(width, len(NAMES)), nn.Linear(width, len(ANCHORS))
        self.events, self.claims = nn.Linear(width, len(EVENTS)), nn.Linear(width, len(CLAIMS))

    def forward(self, x):
        return self.names(x), self.anchors(x), self.events(x), self.claims(x)


class RoleHead(nn.Module):
    """For one anchor (a cue, or where unmarked speech opens): which words are its source and content.

    Two small layers let the words of one anchor settle it among themselves.
    """

    DISTANCES = 64

    def __init__(self, width=384, inner=128):
        super().__init__()
        self.anchor, self.word = nn.Linear(width, inner), nn.Linear(width, inner)
        self.left, self.right = nn.Linear(width, inner), nn.Linear(width, inner)
        self.distance = nn.Embedding(2 * self.DISTANCES + 1, inner)
        self.norm = nn.LayerNorm(inner)
        self.layers = nn.ModuleList(Layer(inner, 4, 2 * inner, 0.1) for _ in range(2))
        self.out = nn.Linear(inner, len(ROLES))
        self.drop = nn.Dropout(0.1)

    def forward(self, x, anchors):
        """x [n, width], anchors [a] -> [a, n, roles]"""
        a = x[anchors]
        gap = torch.arange(x.shape[0], device=x.device)[None, :] - anchors[:, None]
        gap = torch.clamp(gap, -self.DISTANCES, self.DISTANCES) + self.DISTANCES
        both = self.left(a)[:, None, :] * self.right(x)[None, :, :]
        z = self.norm(self.drop(self.anchor(a)[:, None, :] + self.word(x)[None, :, :] + self.distance(gap) + both))
        none = torch.zeros(1, 1, 1, 1)
        for layer in self.layers:
            z = layer(z, none)
        return self.out(z)


class StatementHead(nn.Module):
    """For one statement, given as weights over words: its act, its stand, and who of the words' names is meant.

    Two small layers read the words again, with the statement's cue, source and content marked among them.
    """

    def __init__(self, width=384, inner=160, hidden=256, heads=4):
        super().__init__()
        self.heads = heads
        self.anchor, self.word = nn.Linear(width, inner), nn.Linear(width, inner)
        self.marks = nn.Parameter(torch.randn(2, inner) * 0.1)
        self.place = nn.Embedding(2 * RoleHead.DISTANCES + 1, inner)
        self.norm = nn.LayerNorm(inner)
        self.layers = nn.ModuleList(Layer(inner, heads, 2 * inner, 0.1) for _ in range(2))
        self.query = nn.Linear(3 * width, width)
        self.key, self.value = nn.Linear(width, width), nn.Linear(width, width)
        told = 4 * width + 4 * inner
        self.act1, self.act2 = nn.Linear(told, hidden), nn.Linear(hidden, len(ACTS))
        self.stand1, self.stand2 = nn.Linear(told + width, hidden), nn.Linear(hidden, len(STANDS))
        self.who, self.whom = nn.Linear(2 * width, width), nn.Linear(width, width)
        self.meant = nn.Linear(inner, 1)
        self.distance = nn.Embedding(2 * RoleHead.DISTANCES + 1, 1)
        nn.init.zeros_(self.distance.weight)
        self.nobody = nn.Parameter(torch.zeros(width))
        self.drop = nn.Dropout(0.2)

    def forward(self, x, anchors, sources, contents, starts):
        """x [n, width], anchors [s], sources and contents [s, n] rows summing to 1, starts [s] the source's first word"""
        a, source, content = x[anchors], sources @ x, contents @ x
        said = torch.cat([a, content, source], 1)
        s, n, w = said.shape[0], x.shape[0], x.shape[1]
        q = self.query(said).view(s, self.heads, -1).transpose(0, 1)
        k = self.key(x).view(n, self.heads, -1).transpose(0, 1)
        v = self.value(x).view(n, self.heads, -1).transpose(0, 1)
        around = ((q @ k.transpose(1, 2) / (w // self.heads) ** 0.5).softmax(-1) @ v).transpose(0, 1).reshape(s, w)
        places = torch.arange(n, device=x.device)[None, :]
        most = RoleHead.DISTANCES
        z = self.word(x)[None, :, :] + self.anchor(a)[:, None, :]
        z = z + self.place(torch.clamp(places - anchors[:, None], -most, most) + most)
        z = z + (contents > 0).float()[:, :, None] * self.marks[0] + (sources > 0).float()[:, :, None] * self.marks[1]
        z = self.norm(z)
        none = torch.zeros(1, 1, 1, 1)
        for layer in self.layers:
            z = layer(z, none)
        pooled = [(contents[:, None, :] @ z)[:, 0], (sources[:, None, :] @ z)[:, 0], z[:, 0], z.mean(1)]
        hidden = self.drop(torch.cat([said, around] + pooled, 1))
        act = self.act2(self.drop(nn.functional.gelu(self.act1(hidden))))
        hidden = self.drop(torch.cat([said, around] + pooled + [x[:1].expand(s, w)], 1))
        stand = self.stand2(self.drop(nn.functional.gelu(self.stand1(hidden))))
        asked = self.who(torch.cat([source, a], 1))
        gap = torch.clamp(places - starts[:, None], -most, most) + most
        meant = asked @ self.whom(x).T / w ** 0.5 + self.distance(gap)[:, :, 0] + self.meant(z)[:, :, 0]
        unnamed = asked @ self.nobody[:, None] / w ** 0.5
        return act, stand, meant, unnamed[:, 0]


class Tagger(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.encoder = Encoder(layers)
        self.heads, self.roles, self.statements = WordHeads(), RoleHead(), StatementHead()


def unweighted(tagger):
    """Takes the training's weights of labels out of the model's scores, in place."""
    with torch.no_grad():
        for name, plain in PLAIN.items():
            getattr(tagger.heads, name).bias[0] -= torch.log(torch.tensor(plain))
        tagger.roles.out.bias -= torch.tensor(ROLE_WEIGHTS).log()
        tagger.statements.stand2.bias -= torch.tensor(STAND_WEIGHTS).log()
    return tagger


def mean(files):
    """The mean of the weights in files that train.py wrote."""
    runs = [torch.load(file) for file in files]
    return {name: sum(run[name] for run in runs) / len(runs) for name in runs[0]}


def load(path):
    """The encoder of an ONNX file, with fresh heads."""
    graph = onnx.load(path).graph
    tensors = {i.name: torch.tensor(numpy_helper.to_array(i)) for i in graph.initializer}
    products = {n.output[0]: n for n in graph.node if n.op_type == "MatMul"}

    def weight(bias):
        adds = [n for n in graph.node if n.op_type == "Add" and bias in n.input]
        product = next(products[i] for n in adds for i in n.input if i in products)
        return tensors[product.input[1]].T.contiguous()

    count = 1 + max(int(n.split(".")[2]) for n in tensors if n.startswith("encoder.layer."))
    model = Tagger(count)
    e = model.encoder
    put = lambda parameter, value: parameter.data.copy_(value)
    put(e.word.weight, tensors["embeddings.word_embeddings.weight"])
    put(e.place.weight, tensors["embeddings.position_embeddings.weight"])
    put(e.kind.weight, tensors["embeddings.token_type_embeddings.weight"])
    put(e.norm.weight, tensors["embeddings.LayerNorm.weight"])
    put(e.norm.bias, tensors["embeddings.LayerNorm.bias"])
    for k, layer in enumerate(e.layers):
        p = f"encoder.layer.{k}."
        for module, name in ((layer.query, "attention.self.query"), (layer.key, "attention.self.key"),
                             (layer.value, "attention.self.value"), (layer.out, "attention.output.dense"),
                             (layer.up, "intermediate.dense"), (layer.down, "output.dense")):
            put(module.bias, tensors[p + name + ".bias"])
            put(module.weight, weight(p + name + ".bias"))
        for norm, name in ((layer.norm1, "attention.output.LayerNorm"), (layer.norm2, "output.LayerNorm")):
            put(norm.weight, tensors[p + name + ".weight"])
            put(norm.bias, tensors[p + name + ".bias"])
    return model
