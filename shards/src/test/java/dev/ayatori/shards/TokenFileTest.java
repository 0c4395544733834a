package dev.ayatori.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {
    private static final int[][] DOCUMENTS = {{5, 65_000, 2}, {2}, {300, 7, 8, 9, 2}};

    @TempDir
    Path folder;

    private Path prefix;

    @BeforeEach
    void nameFiles() {
        prefix = folder.resolve("tokens");
    }

    private void write(TokenType type) throws IOException {
        try (TokenFileWriter writer = new TokenFileWriter(prefix, type)) {
            for (int[] document : DOCUMENTS) {
                writer.write(document);
            }
        }
    }

    @Test
    void writesTheBytesOfMegatronsFormat() throws IOException {
        write(TokenType.U16);
        assertThat(HexFormat.of().formatHex(Files.readAllBytes(Path.of(prefix + ".bin"))))
                .isEqualTo("0500e8fd0200" + "0200" + "2c0107000800" + "09000200");
        assertThat(HexFormat.of().formatHex(Files.readAllBytes(Path.of(prefix + ".idx"))))
                .isEqualTo("4d4d49444944580000" + "0100000000000000" + "08" + "0300000000000000" + "0400000000000000"
                        + "03000000" + "01000000" + "05000000"
                        + "0000000000000000" + "0600000000000000" + "0800000000000000"
                        + "0000000000000000" + "0100000000000000" + "0200000000000000" + "0300000000000000");
    }

    @Test
    void readsBackWhatWasWrittenInBothWidths() throws IOException {
        for (TokenType type : TokenType.values()) {
            write(type);
            try (TokenFile file = TokenFile.open(prefix)) {
                assertThat(file.documents()).isEqualTo(3);
                assertThat(file.tokens()).isEqualTo(9);
                for (int i = 0; i < DOCUMENTS.length; i++) {
                    assertThat(file.document(i)).isEqualTo(DOCUMENTS[i]);
                }
                int[] across = new int[4];
                file.read(2, across);
                assertThat(across).containsExactly(2, 2, 300, 7);
                assertThatThrownBy(() -> file.read(6, across))
                        .hasMessageContaining("tokens 6 to 10")
                        .hasMessageContaining("has 9");
            }
        }
    }

    @Test
    void opensAFileWithoutDocuments() throws IOException {
        new TokenFileWriter(prefix, TokenType.U16).close();
        try (TokenFile file = TokenFile.open(prefix)) {
            assertThat(file.documents()).isZero();
            assertThat(file.tokens()).isZero();
        }
    }

    @Test
    void tellsExpectedAndFoundSizesOfATruncatedFile() throws IOException {
        write(TokenType.U16);
        truncate(".bin", 1);
        assertThatThrownBy(() -> TokenFile.open(prefix))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("tokens.bin")
                .hasMessageContaining("18 bytes expected, 17 found");
        write(TokenType.U16);
        truncate(".idx", 8);
        assertThatThrownBy(() -> TokenFile.open(prefix))
                .hasMessageContaining("tokens.idx")
                .hasMessageContaining("102 bytes expected, 94 found");
        truncate(".idx", 80);
        assertThatThrownBy(() -> TokenFile.open(prefix)).hasMessageContaining("cut off");
    }

    private void truncate(String suffix, int bytes) throws IOException {
        Path file = Path.of(prefix + suffix);
        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, all.length - bytes));
    }

    @Test
    void tellsThatAFileIsMissing() {
        assertThatThrownBy(() -> TokenFile.open(prefix)).hasMessageContaining("tokens.idx is missing");
    }
}
