package dev.ayatori.serve.run;

import dev.ayatori.model.generate.LanguageModel;
import dev.ayatori.model.generate.Sampling;
import dev.ayatori.tokenizer.ChatFormat;
import dev.ayatori.tokenizer.StreamingDecoder;
import dev.ayatori.tokenizer.Tokenizer;
import dev.ayatori.tokenizer.Tokenizers;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Input;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A model of the run with the tokenizer it was trained with. */
record TokenModel(String id, String contentHash, LanguageModel model, Tokenizer tokenizer)
        implements TextModel, AutoCloseable {

    /** Opens the model of a training stage, and the tokenizer beside it, which must be the one it was trained with. */
    static TokenModel open(String id, Artifact trained) {
        Artifact tokenizer = Artifact.open(trained.folder().resolveSibling("tokenizer"));
        Input expected = trained.manifest().inputs().stream()
                .filter(input -> input.name().equals("tokenizer"))
                .findFirst()
                .orElse(new Input("tokenizer", tokenizer.contentHash()));
        if (!expected.contentHash().equals(tokenizer.contentHash())) {
            throw new AyatoriException("%s was trained with another tokenizer than %s; `ayatori run RECIPE` mends it"
                    .formatted(trained.folder(), tokenizer.folder()));
        }
        return new TokenModel(
                id,
                trained.contentHash(),
                LanguageModel.open(trained.folder().resolve("model")),
                Tokenizers.of(tokenizer));
    }

    @Override
    public int context() {
        return model.shape().context();
    }

    @Override
    public int endToken() {
        return tokenizer.endOfText();
    }

    /** Every document follows an end of text, so that is where a text begins. */
    @Override
    public int[] text(String prompt) {
        return IntStream.concat(IntStream.of(tokenizer.endOfText()), IntStream.of(tokenizer.encode(prompt)))
                .toArray();
    }

    @Override
    public int[] conversation(List<Message> messages) {
        ChatFormat format = new ChatFormat(tokenizer);
        return messages.stream()
                .map(message -> switch (message.role()) {
                    case USER -> format.prompt(message.content());
                    case ASSISTANT -> format.answer(message.content());
                })
                .flatMapToInt(IntStream::of)
                .toArray();
    }

    @Override
    public Written write(int[] prompt, Sampling sampling, Predicate<String> onText) {
        StreamingDecoder decoder = tokenizer.streamingDecoder();
        int[] drawn = {0};
        model.generate(prompt, sampling, token -> {
            drawn[0]++;
            return onText.test(decoder.next(token));
        });
        var _ = onText.test(decoder.finish());
        return new Written(drawn[0], drawn[0] >= sampling.maximalTokens());
    }

    @Override
    public void close() {
        model.close();
    }
}
