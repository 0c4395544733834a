"""Trains a vocabulary with a peer and tells CPU seconds, wall time and peak memory.

Usage: tokenizer_training.py sentencepiece|tokenizers FILE OUTPUT SIZE     (FILE: one text a line)
       tokenizer_training.py shared OURS.model THEIRS.model HELD.txt        (pieces in common, tokens on held-out text)
"""

import resource
import sys
import time


def sentencepiece(file, output, size):
    import sentencepiece as spm

    spm.SentencePieceTrainer.train(
        input=file, model_prefix=output, vocab_size=size, character_coverage=0.9995, byte_fallback=True,
        max_sentence_length=16384, num_threads=2)


def tokenizers(file, output, size):
    from tokenizers import Tokenizer, models, pre_tokenizers, trainers

    def lines():
        with open(file, encoding="utf-8", newline="\n") as text:
            for line in text:
                yield line.rstrip("\n")

    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    trainer = trainers.BpeTrainer(
        vocab_size=size, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), special_tokens=[], show_progress=False)
    tokenizer.train_from_iterator(lines(), trainer)
    tokenizer.save(output)


def shared(ours, theirs, held):
    import sentencepiece as spm

    models = [spm.SentencePieceProcessor(model_file=name) for name in (ours, theirs)]
    learned = [
        {m.id_to_piece(i) for i in range(m.get_piece_size())
         if not (m.is_byte(i) or m.is_control(i) or m.is_unknown(i))} for m in models]
    with open(held, encoding="utf-8", newline="\n") as text:
        lines = [line.rstrip("\n") for line in text]
    tokens = [sum(len(ids) for ids in m.encode(lines)) for m in models]
    common = len(learned[0] & learned[1])
    print("pieces in common: %d, %.4f of theirs; tokens on held-out text: %d and %d (%+.4f %%)" % (
        common, common / len(learned[1]), tokens[0], tokens[1], 100 * (tokens[0] / tokens[1] - 1)))


if __name__ == "__main__":
    if sys.argv[1] == "shared":
        shared(*sys.argv[2:5])
    else:
        start = time.time()
        globals()[sys.argv[1]](sys.argv[2], sys.argv[3], int(sys.argv[4]))
        used = resource.getrusage(resource.RUSAGE_SELF)
        print("CPU %.1f s, wall %.1f s, peak %d MB" % (
            used.ru_utime + used.ru_stime, time.time() - start, used.ru_maxrss // 1024))
