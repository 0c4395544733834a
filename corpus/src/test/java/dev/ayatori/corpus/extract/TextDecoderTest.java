package dev.ayatori.corpus.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {
    private static final String TEXT = "public class A {} // 日本語のコメントをここに書く。カタカナもある。";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-31j", "EUC-JP", "ISO-2022-JP"})
    void recognisesJapaneseEncodingsByTheirBytes(String charset) {
        DecodedText decoded = TextDecoder.decode(TEXT.getBytes(Charset.forName(charset)), "");
        assertThat(decoded).isEqualTo(new DecodedText(TEXT, charset, 0));
    }

    @Test
    void believesAByteOrderMarkMoreThanADeclaration() {
        byte[] marked = ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE);
        assertThat(TextDecoder.decode(marked, "EUC-JP").text()).isEqualTo(TEXT);
    }

    @Test
    void readsWhatIsDeclaredWronglyInWhatItIs() {
        byte[] utf8 = TEXT.getBytes(StandardCharsets.UTF_8);
        assertThat(TextDecoder.decode(utf8, "EUC-JP").text()).isEqualTo(TEXT);
    }

    @Test
    void takesShiftJisAsTheWebMeansIt() {
        byte[] circled = "①".getBytes(Charset.forName("windows-31j"));
        assertThat(TextDecoder.decode(circled, "Shift_JIS").text()).isEqualTo("①");
    }

    @Test
    void findsEncodingsBeyondJapanByTheirStatistics() {
        String russian = "Это предложение написано на русском языке, чтобы проверить определение кодировки."
                + " В нём много обычных слов, которые встречаются в каждом тексте.";
        String korean = "한 가닥의 실로 여러 가지 모양을 만듭니다. 두 손으로 실을 잡고 다리와 강을 만듭니다. ".repeat(4);
        String chinese = "用一根線可以做出很多形狀，兩隻手拿著線做橋和河。每個地方的名字都不一樣。".repeat(4);
        for (String[] each :
                new String[][] {{russian, "KOI8-R"}, {russian, "windows-1251"}, {korean, "EUC-KR"}, {chinese, "Big5"}
                }) {
            byte[] bytes = each[0].getBytes(Charset.forName(each[1]));
            assertThat(TextDecoder.decode(bytes, "").text()).as(each[1]).isEqualTo(each[0]);
        }
    }

    @Test
    void countsBytesWithoutMeaning() {
        byte[] broken = {(byte) 0xE3, (byte) 0x81, 'a', (byte) 0x81, 'b', (byte) 0x8D};
        assertThat(TextDecoder.decode(broken, "UTF-8").malformed()).isPositive();
    }

    @Test
    void findsTheNameInMetaAndXmlDeclarations() {
        assertThat(CharsetNames.inHtml("<html><meta charset=\"euc-jp\">".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("euc-jp");
        assertThat(CharsetNames.inHtml(
                        "<?xml version='1.0' encoding='Shift_JIS'?>".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("Shift_JIS");
    }
}
