package dev.ayatori.corpus.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {
    private final PersonalData data = new PersonalData(PrivacySettings.all(PrivacyAction.MASK));

    private String masked(String text) {
        return data.mask(text);
    }

    @Test
    void putsATagInThePlaceOfEachKind() {
        assertThat(masked("佐藤(sato@ayatori-mail.jp)、電話０３－５２５３－１１１１、〒100-8926 東京都千代田区霞が関2-1-2。"))
                .isEqualTo("佐藤([EMAIL])、電話[PHONE]、[POSTAL_ADDRESS]。");
        assertThat(masked("from 93.184.216.34 with 4111 1111 1111 1111, マイナンバー 123456789018"))
                .isEqualTo("from [IP_ADDRESS] with [CARD_NUMBER], マイナンバー [MY_NUMBER]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "090-1234-5678",
                "(03)5253-1111",
                "0467(23)4567",
                "０９０ー１２３４ー５６７８",
                "+81 90 1234 5678",
                "+81-(0)3-5253-1111",
                "+1 (415) 555-0132",
                "415-555-0132",
                "0120-444-444",
                "0120444444",
                "0081-3-5253-1111",
                "+44 (0)20 7946 0958",
                "080/1234/5678",
                "03の5253の1111",
                "〇三―五二五三―一一一一"
            })
    void tellsTelephoneNumbers(String number) {
        assertThat(masked("番は" + number + "です")).isEqualTo("番は[PHONE]です");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-10-05",
                "ISBN 978-4-00-310101-8",
                "ISBN 4-06-519981-6",
                "version 1.22.33.44",
                "4111 1111 1111 1112",
                "マイナンバー 123456789012",
                "¥1,234,567,890",
                "注文番号 09012345678",
                "12:34:56",
                "std::vector",
                "git@host.jp:team/web.git",
                "taro@example.com",
                "icon@2x.png",
                "192.168.1.1",
                "255.255.255.0",
                "2001:db8::1",
                "東京都千代田区で3月5日",
                "東京都港区内の19-25歳",
                "山手線3番線",
                "+2147483647",
                "Decimal('+35236450.6')",
                "cell 59.999999",
                "2.6.38.6",
                "198.18.0.0/15",
                "2001:0db8:0000:0000:0000:0000:0000:0001",
                "2001:20::/28",
                "::ffff:10.1.2.3",
                "face::add(dead::bed)",
                "JAN 4548654555980",
                "お問い合わせ番号4601-4247-0528",
                "1000-2000-3000",
                "2: 5017 4500 5500",
                "\\def\\foo@bar.baz",
                "A@B.inv()",
                "visit us at radio dot org",
                "横浜市代表 3-2 神戸市代表",
                "大阪市3-0で勝利",
                "港区は面積12-13平方キロ",
                "岡山県雄町1859（安政6）年",
                "下京区西七条西八反田町",
                "1-chome to 14-chome Shin-machi",
                "15-minute ride on Kizu-cho",
                "2-1 Manchester City",
                "3-2 Kansas City Royals"
            })
    void leavesWhatOnlyLooksLikeIt(String text) {
        assertThat(masked("（" + text + "）")).isEqualTo("（" + text + "）");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "北海道札幌市中央区北1条西2丁目3番地",
                "京都府京都市中京区寺町通御池上る上本能寺前町488番地",
                "東京都港区芝公園四丁目二番八号",
                "東京都港区芝公園4ー2ー8 サンハイツ203号室",
                "〒105-0011 東京都港区芝公園4-2-8",
                "横浜市西区みなとみらい2-3-1",
                "4-2-8 Shibakoen, Minato-ku, Tokyo 105-0011",
                "千葉県市川市八幡1-1-1",
                "郡山市朝日1-23-7",
                "北海道札幌市中央区北3条西6丁目",
                "岩手県滝沢市巣子第6地割67番地14",
                "京都市東山区粟田口華頂町12-3",
                "郵便番号：100-8926",
                "3-1 Chuo, Aoba Ward, Sendai City, Miyagi 980-0811",
                "2-chome 6-1, Dogenzaka, Shibuya-ku, Tōkyō"
            })
    void tellsAddressesToTheirEnd(String address) {
        assertThat(masked("は" + address + "に")).isEqualTo("は[POSTAL_ADDRESS]に");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::ffff:93.184.216.34",
                "64:ff9b::93.184.216.34",
                "0:0:0:0:0:FFFF:93.184.216.34",
                "2001:268::1",
                "93.184.216.034",
                "93[.]184[.]216[.]34"
            })
    void tellsInternetAddressesWhole(String address) {
        assertThat(masked("from " + address + ", port 80")).isEqualTo("from [IP_ADDRESS], port 80");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sato(at)kitahama.co.jp",
                "sato（アット）kitahama.co.jp",
                "sato [at] kitahama [dot] co [dot] jp",
                "sato&#64;kitahama.co.jp",
                "sato at kitahama dot co dot jp",
                "sato@北浜.jp",
                "sato@kitahama[.]co.jp"
            })
    void tellsMailAddressesInDisguise(String address) {
        assertThat(masked("連絡先: " + address + "まで")).isEqualTo("連絡先: [EMAIL]まで");
    }

    @Test
    void takesAStarForTheAtSignWhereTheTextSaysSo() {
        assertThat(masked("sato★kitahama.co.jp（★を@に変えてください）")).isEqualTo("[EMAIL]（★を@に変えてください）");
        assertThat(masked("sato★kitahama.co.jp")).isEqualTo("sato★kitahama.co.jp");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111 1111 1111 1111 12/28",
                "4111111111111111 123",
                "4111 1111 1111 1111 090-1234-5678",
                "3782 822463 10005 1234",
                "090-1234-5678 4111 1111 1111 1111"
            })
    void tellsACardAmongOtherNumbers(String text) {
        assertThat(masked(text)).contains("[CARD_NUMBER]").doesNotContain("111", "8224");
    }

    @Test
    void leavesTheNumbersOfHeadings() {
        assertThat(masked("\n43.70.2.2. Opening\n209.237.226.90 www\r\n209.237.226.90"))
                .isEqualTo("\n43.70.2.2. Opening\n[IP_ADDRESS] www\r\n[IP_ADDRESS]");
    }

    @Test
    void keepsWhatStandsAroundAFindingAtEitherEndOfAText() {
        assertThat(masked("090-1234-5678")).isEqualTo("[PHONE]");
        assertThat(masked("😀090-1234-5678😀")).isEqualTo("😀[PHONE]😀");
        assertThat(masked("\ud83d090-1234-5678\r\n〒100-8926\r\n東京都千代田区霞が関2-1-2\r\n"))
                .isEqualTo("\ud83d[PHONE]\r\n[POSTAL_ADDRESS]\r\n");
    }

    @Test
    void findsPrivateNetworksOnlyWhenAsked() {
        PrivacySettings off = PrivacySettings.defaults();
        PrivacySettings networks = new PrivacySettings(
                off.email(),
                off.phone(),
                PrivacyAction.MASK,
                off.cardNumber(),
                off.myNumber(),
                off.postalAddress(),
                true);
        assertThat(new PersonalData(networks).mask("10.20.30.140 fe80::1:2 090-1234-5678"))
                .isEqualTo("[IP_ADDRESS] [IP_ADDRESS] 090-1234-5678");
    }

    @Test
    void leavesTheTextWhenItOnlyCounts() {
        PersonalData counting = new PersonalData(PrivacySettings.all(PrivacyAction.COUNT));
        assertThat(counting.find("taro@ayatori-mail.jp")).containsExactly(new Finding(PersonalKind.EMAIL, 0, 20));
        assertThat(counting.mask("taro@ayatori-mail.jp")).isEqualTo("taro@ayatori-mail.jp");
    }

    @Test
    void findsInOrderWithoutOverlaps() {
        List<PersonalSamples.Sample> samples = new PersonalSamples(7).samples(600, 600);
        String text = String.join(
                "\n", samples.stream().map(PersonalSamples.Sample::text).toList());
        int from = 0;
        for (Finding finding : data.find(text)) {
            assertThat(finding.start()).isGreaterThanOrEqualTo(from);
            assertThat(finding.end()).isGreaterThan(finding.start()).isLessThanOrEqualTo(text.length());
            from = finding.end();
        }
    }

    @Property(tries = 1_000)
    void findsNothingMoreInWhatItMasked(@ForAll("texts") String text) {
        String once = masked(text);
        assertThat(masked(once)).isEqualTo(once);
    }

    @Provide
    Arbitrary<String> texts() throws IOException {
        List<String> pieces = new ArrayList<>(List.of("TEL", "注文番号", "version", "@", "[PHONE]", "1", "12", "😀"));
        Stream.concat(
                        new PersonalSamples(11).samples(600, 100).stream(),
                        new FormSamples(11).samples(600, 100).stream())
                .map(sample -> sample.positive() ? sample.planted() : sample.text())
                .forEach(pieces::add);
        Arbitrary<String> gaps = Arbitraries.of(" ", "、", "。", "\r\n", ", ", "（", "）", ": ", "は", " - ");
        return Combinators.combine(Arbitraries.of(pieces), gaps)
                .as(String::concat)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(list -> String.join("", list));
    }

    @Test
    void tellsNineInTenAndIsSeldomWrong() throws IOException {
        List<PersonalSamples.Sample> samples = new ArrayList<>(new PersonalSamples(99).samples(3_000, 3_000));
        samples.addAll(new FormSamples(99).samples(3_000, 3_000));
        Map<PersonalKind, PrivacyBench.Score> scores = PrivacyBench.scores(samples);
        assertThat(Arrays.asList(PersonalKind.values())).allSatisfy(kind -> {
            PrivacyBench.Score score = java.util.Objects.requireNonNull(scores.get(kind));
            assertThat(score.recall()).as(kind.label()).isGreaterThan(0.9);
            assertThat(score.precision()).as(kind.label()).isGreaterThan(0.98);
        });
    }
}
