"""Text classifiers of MaxPoolConvNet in Python, by the native library and ctypes alone:

    with Model("reviews.safetensors") as model:
        print(model.predict("Well made."))

The library is libmaxpool.so (.dll, .dylib): given as Model(..., library=PATH), named by the environment variable MAXPOOL_LIBRARY, beside
this file, or where the system looks. As a program, it predicts lines:

    python3 maxpool.py MODEL < texts
    python3 maxpool.py MODEL --json < texts
    python3 maxpool.py MODEL --time ROUNDS < texts
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

INVALID_ARGUMENT = 1
BUFFER_TOO_SMALL = 4
MOST_PROBABLE = -1


class MaxPoolError(Exception):
    """An error of the library: its message, and the status that maxpool.h numbers."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class Prediction(NamedTuple):
    """The most probable label of a text. Without known words, it says nothing about the text."""

    label: str
    probability: float
    word_count: int
    known_word_count: int
    familiarity: float | None


class LabelProbability(NamedTuple):
    """A label and its probability."""

    label: str
    probability: float


class _Prediction(ctypes.Structure):
    _fields_ = [
        ("label", ctypes.c_int32), ("word_count", ctypes.c_int32), ("known_word_count", ctypes.c_int32), ("reserved", ctypes.c_int32),
        ("probability", ctypes.c_double), ("familiarity", ctypes.c_double),
    ]


_I32, _I64, _DOUBLE, _MODEL, _TEXT, _OUT = (
    ctypes.c_int32, ctypes.c_int64, ctypes.c_double, ctypes.c_uint64, ctypes.c_char_p, ctypes.c_void_p)
_FOUND = [_OUT, _OUT, _I32, _OUT]
_FUNCTIONS = {
    "maxpool_load": [_TEXT, _OUT],
    "maxpool_load_bytes": [_TEXT, _I64, _OUT],
    "maxpool_free": [_MODEL],
    "maxpool_label_count": [_MODEL, _OUT],
    "maxpool_label": [_MODEL, _I32, _OUT, _I64, _OUT],
    "maxpool_is_multi_label": [_MODEL, _OUT],
    "maxpool_predict": [_MODEL, _TEXT, _I64, _OUT],
    "maxpool_predict_many": [_MODEL, _OUT, _OUT, _I32, _I32, _OUT],
    "maxpool_score": [_MODEL, _TEXT, _I64, _OUT, _I32],
    "maxpool_top": [_MODEL, _TEXT, _I64, *_FOUND],
    "maxpool_above": [_MODEL, _TEXT, _I64, _DOUBLE, *_FOUND],
    "maxpool_accept": [_MODEL, _TEXT, _I64, _DOUBLE, *_FOUND],
    "maxpool_explain": [_MODEL, _TEXT, _I64, _I32, _OUT, _I64, _OUT],
}


def _open(path: str | None) -> ctypes.CDLL:
    """Opens the library and declares its functions."""
    name = {"win32": "libmaxpool.dll", "darwin": "libmaxpool.dylib"}.get(sys.platform, "libmaxpool.so")
    beside = Path(__file__).with_name(name)
    library = ctypes.CDLL(path or os.environ.get("MAXPOOL_LIBRARY") or (str(beside) if beside.exists() else name))
    for function, parameters in _FUNCTIONS.items():
        getattr(library, function).argtypes, getattr(library, function).restype = parameters, ctypes.c_int32
    library.maxpool_last_error.argtypes, library.maxpool_last_error.restype = [], ctypes.c_char_p
    library.maxpool_version.argtypes, library.maxpool_version.restype = [], ctypes.c_char_p
    return library


def _utf8(text: str) -> bytes:
    # half of a surrogate pair is no text: the library reports it
    return text.encode("utf-8", "surrogatepass")


