"""Makes cases.json: texts by their labels and logits, and scikit-learn's figures for them.

python3 cases.py > cases.json    (scikit-learn 1.2.1; Debian: apt-get install python3-sklearn)
"""

import json

import numpy as np
from sklearn import metrics


def figures(labels, predicted, probabilities, classes):
    all_classes = list(range(classes))
    precision, recall, f1, support = metrics.precision_recall_fscore_support(labels, predicted, labels=all_classes, zero_division=0)
    found = {
        "accuracy": metrics.accuracy_score(labels, predicted),
        "precision": precision.tolist(),
        "recall": recall.tolist(),
        "f1": f1.tolist(),
        "support": support.tolist(),
        "loss": metrics.log_loss(labels, probabilities, labels=all_classes),
        "confusion": metrics.confusion_matrix(labels, predicted, labels=all_classes).tolist(),
    }
    for average in ["macro", "micro"]:
        found[average] = metrics.precision_recall_fscore_support(labels, predicted, labels=all_classes, average=average, zero_division=0)[:3]
    if classes == 2 and len(set(labels)) == 2:
        found["areaUnderRocCurve"] = metrics.roc_auc_score(labels, probabilities[:, 1])
    return found


def case(number):
    random = np.random.default_rng(number)
    classes = 2 if number % 3 == 0 else int(random.integers(2, 7))
    is_logistic = number % 3 == 0
    texts = int(random.integers(classes * 4, 60))
    # some labels are rare, some are never predicted; every label has a text, as in a classifier's training data
    weights = random.dirichlet(np.full(classes, 0.7))
    labels = np.concatenate([np.arange(classes), random.choice(classes, texts - classes, p=weights)])
    logits = random.normal(0, 1.5, (texts, classes))
    logits[np.arange(texts), labels] += random.uniform(0, 3)
    logits[:, int(random.integers(classes))] -= random.uniform(0, 6) * (number % 2)
    if is_logistic:
        logits[:, 0] = 0
    logits = np.round(logits, 2).astype(np.float32)
    # equal logits would be decided by their order, which is no figure
    logits += np.arange(classes, dtype=np.float32) * np.float32(0.001)
    if is_logistic:
        logits[:, 1] -= logits[:, 0]
        logits[:, 0] = 0
    wide = logits.astype(np.float64)
    probabilities = np.exp(wide - wide.max(axis=1, keepdims=True))
    probabilities /= probabilities.sum(axis=1, keepdims=True)
    return {
        "isLogistic": is_logistic,
        "classes": classes,
        "labels": labels.tolist(),
        "logits": [[float(str(entry)) for entry in row] for row in logits],
        "figures": figures(labels, wide.argmax(axis=1), probabilities, classes),
    }


print("[\n" + ",\n".join(json.dumps(case(number)) for number in range(50)) + "\n]")
