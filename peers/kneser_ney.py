"""Estimates modified Kneser-Ney by brute force, and holds an ARPA file against it.

  python peers/kneser_ney.py TEXT MODEL.arpa ORDER [words|characters] [LEAST-COUNT [PRUNE,PRUNE,...]]
  python peers/kneser_ney.py TEXT MODEL.arpa ORDER irstlm

The first form is for the files of `ayatori corpus ngrams`. The second is for those of IRSTLM's `tlm -n=ORDER -lm=msb -ps=no`, trained
on TEXT with <s> and </s> around each line: its own model of single words takes the place of the one that Chen and Goodman smooth.

Sources: S. Chen and J. Goodman, An Empirical Study of Smoothing Techniques for Language Modeling, 1998, equations 25 to 27;
K. Heafield et al., Scalable Modified Kneser-Ney Language Model Estimation, 2013, sections 3 and 3.3 (sentence bounds, unknown words).
"""
import math
import random
import sys
from collections import Counter, defaultdict

if len(sys.argv) < 4:
    sys.exit(__doc__)
text, arpa, order = sys.argv[1], sys.argv[2], int(sys.argv[3])
unit = sys.argv[4] if len(sys.argv) > 4 else "words"
irstlm = unit == "irstlm"
least = int(sys.argv[5]) if len(sys.argv) > 5 else 1
prune = [int(x) for x in sys.argv[6].split(",")] if len(sys.argv) > 6 else [0]

SPACES = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u2028\u2029\u205f\u3000"
if irstlm:
    SPACES = "\t\n\x0b\x0c\r "
SPECIAL = ("<unk>", "<s>", "</s>")


def units(line):
    if unit == "characters":
        return ["\u2581" if c in SPACES else c for c in line.strip(SPACES)]
    return "".join(" " if c in SPACES else c for c in line).split(" ")


def sentences():
    with open(text, encoding="utf-8") as lines:
        found = [[u for u in units(line) if u] for line in lines]
    met = Counter(u for sentence in found for u in sentence)
    known = lambda u: u not in SPECIAL and met[u] >= least
    return [["<s>"] + [u if known(u) else "<unk>" for u in sentence] + ["</s>"] for sentence in found if sentence]


def counts(all_sentences):
    raw = [Counter() for _ in range(order + 1)]
    for sentence in all_sentences:
        for n in range(1, order + 1):
            for i in range(len(sentence) - n + 1):
                raw[n][tuple(sentence[i : i + n])] += 1
    if irstlm:
        # its table has as many more beginnings as the order before the first line
        line = ["<s>"] * order + all_sentences[0][:order]
        for n in range(2, order + 1):
            raw[n].update(tuple(line[i : i + n]) for i in range(min(order, len(line) + 1 - n)))
    adjusted = [Counter() for _ in range(order + 1)]
    adjusted[order] = raw[order]
    for n in range(1, order):
        for gram in raw[n + 1]:
            adjusted[n][gram[1:]] += 1
        for gram, count in raw[n].items():
            if gram[0] == "<s>":
                adjusted[n][gram] = count
    adjusted[1].pop(("<s>",), None)
    return raw, adjusted


def discounts(count):
    n = Counter(count.values())
    if not (n[1] and n[2] and n[3]):
        return [0, 0.5, 1, 1.5]
    y = n[1] / (n[1] + 2 * n[2])
    d = [0] + [i - (i + 1) * y * n[i + 1] / n[i] for i in (1, 2, 3)]
    return d if all(0 <= d[i] <= i for i in (1, 2, 3)) else [0, 0.5, 1, 1.5]


def model():
    raw, adjusted = counts(sentences())
    vocabulary = {gram[0] for gram in adjusted[1]} | {"<unk>", "</s>"}
    lower, weights = {}, {}
    adjusted[1].setdefault(("<unk>",), 0)
    probabilities = [{(): 1 / len(vocabulary)}]
    for n in range(1, order + 1):
        d = discounts(adjusted[n])
        cut = lambda gram: raw[n][gram] <= prune[min(n, len(prune)) - 1] and n > 1
        total, taken, kept = Counter(), defaultdict(float), set()
        for gram, a in adjusted[n].items():
            total[gram[:-1]] += a
            taken[gram[:-1]] += a if cut(gram) else d[min(a, 3)]
            if not cut(gram):
                kept.add(gram[:-1])
        weights.update((context, taken[context] / total[context]) for context in kept)
        each = {}
        for gram, a in adjusted[n].items():
            if not cut(gram):
                context = gram[:-1]
                share = (a - d[min(a, 3)]) / total[context]
                each[gram] = share + taken[context] / total[context] * probabilities[n - 1][gram[1:]]
        if n == 1 and irstlm:
            # unsmoothed; the unknown word as often as there are words, the bounds among them, and the beginning once
            everything = sum(adjusted[1].values()) + 1 + len(vocabulary)
            each = {gram: a / everything for gram, a in adjusted[1].items()} | {("<s>",): 1 / everything}
            each[("<unk>",)] = len(vocabulary) / everything
        probabilities.append(each)
    return probabilities, weights


def read():
    sections, n = [{}], 0
    for line in open(arpa, encoding="utf-8", newline="\n"):
        line = line.rstrip("\n")
        if line.endswith("-grams:"):
            n = int(line[1:-7])
            sections.append({})
        elif n and line and line != "\\end\\":
            probability, gram, *weight = line.split("\t")
            assert tuple(gram.split(" ")) not in sections[n], gram
            sections[n][tuple(gram.split(" "))] = (float(probability), float(weight[0]) if weight else 0.0)
    return sections


def foretold(sections, context, word):
    gram = context + (word,)
    if gram in sections[len(gram)]:
        return sections[len(gram)][gram][0]
    return sections[len(context)].get(context, (0, 0))[1] + foretold(sections, context[1:], word)


probabilities, weights = model()
theirs = read()
worst = [0.0, 0.0]
compared = 0
for n in range(1, order + 1):
    # IRSTLM's n-grams go on over the ends of lines, ours do not
    there = {gram for gram in theirs[n] if not irstlm or "</s>" not in gram[:-1] and "<s>" not in gram[1:]}
    expected = {gram for gram in probabilities[n] if "<s>" not in gram[1:]} | ({("<s>",)} if n == 1 else set())
    assert there == expected, (n, list(there ^ expected)[:5], len(there), len(expected))
    for gram in there:
        probability, weight = theirs[n][gram]
        if gram == ("<s>",) and not irstlm:
            assert probability == -99, probability
        else:
            worst[0] = max(worst[0], abs(probability - math.log10(probabilities[n][gram])))
        # the unknown word and the end of a line are no contexts of ours; IRSTLM's end is the context of the next line
        if n < order and not (irstlm and gram[-1] in ("</s>", "<unk>")):
            worst[1] = max(worst[1], abs(weight - math.log10(weights.get(gram, 1) or 1)))
        compared += 1
print(f"{compared} n-grams; greatest difference of log10 probabilities {worst[0]:.3g}, of log10 weights {worst[1]:.3g}")

words = [gram[0] for gram in theirs[1] if gram != ("<s>",)]
contexts = [gram for n in range(1, order) for gram in theirs[n] if "</s>" not in gram]
chosen = [()] + random.Random(1).sample(contexts, min(len(contexts), 2_000_000 // len(words) + 5))
off = max(abs(1 - math.fsum(10 ** foretold(theirs, context, word) for word in words)) for context in chosen)
print(f"sums over the vocabulary after {len(chosen)} contexts: off by {off:.3g} at most")
