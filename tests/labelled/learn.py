"""Learn what tells that a short text owes: `python tests/labelled/learn.py [--check]`.

It wants scikit-learn: `pip install -e ".[learn]"`.
It reads the lines of `lines/`, but for those in other languages, and writes the weights of
`mkdocs_gbm/assess/owing.json`. `--check` writes nothing: it learns from all these files but one, judges that one, and
prints how many of its lines are told rightly, for each in turn.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from short_texts import Line, all_lines
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from mkdocs_gbm.assess import owed
from mkdocs_gbm.assess.features import clauses, features
from mkdocs_gbm.assess.owed import EVERY, is_owed

WEIGHTS = Path(owed.__file__).with_name("owing.json")
SEEN = 5
"""A feature of fewer clauses is chance."""
FOREIGN = "languages"
"""The file of texts in other languages: too few in each to learn from, and their commonest words would seem known."""
STRENGTH = 3.0
"""The inverse of the regularisation: between 1 and 10 as many lines are told of a file that is left out."""


class Learner:
    """Learns weights from lines.

    Of a text that tells, one clause tells it, and the others may be any: it is learnt from the clause that owes least
    by what the texts of one clause taught.
    """

    def __init__(self, taught: Sequence[Line]) -> None:
        self._counts = CountVectorizer(analyzer=features, binary=True, min_df=SEEN)
        self._model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=300)
        texts = [(line.owes, list(clauses(line.text)) or [line.text]) for line in taught]
        owing = [clause for owes, parts in texts if owes for clause in parts]
        alone = [parts[0] for owes, parts in texts if not owes and len(parts) == 1]
        several = [parts for owes, parts in texts if not owes and len(parts) > 1]
        self._counts.fit([clause for _, parts in texts for clause in parts])
        self._fit(owing, alone)
        self._fit(owing, [*alone, *self._least_owing(several)])

    def _fit(self, owing: list[str], telling: list[str]) -> None:
        labels = [1] * len(owing) + [0] * len(telling)
        self._model.fit(self._counts.transform([*owing, *telling]), labels)

    def _least_owing(self, texts: list[list[str]]) -> Iterator[str]:
        scores = self._model.decision_function(self._counts.transform([part for parts in texts for part in parts]))
        ends = list(accumulate(map(len, texts)))
        for parts, end in zip(texts, ends, strict=True):
            rated = zip(scores[end - len(parts) : end], parts, strict=True)
            yield min(rated)[1]

    def weights(self) -> dict[str, int]:
        """Return the weight of each feature in hundredths."""
        names = self._counts.get_feature_names_out()
        rounded = {name: round(100 * weight) for name, weight in zip(names, self._model.coef_[0], strict=True)}
        return {EVERY: round(100 * self._model.intercept_[0])} | {name: at for name, at in rounded.items() if at}


def main() -> None:
    """Write the weights, or print how well lines are told that were not learnt from."""
    files = all_lines()
    if "--check" not in sys.argv:
        weights = Learner([line for name, taught in files.items() if name != FOREIGN for line in taught]).weights()
        WEIGHTS.write_text(json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
        return
    for name, left_out in files.items():
        taught = [line for other, of_it in files.items() if other not in (name, FOREIGN) for line in of_it]
        weights = Learner(taught).weights()
        owing, telling = ([line for line in left_out if line.owes is owes] for owes in (True, False))
        found, alarms = (sum(is_owed(line.text, weights) for line in of_it) for of_it in (owing, telling))
        print(f"{name}: {found} of {len(owing)} that owe, and {alarms} of {len(telling)} that tell, are called owed")


if __name__ == "__main__":
    main()
