package dev.ayatori.corpus.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
                "0120-444-444"
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
                "山手線3番線"
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
                "4-2-8 Shibakoen, Minato-ku, Tokyo 105-0011"
            })
    void tellsAddressesToTheirEnd(String address) {
        assertThat(masked("は" + address + "に")).isEqualTo("は[POSTAL_ADDRESS]に");
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
        assertThat(new PersonalData(networks).mask("10.20.30.40 fe80::1:2 090-1234-5678"))
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

    @Test
    void findsNothingMoreInWhatItMasked() {
        for (PersonalSamples.Sample sample : new PersonalSamples(11).samples(600, 0)) {
            String once = masked(sample.text());
            assertThat(masked(once)).isEqualTo(once);
        }
    }

    @Test
    void tellsNineInTenAndIsSeldomWrong() {
        Map<PersonalKind, PrivacyBench.Score> scores =
                PrivacyBench.scores(new PersonalSamples(99).samples(3_000, 3_000));
        assertThat(Arrays.asList(PersonalKind.values())).allSatisfy(kind -> {
            PrivacyBench.Score score = java.util.Objects.requireNonNull(scores.get(kind));
            assertThat(score.recall()).as(kind.label()).isGreaterThan(0.9);
            assertThat(score.precision()).as(kind.label()).isGreaterThan(0.98);
        });
    }
}
