"""Writes the ids that a peer gives each line of a file, for TokenizerParity.java.

usage: python peers/tokenizer_oracle.py MODEL LINES IDS

MODEL is a SentencePiece .model (read by sentencepiece), a tokenizer.json (by tokenizers) or the folder of a GPT-2
vocabulary (encoder.json or vocab.json with its merges; by tokenizers). LINES is UTF-8, one text a line.
IDS gets for each line the number of ids and the ids, 32-bit little-endian. Prints the peer's speed on one thread.
"""

import array
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("RAYON_NUM_THREADS", "1")


def encoder(model):
    path = Path(model)
    if path.is_dir():
        import tokenizers

        def first(*names):
            return next(str(path / name) for name in names if (path / name).exists())

        bpe = tokenizers.models.BPE.from_file(
            first("vocab.json", "encoder.json"), first("merges.txt", "vocab.bpe")
        )
        tokenizer = tokenizers.Tokenizer(bpe)
        tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.ByteLevel(add_prefix_space=False)
        return lambda texts: [e.ids for e in tokenizer.encode_batch_fast(texts, add_special_tokens=False)]
    if path.suffix == ".json":
        import tokenizers

        tokenizer = tokenizers.Tokenizer.from_file(model)
        tokenizer.encode_special_tokens = True  # symbols are never made from text, as in ours
        return lambda texts: [e.ids for e in tokenizer.encode_batch_fast(texts, add_special_tokens=False)]
    import sentencepiece

    processor = sentencepiece.SentencePieceProcessor(model_file=model)
    return lambda texts: processor.encode(texts, num_threads=1)


def main(model, lines, ids):
    encode = encoder(model)
    seconds = 0.0
    size = 0
    count = 0
    with open(lines, "rb") as source, open(ids, "wb") as out:
        raw = source.read().split(b"\n")
        if raw and not raw[-1]:
            raw.pop()
        for start in range(0, len(raw), 10_000):
            texts = [line.decode() for line in raw[start : start + 10_000]]
            size += sum(len(line) for line in raw[start : start + 10_000])
            begin = time.process_time()
            found = encode(texts)
            seconds += time.process_time() - begin
            for one in found:
                array.array("I", [len(one)]).tofile(out)
                array.array("I", one).tofile(out)
            count += len(texts)
    print(f"{count} lines, {size / 1e6:.1f} MB, {size / 1e6 / seconds:.2f} MB/s (CPU)")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
