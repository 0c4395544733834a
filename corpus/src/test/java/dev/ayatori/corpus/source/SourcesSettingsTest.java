package dev.ayatori.corpus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesSettingsTest {
    private static final String SHA = "a".repeat(64);

    @Test
    void readsACoordinateByItsFourParts() {
        assertThat(Coordinate.parse("org.example:tool-x:1.0+2:sources"))
                .isEqualTo(new Coordinate("org.example", "tool-x", "1.0+2", "sources"));
    }

    @Test
    void refusesACoordinateWithoutClassifier() {
        assertThatThrownBy(() -> new MavenCollection("a", "MIT", Map.of("org.example:tool:1.0", SHA)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"org.example:tool:1.0\"");
    }

    @Test
    void refusesAHashThatIsNone() {
        assertThatThrownBy(() -> new MavenCollection("a", "MIT", Map.of("g:a:1:javadoc", "12")))
                .hasMessageContaining("g:a:1:javadoc")
                .hasMessageContaining("\"12\"");
    }

    @Test
    void refusesASourceNamedTwice() {
        MavenCollection one = new MavenCollection("one", "MIT", Map.of("g:a:1:javadoc", SHA));
        MavenCollection two = new MavenCollection("two", "MIT", Map.of("g:a:1:javadoc", SHA));
        assertThatThrownBy(() -> new SourcesSettings(List.of(one, two), List.of()))
                .hasMessageContaining("g:a:1:javadoc is named twice");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Apache License, Version 2.0 | Apache-2.0
                    The Apache Software License, Version 2.0 | Apache-2.0
                    Apache-2.0 | Apache-2.0
                    http://www.apache.org/licenses/LICENSE-2.0.txt | Apache-2.0
                    MIT License | MIT
                    The MIT License (MIT) | MIT
                    BSD 3-Clause | BSD-3-Clause
                    Eclipse Public License - v 2.0 | EPL-2.0
                    Own Licence | Own Licence
                    """)
    void knowsTheManyNamesOfALicence(String written, String identifier) {
        assertThat(LicenceNames.identifier(written)).isEqualTo(identifier);
    }
}
