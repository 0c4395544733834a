import dev.ayatori.tokenizer.format.Gpt2Files;
import dev.ayatori.tokenizer.format.HuggingFaceFile;
import dev.ayatori.tokenizer.format.SentencePieceModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a tokenizer file and writes it again, for the peers to read: their ids must not change. */
public final class TokenizerRewrite {
    private TokenizerRewrite() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: java TokenizerRewrite.java MODEL OUT");
        }
        Path model = Path.of(args[0]);
        Path out = Path.of(args[1]);
        if (Files.isDirectory(model)) {
            Path vocabulary = model.resolve(Files.exists(model.resolve("vocab.json")) ? "vocab.json" : "encoder.json");
            Files.createDirectories(out);
            Gpt2Files.read(vocabulary).write(out);
            Gpt2Files.read(vocabulary).toHuggingFace().write(out.resolve("tokenizer.json"));
        } else if (model.toString().endsWith(".json")) {
            HuggingFaceFile.read(model).write(out);
        } else {
            SentencePieceModel.readModel(model).write(out);
        }
    }
}
