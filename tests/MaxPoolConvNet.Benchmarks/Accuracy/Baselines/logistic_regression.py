"""Logistic regression over vectors, its C chosen by three folds of the training texts.

python3 logistic_regression.py TRAIN LABELS TEST DIMENSION: TRAIN and TEST are vectors of single-precision numbers, one after the other, LABELS the
number of the label of each vector of TRAIN, one a line. Prints the number of the label of each vector of TEST. With --version alone, scikit-learn's
version.
"""

import sys

import numpy
import sklearn
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, StratifiedKFold


def main(train, labels, test, dimension):
    known = numpy.fromfile(train, dtype="<f4").reshape(-1, int(dimension))
    asked = numpy.fromfile(test, dtype="<f4").reshape(-1, int(dimension))
    with open(labels, encoding="utf-8") as lines:
        numbers = [int(line) for line in lines]
    folds = StratifiedKFold(3, shuffle=True, random_state=1)
    model = GridSearchCV(LogisticRegression(max_iter=1000), {"C": [1, 10, 100]}, cv=folds)
    model.fit(known, numbers)
    print("\n".join(str(number) for number in model.predict(asked)))


if __name__ == "__main__":
    if sys.argv[1:] == ["--version"]:
        print(sklearn.__version__)
    else:
        main(*sys.argv[1:])
