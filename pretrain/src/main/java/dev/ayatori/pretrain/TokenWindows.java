package dev.ayatori.pretrain;

import dev.ayatori.shards.TokenFile;
import dev.ayatori.track.AyatoriException;
import java.nio.file.Path;
import java.util.Arrays;

/** Windows of a token file, each starting where the one before ends, all of whose tokens the loss counts. */
final class TokenWindows implements SequenceSource {

    private final TokenFile file;
    private final int context;

    TokenWindows(Path prefix, int context) {
        this.file = TokenFile.open(prefix);
        this.context = context;
        if (sequences() < 1) {
            long tokens = file.tokens();
            file.close();
            throw new AyatoriException(prefix + " holds " + tokens + " tokens, but one sequence takes " + (context + 1)
                    + ". Give more documents or a smaller context.");
        }
    }

    @Override
    public long sequences() {
        return (file.tokens() - 1) / context;
    }

    @Override
    public SequenceFile.Sequence read(long sequence) {
        int[] tokens = new int[context + 1];
        file.read(sequence * context, tokens);
        boolean[] counted = new boolean[context + 1];
        Arrays.fill(counted, true);
        return new SequenceFile.Sequence(tokens, counted);
    }

    @Override
    public void close() {
        file.close();
    }
}
