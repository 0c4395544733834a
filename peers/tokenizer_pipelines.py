"""Writes tokenizer.json files with other parts than those of our own, for tokenizer_oracle.py and TokenizerParity.java.

usage: python peers/tokenizer_pipelines.py SENTENCEPIECE_TEST_MODEL GPT2_FOLDER OUT_FOLDER

Needs the pieces of the model as SentencePiece itself lists them; the vocabulary of GPT-2 serves for byte pairs.
"""

import struct
import sys
from pathlib import Path

import sentencepiece
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers

CL100K = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*"
    r"|\s*[\r\n]+|\s+(?!\S)|\s+"
)


def fields(message):
    """The fields of a protobuf message: number and bytes or number."""
    at = 0

    def varint():
        nonlocal at
        value = shift = 0
        while True:
            byte = message[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    while at < len(message):
        key = varint()
        if key & 7 == 2:
            length = varint()
            yield key >> 3, message[at : at + length]
            at += length
        elif key & 7 == 5:
            yield key >> 3, struct.unpack_from("<f", message, at)[0]
            at += 4
        else:
            yield key >> 3, varint()


def main(model, gpt2, out):
    out = Path(out)
    out.mkdir(parents=True, exist_ok=True)
    processor = sentencepiece.SentencePieceProcessor(model_file=model)
    vocabulary = [(processor.id_to_piece(i), processor.get_score(i)) for i in range(processor.get_piece_size())]
    spec = next(value for number, value in fields(Path(model).read_bytes()) if number == 3)
    charsmap = next(value for number, value in fields(spec) if number == 2)
    unigram = models.Unigram(vocabulary, unk_id=0)
    made = {}

    one = Tokenizer(unigram)
    one.normalizer = normalizers.Sequence(
        [normalizers.Precompiled(charsmap), normalizers.Replace(Regex(" {2,}"), " "), normalizers.Strip()]
    )
    one.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    one.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    made["precompiled"] = one

    two = Tokenizer(unigram)
    two.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Lowercase()])
    two.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.WhitespaceSplit(),
            pre_tokenizers.Digits(individual_digits=True),
            pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="first"),
        ]
    )
    made["nfkc"] = two

    folder = Path(gpt2)
    merges = str(folder / ("merges.txt" if (folder / "merges.txt").exists() else "vocab.bpe"))
    pieces = str(folder / ("vocab.json" if (folder / "vocab.json").exists() else "encoder.json"))
    for name, pattern, behaviour, ignore in (
        ("cl100k", CL100K, "isolated", False),
        ("qwen", CL100K.replace("{1,3}", ""), "isolated", True),
        ("odd-split", r"\p{Han}+|[0-9]+", "merged_with_next", False),
    ):
        three = Tokenizer(models.BPE.from_file(pieces, merges, ignore_merges=ignore))
        three.normalizer = normalizers.NFC()
        three.pre_tokenizer = pre_tokenizers.Sequence(
            [
                pre_tokenizers.Split(Regex(pattern), behaviour),
                pre_tokenizers.ByteLevel(add_prefix_space=name == "odd-split", use_regex=False),
            ]
        )
        three.decoder = decoders.ByteLevel()
        made[name] = three
    for name, tokenizer in made.items():
        tokenizer.save(str(out / f"{name}.json"))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
