package dev.ayatori.search.suffix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SuffixArrayTest {
    @Test
    void takesTheFewestBytesThatHoldEveryOffset() {
        assertThat(SuffixArray.width(1)).isEqualTo(1);
        assertThat(SuffixArray.width(256)).isEqualTo(1);
        assertThat(SuffixArray.width(257)).isEqualTo(2);
        assertThat(SuffixArray.width(1 << 24)).isEqualTo(3);
        assertThat(SuffixArray.width((1 << 24) + 1)).isEqualTo(4);
        assertThat(SuffixArray.width(1L << 32)).isEqualTo(4);
        assertThat(SuffixArray.width(1L << 40)).isEqualTo(5);
    }
}
