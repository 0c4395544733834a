package dev.ayatori.tokenizer.format;

import dev.ayatori.tokenizer.normalise.CharacterRules;
import dev.ayatori.tokenizer.normalise.Charsmap;
import dev.ayatori.tokenizer.vocabulary.Piece;
import dev.ayatori.tokenizer.vocabulary.PieceKind;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small tokenizers of every format for tests. */
public final class TinyFiles {
    static final Charsmap NMT_NFKC = Charsmap.of(CharacterRules.NMT_NFKC.rules());

    private TinyFiles() {}

    /** Pieces with bytes, a symbol, a user-defined piece and an unused one. */
    static Vocabulary pieces() {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece("<unk>", 0, PieceKind.UNKNOWN));
        pieces.add(new Piece("<s>", 0, PieceKind.CONTROL));
        pieces.add(new Piece("</s>", 0, PieceKind.CONTROL));
        for (int value = 0; value < 256; value++) {
            pieces.add(new Piece(Vocabulary.byteText(value), 0, PieceKind.BYTE));
        }
        pieces.add(new Piece("[x]", 0, PieceKind.USER_DEFINED));
        String[] normal = {"▁", "a", "b", "c", "ab", "▁a", "bc", "か", "が", "かが", "日本", "abc", "▁▁"};
        for (int i = 0; i < normal.length; i++) {
            pieces.add(new Piece(normal[i], -2f - i / 8f, PieceKind.NORMAL));
        }
        pieces.add(new Piece("ca", -1, PieceKind.UNUSED));
        return new Vocabulary(pieces);
    }

    /** A model with every kind of piece; normalised by nmt_nfkc where wanted. */
    public static SentencePieceModel model(boolean bytePairs, boolean normalised) {
        ProtobufMessage.Writer trainer = new ProtobufMessage.Writer()
                .number(3, bytePairs ? SentencePieceModel.BPE : SentencePieceModel.UNIGRAM)
                .number(4, pieces().size())
                .flag(35, true)
                .text(7, "kept as it is");
        ProtobufMessage.Writer normalizer = new ProtobufMessage.Writer().text(1, normalised ? "nmt_nfkc" : "identity");
        if (normalised) {
            normalizer.bytes(2, NMT_NFKC.bytes());
        }
        normalizer.flag(3, normalised).flag(4, normalised).flag(5, true);
        return new SentencePieceModel(
                pieces(),
                trainer.message(),
                normalizer.message(),
                new ProtobufMessage.Writer().text(4, "self test").message());
    }

    /** All bytes and a few merges in GPT-2's form. */
    public static Gpt2Files gpt2() {
        Map<String, Integer> ids = new LinkedHashMap<>();
        ByteAlphabet alphabet = new ByteAlphabet();
        for (int value = 0; value < 256; value++) {
            ids.put(alphabet.encode(String.valueOf((char) value)), value);
        }
        List<String> merges = List.of("a b", "Ġ ab", "ab c", "ã ģ", "Ġ t", "h e", "Ġt he");
        for (String merge : merges) {
            ids.put(merge.replace(" ", ""), ids.size());
        }
        ids.put("<|endoftext|>", ids.size());
        return new Gpt2Files(ids, merges);
    }
}
