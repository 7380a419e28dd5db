"""Predicts with a model file of MaxPoolConvNet, in NumPy alone:

    python3 maxpool_predict.py MODEL < texts

reads a text a line and prints its label, the label's probability and the text, separated by tabs; with several labels per text, those whose
probability is at least 0.5. With --json, it prints the probabilities of all labels. The page samples/Guides/the-file.md describes the file.
"""

import argparse
import json
import sys
import zlib

import numpy

from maxpool_words import tokenizer


class ModelFile:
    """The tensors of a safetensors file."""

    TYPES = {"F32": "<f4", "BF16": "<u2", "I32": "<i4", "I8": "i1", "U8": "u1"}

    def __init__(self, path):
        with open(path, "rb") as file:
            self.header = json.loads(file.read(int.from_bytes(file.read(8), "little")))
            self.data = file.read()
        self.metadata = self.header.pop("__metadata__")

    def __contains__(self, name):
        return name in self.header

    def tensor(self, name):
        entry = self.header[name]
        begin, end = entry["data_offsets"]
        values = numpy.frombuffer(self.data[begin:end], self.TYPES[entry["dtype"]])
        if entry["dtype"] == "BF16":
            values = (values.astype(numpy.uint32) << 16).view(numpy.float32)
        return values.reshape(entry["shape"])

    def unpacked(self, name, kind):
        return numpy.frombuffer(zlib.decompress(self.tensor(name).tobytes()), kind)

    def strings(self, name):
        if name in self:
            text, ends = self.tensor(name).tobytes(), self.tensor(name + ".ends").ravel()
        else:
            text = self.unpacked(name + ".packed", "u1").tobytes()
            ends = numpy.cumsum(self.unpacked(name + ".lengths", "<i4"))
        return [text[begin:end].decode("utf-16-le") for begin, end in zip([0, *ends], ends)]

    def vectors(self, name):
        """Word vectors; those of 8 bits are whole numbers times the scales of their entries."""
        scales = self.tensor(name + ".scale") if name + ".scale" in self else numpy.float32(1)
        return (self.tensor(name) * scales).astype(float)

    def filters(self, name, rows):
        """The filters U, rows × filters; those of a compact model are whole numbers times scales."""
        if name in self:
            return self.tensor(name)
        scales = self.tensor(name + ".scale").ravel()
        gaps = self.unpacked(name + ".gaps", "u1").astype(numpy.int64)
        entries = gaps < 63
        places = numpy.cumsum(gaps + entries)[entries] - 1
        filters = numpy.zeros(rows * len(scales), numpy.float32)
        filters[places] = self.unpacked(name + ".values", "i1") * scales[places % len(scales)]
        return filters.reshape(rows, len(scales))


class Filters:
    """The filters of a width, over one-hot words or over vectors; the last row of the words or vectors is that of zero words."""

    def __init__(self, file, bank, suffix, words, vectors=None):
        self.width, self.before, self.vectors = bank["width"], bank["width"] - 1 if bank["padding"] == "Wide" else 0, vectors
        size = vectors.shape[1] if vectors is not None else bank.get("words", words)
        filters = file.filters("U" + suffix, self.width * size)
        self.filters = filters.reshape(self.width, -1, filters.shape[1])
        if vectors is None:
            self.filters = numpy.concatenate([self.filters, numpy.zeros((self.width, 1, filters.shape[1]), numpy.float32)], axis=1)
        self.zero_word = (self.filters.shape[1] if vectors is None else len(vectors)) - 1
        name = "filterBias" + suffix
        self.bias = file.tensor(name).ravel() if name in file else 0

    def largest_responses(self, ids):
        padded = numpy.full(max(self.width, len(ids) + 2 * self.before), self.zero_word)
        padded[self.before : self.before + len(ids)] = numpy.minimum(ids, self.zero_word)
        windows = len(padded) - self.width + 1
        responses = sum(self.respond(position, padded[position : position + windows]) for position in range(self.width))
        return responses.max(axis=0) + self.bias

    def respond(self, position, ids):
        filters = self.filters[position]
        return filters[ids].astype(float) if self.vectors is None else self.vectors[ids] @ filters


