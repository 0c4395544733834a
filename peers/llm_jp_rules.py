"""Measures texts by the published rules of llm-jp-corpus v1 and HojiChar, with Python's re and zlib, and compares.

  java -cp "LIB/*" peers/FilterValues.java TEXTS.jsonl.gz 24 advertising=FILE adult=FILE discrimination=FILE \\
      violence=FILE > values.tsv
  python peers/llm_jp_rules.py TEXTS.jsonl.gz values.tsv ADVERTISING ADULT DISCRIMINATION VIOLENCE

The patterns are those that HojiChar builds (filters/document_filters.py); HojiChar itself is not needed.
"""
import gzip
import json
import math
import re
import sys
import zlib

texts, values, *lists = sys.argv[1:]


def words(path):
    return [w.strip() for w in open(path, encoding="utf-8").read().split("\n") if len(w) != 0]


def whole_katakana(path):
    katakana = [re.escape(w) for w in words(path) if re.fullmatch(r"[ァ-ヴー]+", w)]
    others = [re.escape(w) for w in words(path) if not re.fullmatch(r"[ァ-ヴー]+", w)]
    return re.compile("|".join(others) + rf"|(?<![ァ-ヴー])({'|'.join(katakana)})(?![ァ-ヴー])")


counted = {
    "advertising-words": (re.compile("|".join(map(re.escape, words(lists[0])))), 10),
    "adult-words": (whole_katakana(lists[1]), 3),
    "discrimination-words": (whole_katakana(lists[2]), 3),
    "violence-words": (whole_katakana(lists[3]), 3),
    "board-words": (
        re.compile(
            r"\d{4}[年\.\-\/][\ ]*\d{1,2}[月\.\-\/][\ ]*\d{1,2}[日]*|コメント|SOLD OUT|レビュー|投稿|ページ"
            r"|\([月火水木金土日]\)|質問|\d+話|楽天市場|-"
        ),
        14,
    ),
}


def repetition(text, n=5):
    counts = {}
    for i in range(len(text) - n + 1):
        counts[text[i : i + n]] = counts.get(text[i : i + n], 0) + 1
    if not counts:
        return 0.0
    ordered = sorted(counts.values(), reverse=True)
    repeated = sum(1 for c in ordered if c > 1)
    return sum(ordered[: min(int(math.sqrt(len(ordered))), repeated)]) / sum(ordered)


def measured(text):
    lines = text.split("\n")
    utf8 = text.encode("utf-8")
    ratio = len(zlib.compress(utf8, level=9)) / len(utf8)
    short = sum(1 for line in lines if len(line) <= 10) / len(lines)
    ellipses = len(re.findall(r"(\.{3}|…)\n", text)) / max(text.count("\n"), 1)
    result = {
        "kana-at-start": (None, re.search(r"[ぁ-んァ-ン]", text[:50]) is not None),
        "characters-per-kuten": (None, text.count("。") >= len(text) / 100),
        "compression": (ratio, 0.3 <= ratio <= 0.7),
        "hojichar-character-repetition": (repetition(text), repetition(text) < 0.33),
        "short-lines-10": (short, short <= 0.5),
        "ending-ellipses": (ellipses, ellipses <= 0.7),
    }
    for name, (pattern, most) in counted.items():
        count = len(pattern.findall(text))
        result[name] = (count, count <= most)
    return result


ours = {}
for line in open(values, encoding="utf-8"):
    number, *fields = line.rstrip("\n").split("\t")
    ours[int(number)] = {name: value.split(",") for name, value in (field.split("=") for field in fields)}
different = {}
for number, line in enumerate(gzip.open(texts, "rt", encoding="utf-8")):
    if number in ours:
        for name, (value, kept) in measured(json.loads(line)["text"]).items():
            our_value, our_kept = ours[number][name]
            same = value is None or abs(float(our_value) - value) < 1e-12
            if not same or (our_kept == "true") != kept:
                different[name] = different.get(name, 0) + 1
print(len(ours), "documents, differences by rule:", different)
sys.exit(1 if different else 0)
