"""Writes a trained model as the files that the Java side loads: three quantized ONNX graphs, the vocabulary, the labels."""

import argparse
import hashlib
import pathlib
import tempfile

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

import model
import words


class Reader(nn.Module):
    def __init__(self, tagger):
        super().__init__()
        self.encoder, self.heads = tagger.encoder, tagger.heads

    def forward(self, pieces, forms, starts):
        vectors = self.encoder(pieces, forms, torch.ones_like(pieces))[0][starts]
        return (vectors, *self.heads(vectors[1:]))


def write(module, example, inputs, outputs, free, path, quantize=True):
    module.eval()
    axes = {name: {i: f"{name}{i}" for i in dims} for name, dims in free.items()}
    with tempfile.TemporaryDirectory() as folder:
        plain = str(pathlib.Path(folder) / "plain.onnx")
        torch.onnx.export(module, example, plain, input_names=inputs, output_names=outputs, dynamic_axes=axes,
                          opset_version=17, dynamo=False)
        if quantize:
            quantize_dynamic(plain, str(path), weight_type=QuantType.QInt8, per_channel=True)
        else:
            pathlib.Path(path).write_bytes(pathlib.Path(plain).read_bytes())
        named = dict(zip(inputs, (e.numpy() for e in example)))
        a = onnxruntime.InferenceSession(plain).run(None, named)
        b = onnxruntime.InferenceSession(str(path)).run(None, named)
        print(path.name, f"{path.stat().st_size / 1e6:.1f} MB, quantized differs by",
              " ".join(f"{np.abs(x - y).mean() / np.abs(x).mean():.3f}" for x, y in zip(a, b)))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", required=True, nargs="+", help="what train.py wrote (.pt); of several, the mean")
    parser.add_argument("--tokenizer", required=True, help="the tokenizer.json that it was trained with")
    parser.add_argument("--out", required=True, help="folder for the files")
    args = parser.parse_args()
    weights = model.mean(args.weights)
    layers = 1 + max(int(k.split(".")[2]) for k in weights if k.startswith("encoder.layers."))
    m = model.Tagger(layers)
    m.load_state_dict(weights)
    model.unweighted(m)
    m.eval()
    out = pathlib.Path(args.out)
    out.mkdir(parents=True, exist_ok=True)

    n, w, s = 50, 40, 3
    pieces = torch.randint(1000, 20000, (1, n))
    forms = torch.randint(0, words.FORMS, (1, n))
    starts = torch.arange(w)
    write(Reader(m), (pieces, forms, starts), ["pieces", "forms", "starts"],
          ["vectors", "names", "anchors", "events", "claims"],
          {"pieces": [1], "forms": [1], "starts": [0], "vectors": [0], "names": [0], "anchors": [0], "events": [0],
           "claims": [0]}, out / "reader.onnx")
    vectors = torch.randn(w, 384)
    write(m.roles, (vectors, torch.tensor([3, 7])), ["vectors", "anchors"], ["roles"],
          {"vectors": [0], "anchors": [0], "roles": [0, 1]}, out / "roles.onnx")
    rows = torch.softmax(torch.randn(s, w), 1)
    write(m.statements, (vectors, torch.tensor([3, 7, 9]), rows, rows, torch.tensor([1, 2, 3])),
          ["vectors", "anchors", "sources", "contents", "starts"], ["acts", "stands", "meant", "unnamed"],
          {"vectors": [0], "anchors": [0], "sources": [0, 1], "contents": [0, 1], "starts": [0], "acts": [0],
           "stands": [0], "meant": [0, 1], "unnamed": [0]}, out / "statements.onnx")

    vocabulary = words.Pieces(args.tokenizer).vocabulary
    (out / "vocabulary.txt").write_text("".join(p + "\n" for p in sorted(vocabulary, key=vocabulary.get)),
                                        encoding="utf-8")
    labels = {"names": model.NAMES, "anchors": model.ANCHORS, "events": model.EVENTS, "claims": model.CLAIMS,
              "roles": model.ROLES, "acts": model.ACTS, "stands": model.STANDS}
    version = hashlib.sha256(b"".join(f.read_bytes() for f in sorted(out.glob("*.onnx")))).hexdigest()[:16]
    lines = [f"version {version}"] + [f"{k} {' '.join(v)}" for k, v in labels.items()]
    (out / "labels.txt").write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    print("version", version)


if __name__ == "__main__":
    main()
