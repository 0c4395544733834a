package dev.ayatori.tokenizer;

import dev.ayatori.tokenizer.encode.Sampling;
import dev.ayatori.tokenizer.encode.Tokens;
import dev.ayatori.tokenizer.normalise.Points;
import dev.ayatori.tokenizer.pipeline.AddedTokens;
import dev.ayatori.tokenizer.pipeline.Cuts;
import dev.ayatori.tokenizer.pipeline.Detokeniser;
import dev.ayatori.tokenizer.pipeline.Pipeline;
import dev.ayatori.tokenizer.vocabulary.PieceKind;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** A tokenizer of any of the formats: added tokens, normalisation, cuts, subwords, and the way back. */
public final class SubwordTokenizer implements Tokenizer {
    private final Pipeline pipeline;
    /** Work spaces of encodings that are over, for the next ones. */
    private final Queue<Work> works = new ConcurrentLinkedQueue<>();

    private static final class Work {
        private final Points text = new Points();
        private final Points part = new Points();
        private final Tokens tokens = new Tokens();
        private final Cuts whole = new Cuts();
        private final Cuts cuts = new Cuts();
    }

    /** Finds the tokens of one part of the text. */
    @FunctionalInterface
    private interface Finder {
        void find(Points text, int from, int to, Tokens out);
    }

    public SubwordTokenizer(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    public Vocabulary vocabulary() {
        return pipeline.vocabulary();
    }

    @Override
    public int vocabularySize() {
        return pipeline.vocabulary().size();
    }

    @Override
    public int[] encode(String text) {
        Work work = take();
        run(work, work.text.fill(text), false, pipeline.model()::encode);
        return ids(work);
    }

    /** The ids of a text in UTF-8; bytes that are none count as U+FFFD. */
    public int[] encode(byte[] utf8) {
        Work work = take();
        run(work, work.text.fill(utf8, 0, utf8.length), false, pipeline.model()::encode);
        return ids(work);
    }

    /** The ids of a text in which the names of symbols stand for the symbols; not for text that strangers write. */
    public int[] encodeWithSymbols(String text) {
        Work work = take();
        run(work, work.text.fill(text), true, pipeline.model()::encode);
        return ids(work);
    }

    @Override
    public Encoding encodeWithOffsets(String text) {
        return encodeWithOffsets(text, false);
    }

    /** The same; where symbols are asked for, their names in the text stand for them. */
    public Encoding encodeWithOffsets(String text, boolean withSymbols) {
        Work work = take();
        run(work, work.text.fill(text), withSymbols, pipeline.model()::encode);
        return encoding(work);
    }

    /** The ids of a text in UTF-8 and, for each, the bytes it stands for. */
    public Encoding encodeWithOffsets(byte[] utf8) {
        Work work = take();
        run(work, work.text.fill(utf8, 0, utf8.length), false, pipeline.model()::encode);
        return encoding(work);
    }

    /** The ids of many texts in UTF-8, in their order, encoded on several threads. */
    public Stream<int[]> encodeAll(List<byte[]> texts, int threads) {
        return Batch.encode(texts.stream(), this::encode, threads);
    }

    /** The ids of texts as they come, in their order, encoded on several threads; memory does not grow with their number. */
    public Stream<int[]> encodeAll(Stream<String> texts, int threads) {
        return Batch.encode(texts, this::encode, threads);
    }

    /** A segmentation drawn by chance. */
    public int[] sample(String text, Sampling sampling) {
        Work work = take();
        run(
                work,
                work.text.fill(text),
                false,
                (points, from, to, out) -> pipeline.model().sample(points, from, to, sampling, out));
        return ids(work);
    }

    /** The best segmentations of a whole text, the best first; byte pairs have only one. */
    public List<int[]> nBest(String text, int count) {
        return pipeline.model().nBest(pipeline.normaliser().apply(new Points().fill(text)), count);
    }

    /** The ids with the symbols around them that the tokenizer's file wants. */
    public int[] framed(int[] ids) {
        return pipeline.frame().around(ids);
    }

    /** What the vocabulary is made from: the text in its normal form. */
    public String normalise(String text) {
        return pipeline.normaliser().normalise(text);
    }

    private Work take() {
        Work work = works.poll();
        return work == null ? new Work() : work;
    }

    private int[] ids(Work work) {
        int[] ids = work.tokens.ids();
        giveBack(work);
        return ids;
    }

    private Encoding encoding(Work work) {
        Encoding encoding = new Encoding(work.tokens.ids(), work.tokens.starts(), work.tokens.ends());
        giveBack(work);
        return encoding;
    }

    private void giveBack(Work work) {
        if (!work.tokens.isLarge() && work.text.size() < 1 << 16) {
            works.add(work);
        }
    }

    private void run(Work work, Points text, boolean withSymbols, Finder finder) {
        Tokens out = work.tokens.clear();
        AddedTokens added = pipeline.added();
        added.aroundRaw(text, withSymbols, out, (raw, from, to) -> {
            Points part = raw;
            if (from > 0 || to < raw.size()) {
                part = work.part.clear();
                part.addAll(raw, from, to);
            }
            added.aroundNormalised(pipeline.normaliser().apply(part), withSymbols, out, (normal, start, end) -> {
                work.whole.clear().add(start, end);
                Points split = pipeline.splitter().split(normal, work.whole, work.cuts.clear());
                for (int i = 0; i < work.cuts.size(); i++) {
                    finder.find(split, work.cuts.from(i), work.cuts.to(i), out);
                }
            });
        });
    }

    @Override
    public String decode(int[] ids) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(ids.length * 4);
        Detokeniser.Text decoding = pipeline.detokeniser().text();
        for (int id : ids) {
            text.writeBytes(decoding.next(checked(id)));
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    @Override
    public StreamingDecoder streamingDecoder() {
        Detokeniser.Text decoding = pipeline.detokeniser().text();
        return new Utf8StreamingDecoder(id -> decoding.next(checked(id)));
    }

    private int checked(int id) {
        if (id < 0 || id >= vocabularySize()) {
            throw new IllegalArgumentException("an id must be between 0 and " + (vocabularySize() - 1) + ", but is "
                    + id + "; was it made with another vocabulary?");
        }
        return id;
    }

    @Override
    public String piece(int id) {
        return pipeline.vocabulary().pieces().get(checked(id)).text();
    }

    /** What a piece stands for. */
    public PieceKind kind(int id) {
        return pipeline.vocabulary().pieces().get(checked(id)).kind();
    }

    @Override
    public boolean isControl(int id) {
        PieceKind kind = kind(id);
        return kind == PieceKind.CONTROL || kind == PieceKind.UNKNOWN;
    }

    @Override
    public Map<String, Integer> symbols() {
        return pipeline.added().symbols();
    }

    @Override
    public int unknown() {
        return role(pipeline.roles().unknown(), "unknown");
    }

    @Override
    public int startOfText() {
        return role(pipeline.roles().start(), "start of text");
    }

    @Override
    public int endOfText() {
        return role(pipeline.roles().end(), "end of text");
    }

    @Override
    public int padding() {
        return role(pipeline.roles().padding(), "padding");
    }

    private static int role(int id, String name) {
        if (id < 0) {
            throw new IllegalStateException(
                    "this tokenizer has no symbol for " + name + "; name one in special_tokens_map.json beside it");
        }
        return id;
    }
}
