"""TF-IDF of words and characters with a linear SVM: what scikit-learn's users write in a few lines.

python3 linear_svc.py TRAIN TEST SEED: each line of TRAIN is a label's number, a tab and a text, each line of TEST a text.
Prints the number of the label of each text of TEST. With --version alone, scikit-learn's version.
"""

import sys

import sklearn
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC


def main(train, test, seed):
    with open(train, encoding="utf-8", newline="\n") as lines:
        labels, texts = zip(*(line.rstrip("\n").split("\t", 1) for line in lines))
    with open(test, encoding="utf-8", newline="\n") as lines:
        questions = [line.rstrip("\n") for line in lines]
    model = make_pipeline(
        make_union(
            TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
            TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2),
        ),
        LinearSVC(random_state=int(seed)),
    )
    model.fit(texts, labels)
    print("\n".join(model.predict(questions)))


if __name__ == "__main__":
    if sys.argv[1:] == ["--version"]:
        print(sklearn.__version__)
    else:
        main(*sys.argv[1:])
