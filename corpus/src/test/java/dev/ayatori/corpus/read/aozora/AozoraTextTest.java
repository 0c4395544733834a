package dev.ayatori.corpus.read.aozora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.corpus.page.Collected;
import dev.ayatori.corpus.read.InputReader;
import dev.ayatori.corpus.source.Format;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AozoraTextTest {
    private static final String RULE = "-".repeat(55);

    @Test
    void keepsOnlyWhatTheAuthorWrote() {
        String file = "題\r\n作者\r\n\r\n" + RULE + "\r\n【テキスト中に現れる記号について】\r\n《》：ルビ\r\n" + RULE
                + "\r\n\r\n［＃５字下げ］一［＃「一」は中見出し］\r\n\r\n　その｜茶碗《ちゃわん》を※［＃「口＋世」、U+546D、1-2］と。\r\n\r\n\r\n底本：「本」\r\n入力：人\r\n";
        AozoraText text = AozoraText.parse(file);
        assertThat(text.title()).isEqualTo("題");
        assertThat(text.author()).isEqualTo("作者");
        assertThat(text.text()).isEqualTo("一\n\n　その茶碗を呭と。");
    }

    @Test
    void findsMissingCharactersByTheirPlaceInJis() {
        assertThat(JisPlane.character("※［＃「てへん＋丑」、第4水準2-12-93］")).isEqualTo("扭");
        assertThat(JisPlane.character("※［＃「插」でつくりの縦棒が下に突き抜けている、第4水準2-13-28］")).isEqualTo("揷");
        assertThat(JisPlane.character("※［＃丸1、1-13-1］")).isEqualTo("①");
        assertThat(JisPlane.character("※［＃濁点付き平仮名う］")).isEqualTo("〓");
    }

    @Test
    void readsShiftJisFiles(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("a.txt"), "題\n人\n\n本文である。\n底本：x".getBytes(Charset.forName("Shift_JIS")));
        Collected found = new Collected();
        InputReader.read(Collected.file(file, Format.AOZORA), found);
        assertThat(found.texts()).containsExactly("本文である。");
        assertThat(found.pages.getFirst().metadata()).containsEntry("author", "人");
    }
}
