package dev.ayatori.corpus.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.corpus.classify.OutputLayer.Scored;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BestLabelsTest {
    @Property
    void areTheFirstOfAllWhenSorted(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 20) Integer> twentieths,
            @ForAll @IntRange(min = 1, max = 40) int count,
            @ForAll @IntRange(min = 0, max = 10) int least) {
        float[] probabilities = new float[twentieths.size()];
        IntStream.range(0, probabilities.length).forEach(i -> probabilities[i] = twentieths.get(i) / 20f);

        List<Float> expected = twentieths.stream()
                .sorted((a, b) -> b - a)
                .filter(each -> each >= least)
                .limit(count)
                .map(each -> OutputLayer.log(each / 20f))
                .toList();
        List<Scored> best = BestLabels.of(probabilities, count, least / 20f);
        assertThat(best).extracting(Scored::score).isEqualTo(expected);
        assertThat(best).extracting(Scored::label).doesNotHaveDuplicates();
    }

    /** Of labels that have nothing to tell them apart fastText gives the last, and several in the order of its heap. */
    @Test
    void chooseAmongEqualsAsFastTextDoes() {
        float[] equal = {0.25f, 0.25f, 0.25f, 0.25f};
        assertThat(BestLabels.of(equal, 1, 0)).extracting(Scored::label).containsExactly(3);
    }
}