class Model:
    """A loaded model. Any number of threads may use it."""

    def __init__(self, model: str | os.PathLike[str] | bytes, library: str | None = None) -> None:
        """Loads a model from a path, or from the bytes of a file."""
        self._handle, self._is_open = ctypes.c_uint64(), False
        self._library = _open(library)
        if isinstance(model, bytes):
            self._check(self._library.maxpool_load_bytes(model, len(model), ctypes.byref(self._handle)))
        else:
            path = os.fsencode(model)
            if b"\0" in path:
                raise MaxPoolError(INVALID_ARGUMENT, f"a path has no zero characters: {model!r}")
            self._check(self._library.maxpool_load(path, ctypes.byref(self._handle)))
        self._is_open = True
        count, multi = ctypes.c_int32(), ctypes.c_int32()
        self._check(self._library.maxpool_label_count(self._handle, ctypes.byref(count)))
        self._check(self._library.maxpool_is_multi_label(self._handle, ctypes.byref(multi)))
        self.labels = tuple(self._text(self._library.maxpool_label, self._handle, label) for label in range(count.value))
        self.is_multi_label = multi.value != 0

    @property
    def version(self) -> str:
        """The version of the library."""
        return self._library.maxpool_version().decode()

    def predict(self, text: str) -> Prediction:
        """The most probable label of a text."""
        encoded, found = _utf8(text), _Prediction()
        self._check(self._library.maxpool_predict(self._handle, encoded, len(encoded), ctypes.byref(found)))
        return self._prediction(found)

    def predict_many(self, texts: Sequence[str], threads: int = 0) -> list[Prediction]:
        """The most probable label of each text, on several threads: 0 for one per processor."""
        encoded = [_utf8(text) for text in texts]
        count = len(encoded)
        pointers, lengths = (ctypes.c_char_p * count)(*encoded), (ctypes.c_int64 * count)(*map(len, encoded))
        found = (_Prediction * count)()
        self._check(self._library.maxpool_predict_many(self._handle, pointers, lengths, count, threads, found))
        return [self._prediction(one) for one in found]

    def score(self, text: str) -> dict[str, float]:
        """The probability of every label."""
        encoded, found = _utf8(text), (ctypes.c_double * len(self.labels))()
        self._check(self._library.maxpool_score(self._handle, encoded, len(encoded), found, len(found)))
        return dict(zip(self.labels, found))

    def top_k(self, text: str, k: int) -> list[LabelProbability]:
        """The k most probable labels, or all if there are fewer."""
        return self._labels(self._library.maxpool_top, text, capacity=min(k, len(self.labels)))

    def above(self, text: str, threshold: float = 0.5) -> list[LabelProbability]:
        """The labels whose probability is at least a threshold, the most probable first."""
        return self._labels(self._library.maxpool_above, text, threshold)

    def accept(self, text: str, max_error: float) -> list[LabelProbability]:
        """The labels that can be accepted, so that at most a fraction max_error of all accepted ones is wrong."""
        return self._labels(self._library.maxpool_accept, text, max_error)

    def explain(self, text: str, label: str | None = None) -> dict[str, Any]:
        """Which words and windows decided for a label; without one, for the most probable."""
        if label is not None and label not in self.labels:
            raise MaxPoolError(INVALID_ARGUMENT, f"there is no label {label!r}; the model has {', '.join(self.labels)}")
        encoded, number = _utf8(text), MOST_PROBABLE if label is None else self.labels.index(label)
        return json.loads(self._text(self._library.maxpool_explain, self._handle, encoded, len(encoded), number))

    def close(self) -> None:
        """Frees the model, which can't be used any more. Further calls do nothing."""
        if self._is_open:
            self._is_open = False
            self._check(self._library.maxpool_free(self._handle))

    def __enter__(self) -> Model:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        self.close()

    def _check(self, status: int) -> None:
        if status != 0:
            raise MaxPoolError(status, self._library.maxpool_last_error().decode())

    def _prediction(self, found: _Prediction) -> Prediction:
        familiarity = found.familiarity
        return Prediction(
            self.labels[found.label], found.probability, found.word_count, found.known_word_count,
            familiarity if familiarity == familiarity else None)

    def _labels(self, function: Callable[..., int], text: str, *limit: float, capacity: int | None = None) -> list[LabelProbability]:
        capacity = len(self.labels) if capacity is None else capacity
        room = max(capacity, 0)
        labels, probabilities, found = (ctypes.c_int32 * room)(), (ctypes.c_double * room)(), ctypes.c_int32()
        encoded = _utf8(text)
        self._check(function(self._handle, encoded, len(encoded), *limit, labels, probabilities, capacity, ctypes.byref(found)))
        return [LabelProbability(self.labels[labels[at]], probabilities[at]) for at in range(found.value)]

    def _text(self, function: Callable[..., int], *arguments: Any) -> str:
        size, length = 4096, ctypes.c_int64()
        while True:
            buffer = ctypes.create_string_buffer(size)
            status = function(*arguments, buffer, size, ctypes.byref(length))
            if status != BUFFER_TOO_SMALL:
                self._check(status)
                return buffer.raw[: length.value].decode()
            size = length.value + 1


def _time(model: Model, texts: list[str], rounds: int) -> float:
    """The median of the rounds, in seconds per text."""
    taken = []
    for _ in range(rounds):
        begin = time.perf_counter()
        for text in texts:
            model.predict(text)
        taken.append((time.perf_counter() - begin) / max(len(texts), 1))
    return statistics.median(taken)


def _main() -> None:
    arguments = argparse.ArgumentParser(description="Predicts with a model file of MaxPoolConvNet, a text a line of standard input.")
    arguments.add_argument("model", metavar="MODEL", help="classifier saved by maxpool train")
    arguments.add_argument("--json", action="store_true", help="print label and all probabilities as JSON, an object a line")
    arguments.add_argument("--time", metavar="ROUNDS", type=int, help="print only the median time per text of so many rounds")
    given = arguments.parse_args()
    sys.stdout.reconfigure(encoding="utf-8")
    texts = (line.decode("utf-8", "replace").removesuffix("\n").removesuffix("\r") for line in sys.stdin.buffer)
    with Model(given.model) as model:
        if given.time:
            print(f"{1e6 * _time(model, list(texts), given.time):.3f} microseconds per text")
            return
        for text in texts:
            prediction = model.predict(text)
            if given.json:
                print(json.dumps({"label": prediction.label, "probabilities": model.score(text)}))
            else:
                print(prediction.label, f"{prediction.probability:.4f}", text, sep="\t")


if __name__ == "__main__":
    _main()