class Model:
    """A classifier: texts in, probabilities out."""

    def __init__(self, path):
        file = ModelFile(path)
        if int(file.metadata["formatVersion"]) > 5:
            raise ValueError(f"{path} has format version {file.metadata['formatVersion']}; this program reads up to 5")
        if "vectors" in file.metadata:
            name = json.loads(file.metadata["vectors"])["name"]
            raise ValueError(f"{path} refers to the word vectors '{name}', which it doesn't contain; load and save it without references")
        network = json.loads(file.metadata["network"])
        self.output, self.activation = network["output"], network["activation"]
        self.labels = file.strings("labels")
        words = file.strings("vocabulary")
        self.ids = {word: id for id, word in enumerate(words)}
        self.unknown = len(words) - 1 if file.metadata["unknownWords"] == "OneId" else None
        self.split = tokenizer(json.loads(file.metadata["tokenizer"]))
        vectors = [file.vectors(name) for name in ("embedding.static", "embedding") if name in file]
        vectors = numpy.pad(numpy.hstack(vectors), ((0, 1), (0, 0))) if vectors else None
        over_words, over_vectors = network["filters"], network["embeddingFilters"]
        suffixes = [str(bank["width"]) if len(over_words) > 1 else "" for bank in over_words]
        self.filters = [Filters(file, bank, suffix, len(words)) for bank, suffix in zip(over_words, suffixes)]
        for bank in over_vectors:
            suffix = (str(bank["width"]) if len(over_vectors) > 1 else "") + (".embedding" if over_words else "")
            self.filters.append(Filters(file, bank, suffix, len(words), vectors))
        self.weights = file.tensor("V").astype(float)
        self.bias = file.tensor("outputBias").ravel() if "outputBias" in file else 0

    def word_ids(self, text):
        ids = (self.ids.get(word, self.unknown) for word in self.split(text))
        return numpy.array([id for id in ids if id is not None], int)

    def predict(self, text):
        """The most probable label, and the probabilities in the order of the labels."""
        ids = self.word_ids(text)
        responses = numpy.concatenate([filters.largest_responses(ids) for filters in self.filters])
        features = numpy.tanh(responses) if self.activation == "Tanh" else numpy.maximum(responses, 0)
        logits = self.weights @ features + self.bias
        if self.output == "Logistic":
            logits = numpy.array([-logits[0], logits[0]])
        if self.output == "Softmax":
            exponentials = numpy.exp(logits - logits.max())
            probabilities = exponentials / exponentials.sum()
        else:
            probabilities = numpy.exp(-numpy.logaddexp(0, -logits))
        return self.labels[int(logits.argmax())], probabilities


def main():
    arguments = argparse.ArgumentParser(description="Predicts with a model file of MaxPoolConvNet, a text a line of standard input.")
    arguments.add_argument("model", metavar="MODEL", help="classifier saved by maxpool train")
    arguments.add_argument("--json", action="store_true", help="print label and all probabilities as JSON, an object a line")
    given = arguments.parse_args()
    model = Model(given.model)
    sys.stdout.reconfigure(encoding="utf-8")
    for line in sys.stdin.buffer:
        text = line.decode("utf-8", "replace").removesuffix("\n").removesuffix("\r")
        label, probabilities = model.predict(text)
        found = dict(zip(model.labels, probabilities.tolist()))
        if given.json:
            print(json.dumps({"label": label, "probabilities": found}))
            continue
        shown = [label] if model.output != "MultiLabel" else [label for label in model.labels if found[label] >= 0.5]
        print(",".join(shown), ",".join(f"{found[label]:.4f}" for label in shown), text, sep="\t")


if __name__ == "__main__":
    main()
