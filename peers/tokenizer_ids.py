"""Compares our token ids with those of Hugging Face tokenizers and SentencePiece.

usage: python peers/tokenizer_ids.py RUN_FOLDER SAMPLES.jsonl

SAMPLES.jsonl is what TokenizerIds.java writes: one object {"text": ..., "ids": [...]} a line.
Both libraries read the vocabulary of the run: tokenizer/tokenizer.json and tokenizer/tokenizer.model.
Exit code 0 when every line has equal ids in all three and decodes back to its text.
"""

import json
import sys
import time
from pathlib import Path

import sentencepiece
import tokenizers


def main(run, samples):
    folder = Path(run) / "tokenizer" if (Path(run) / "tokenizer").is_dir() else Path(run)
    hugging = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
    hugging.encode_special_tokens = True  # special symbols are never made from text, as in ours
    piece = sentencepiece.SentencePieceProcessor(model_file=str(folder / "tokenizer.model"))
    lines = [json.loads(line) for line in open(samples, encoding="utf-8")]
    texts = [line["text"] for line in lines]
    expected = [line["ids"] for line in lines]
    failures = 0
    encoders = {
        f"tokenizers {tokenizers.__version__}": (
            lambda text: hugging.encode(text, add_special_tokens=False).ids,
            lambda ids: hugging.decode(ids, skip_special_tokens=False),
        ),
        f"sentencepiece {sentencepiece.__version__}": (piece.encode, piece.decode),
    }
    for name, (encode, decode) in encoders.items():
        start = time.process_time()
        found = [encode(text) for text in texts]
        seconds = time.process_time() - start
        different = [i for i in range(len(texts)) if found[i] != expected[i]]
        lost = [i for i in range(len(texts)) if decode(expected[i]) != texts[i]]
        failures += len(different) + len(lost)
        megabytes = sum(len(text.encode()) for text in texts) / 1e6
        print(
            f"{name}: {len(texts) - len(different)} of {len(texts)} lines have equal ids,"
            f" {len(texts) - len(lost)} decode to their text; {megabytes / seconds:.1f} MB/s on one thread"
        )
        for i in different[:5]:
            print(f"  line {i + 1}: {texts[i][:120]!r}\n    ours {expected[i][:40]}\n    peer {found[i][:40]}")
        for i in lost[:5]:
            print(f"  line {i + 1} decodes to {decode(expected[i])[:120]!r}, not {texts[i][:120]!r}")
    return 1 if failures else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
