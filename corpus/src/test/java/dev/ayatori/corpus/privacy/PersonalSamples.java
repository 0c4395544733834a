package dev.ayatori.corpus.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Sentences that hold personal data, and sentences that hold something that looks like it. Made from how people write such
 * things, not from the rules that look for them: forms that no rule knows are here on purpose.
 */
final class PersonalSamples {
    private final Random random;
    private final LookAlikes lookAlikes;

    PersonalSamples(long seed) {
        this.random = new Random(seed);
        this.lookAlikes = new LookAlikes(random);
    }

    /**
     * A sentence.
     *
     * @param kind what it holds, or what the near-miss in it looks like
     * @param form a few words on the way it is written
     * @param start where that begins in the text
     */
    record Sample(PersonalKind kind, boolean positive, String form, String text, int start, int end) {
        String planted() {
            return text.substring(start, end);
        }
    }

    record Written(String form, String text) {}

    /** So many samples of each sort, in turn over all kinds. */
    List<Sample> samples(int positives, int nearMisses) {
        List<Sample> samples = new ArrayList<>();
        PersonalKind[] kinds = PersonalKind.values();
        for (int i = 0; i < positives; i++) {
            PersonalKind kind = kinds[i % kinds.length];
            samples.add(in(contexts(kind), kind, true, written(kind)));
        }
        for (int i = 0; i < nearMisses; i++) {
            PersonalKind kind = kinds[i % kinds.length];
            Written written = lookAlikes.of(kind);
            samples.add(in(lookAlikes.contexts(written.form()), kind, false, written));
        }
        return samples;
    }

    private Sample in(String[] contexts, PersonalKind kind, boolean positive, Written written) {
        String context = contexts[random.nextInt(contexts.length)];
        int place = context.indexOf('_');
        String text = context.substring(0, place) + written.text() + context.substring(place + 1);
        return new Sample(
                kind,
                positive,
                written.form(),
                text,
                place,
                place + written.text().length());
    }

    private Written written(PersonalKind kind) {
        return switch (kind) {
            case EMAIL -> email();
            case PHONE -> phone();
            case IP_ADDRESS -> ipAddress();
            case CARD_NUMBER -> card();
            case MY_NUMBER -> myNumber();
            case POSTAL_ADDRESS -> postalAddress();
        };
    }

    private static String[] contexts(PersonalKind kind) {
        return switch (kind) {
            case EMAIL ->
                new String[] {
                    "お問い合わせは_までお送りください。",
                    "連絡先:_",
                    "メール：_（平日のみ）",
                    "Please write to _ for details.",
                    "Contact: <_>",
                    "author = \"_\"",
                    "質問は_へどうぞ",
                    "Reported-by: Taro Sato <_>",
                    "(_)",
                    "mailto:_"
                };
            case PHONE ->
                new String[] {
                    "お問い合わせは_まで。",
                    "電話：_",
                    "TEL _ 担当 佐藤",
                    "Tel. _",
                    "Call _ today.",
                    "ご予約は電話（_）で承ります。",
                    "You can reach me at _ after six.",
                    "携帯 _",
                    "私の番号は_です。",
                    "FAX：_",
                    "緊急連絡先は _ 。",
                    "フリーダイヤル_"
                };
            case IP_ADDRESS ->
                new String[] {
                    "アクセス元は_でした。",
                    "Connection from _ refused",
                    "_ - - [10/Oct/2020:13:55:36] \"GET / HTTP/1.1\" 200",
                    "IPアドレス：_",
                    "The host _ did not answer.",
                    "編集者 _ による投稿",
                    "$ ping _",
                    "Banned: _ (spam)",
                    "サーバー_に接続します"
                };
            case CARD_NUMBER ->
                new String[] {
                    "カード番号は_です。",
                    "クレジットカード：_",
                    "Card number: _",
                    "My Visa is _, exp 12/29.",
                    "お支払いは_（有効期限 03/28）で。",
                    "_ が不正に使われました",
                    "charge _ please",
                    "番号 _ を入力"
                };
            case MY_NUMBER ->
                new String[] {
                    "マイナンバーは_です。",
                    "個人番号：_",
                    "My Number: _",
                    "My individual number is _.",
                    "マイナンバーカードの番号（_）を確認",
                    "氏名 山田花子 個人番号 _",
                    "彼の番号は_だった。",
                    "扶養親族の個人番号 _ を記入"
                };
            case POSTAL_ADDRESS ->
                new String[] {
                    "住所：_",
                    "本人の自宅は_にある。",
                    "お届け先 _ 様方",
                    "I live at _.",
                    "送付先は_です。",
                    "Address: _",
                    "転居先は_、来月から。",
                    "会場は_（駅から徒歩五分）"
                };
        };
    }

    // ---- e-mail

    private Written email() {
        String local = pick(
                "taro",
                "hanako.sato",
                "y_tanaka",
                "info",
                "k-suzuki",
                "m.ito+news",
                "dev",
                "a1b2c3",
                "o'brien",
                "jiro_99",
                "s",
                "x.y.z",
                "docomo..sky.");
        String domain = pick(
                "ayatori-mail.jp",
                "mail.nagoya-u.ac.jp",
                "sub.host.co.uk",
                "gmail.com",
                "city.kyoto.lg.jp",
                "ezweb.ne.jp",
                "firma.de",
                "my-site.photography",
                "xn--wgv71a119e.jp",
                "k3.dion.ne.jp");
        String plain = local + "@" + domain;
        return choose(
                List.of(
                        () -> new Written("plain", plain),
                        () -> new Written("plain", plain),
                        () -> new Written("capital letters", plain.toUpperCase(java.util.Locale.ROOT)),
                        () -> new Written("full-width", wide(plain)),
                        () -> new Written("full-width at", local + "＠" + domain),
                        () -> new Written("(at)", local + "(at)" + domain),
                        () -> new Written("[at] with spaces", local + " [at] " + domain),
                        () -> new Written("at and dot in words", local + " at " + domain.replace(".", " dot ")),
                        () -> new Written("アット", local + "アット" + domain),
                        () -> new Written("★", local + "★" + domain)),
                new int[] {30, 10, 8, 10, 10, 6, 5, 1, 1, 1});
    }

    // ---- telephone

    private Written phone() {
        String mobile = pick("090", "080", "070");
        String four = digits(4);
        String last = digits(4);
        String[] area = pick(
                        "03 " + between(3, 6) + digits(3),
                        "06 6" + digits(3),
                        "052 " + between(2, 9) + digits(2),
                        "011 " + between(2, 9) + digits(2),
                        "0467 " + between(2, 9) + digits(1),
                        "04 7" + digits(3),
                        "0995 " + between(2, 9) + digits(1),
                        "01372 " + between(2, 9))
                .split(" ");
        String landline = area[0] + "-" + area[1] + "-" + last;
        String head = between(1, 9) + digits(3);
        String nanp = between(2, 9) + digits(2) + "-" + between(2, 9) + digits(2) + "-" + last;
        return choose(
                List.of(
                        () -> new Written("mobile", mobile + "-" + head + "-" + last),
                        () -> new Written("mobile together", mobile + head + last),
                        () -> new Written("landline", landline),
                        () -> new Written("landline in parentheses", area[0] + "(" + area[1] + ")" + last),
                        () -> new Written("area in parentheses", "(" + area[0] + ")" + area[1] + "-" + last),
                        () -> new Written("full-width", wide(landline)),
                        () -> new Written("full-width minus", (mobile + "−" + head + "−" + last)),
                        () -> new Written("vowel sign as dash", mobile + "ー" + head + "ー" + last),
                        () -> new Written("spaces", mobile + " " + head + " " + last),
                        () -> new Written("dots", mobile + "." + head + "." + last),
                        () -> new Written("free call", "0120-" + digits(3) + "-" + digits(3)),
                        () -> new Written("landline together", area[0] + area[1] + last),
                        () -> new Written("Japan from abroad", "+81-" + landline.substring(1)),
                        () -> new Written(
                                "Japan from abroad, mobile", "+81 " + mobile.substring(1) + " " + head + " " + last),
                        () -> new Written("Japan with (0)", "+81 (0)" + landline.substring(1)),
                        () -> new Written("E.164 together", "+81" + mobile.substring(1) + head + last),
                        () -> new Written("North America", nanp),
                        () -> new Written(
                                "North America, parentheses", "(" + nanp.substring(0, 3) + ") " + nanp.substring(4)),
                        () -> new Written("North America, plus", "+1 " + nanp),
                        () -> new Written("Britain", "+44 20 " + digits(4) + " " + last),
                        () -> new Written("Germany", "+49 30 " + between(1, 9) + digits(5)),
                        () -> new Written("Korea", "+82-10-" + digits(4) + "-" + last),
                        () -> new Written("kanji", kanji(mobile) + "―" + kanji(head) + "―" + kanji(last)),
                        () -> new Written("の between", area[0] + "の" + area[1] + "の" + last),
                        () -> new Written("without area", four + "-" + last),
                        () -> new Written("slashes", mobile + "/" + head + "/" + last)),
                new int[] {14, 8, 14, 6, 5, 6, 3, 3, 4, 2, 4, 3, 4, 4, 2, 3, 4, 3, 3, 3, 2, 2, 1, 1, 1, 1});
    }

    // ---- internet addresses

    private Written ipAddress() {
        String four = publicFour();
        String six = "2" + pick("001", "400", "404", "606", "a02") + ":" + hex() + ":" + hex() + ":" + hex() + ":"
                + hex() + ":" + hex() + ":" + hex() + ":" + hex();
        String[] groups = six.split(":");
        return choose(
                List.of(
                        () -> new Written("v4", four),
                        () -> new Written("v4 with port", four),
                        () -> new Written("v4 full-width", wide(four)),
                        () -> new Written(
                                "v4, small numbers",
                                between(1, 9) + "." + between(0, 9) + "." + between(0, 9) + "." + between(0, 9)),
                        () -> new Written("v6", six),
                        () -> new Written("v6 shortened", groups[0] + ":" + groups[1] + "::" + groups[7]),
                        () -> new Written("v6 network", groups[0] + ":" + groups[1] + ":" + groups[2] + "::"),
                        () -> new Written("v6 capital", six.toUpperCase(java.util.Locale.ROOT)),
                        () -> new Written("v4 in v6", "::ffff:" + four),
                        () -> new Written(
                                "v4 with zeros",
                                String.format(
                                        "%03d.%03d.%03d.%03d",
                                        1 + random.nextInt(9),
                                        100 + random.nextInt(100),
                                        random.nextInt(99),
                                        random.nextInt(200)))),
                new int[] {40, 8, 4, 5, 15, 10, 4, 4, 2, 1});
    }

    private String publicFour() {
        int first = Integer.parseInt(pick(
                "8", "13", "27", "36", "49", "61", "66", "93", "104", "118", "126", "133", "150", "160", "182", "202",
                "210", "219", "221"));
        return first + "." + random.nextInt(256) + "." + random.nextInt(256) + "." + (1 + random.nextInt(254));
    }

    private String hex() {
        return Integer.toHexString(random.nextInt(0x10000));
    }

    // ---- cards

    private Written card() {
        String number = pick("16", "16", "16", "16 m", "16 j", "15", "14", "16 c", "19");
        String digits = switch (number) {
            case "15" -> luhn(pick("34", "37"), 15);
            case "14" -> luhn(pick("300", "305", "36", "38"), 14);
            case "16 m" -> luhn(pick("51", "55", "2221", "2720", "53"), 16);
            case "16 j" -> luhn(pick("3528", "3589", "3540"), 16);
            case "16 c" -> luhn(pick("6221", "6250", "6011", "65"), 16);
            case "19" -> luhn("62", 19);
            default -> luhn("4", 16);
        };
        String sign = pick("-", " ");
        String parted = digits.length() == 15
                ? digits.substring(0, 4) + sign + digits.substring(4, 10) + sign + digits.substring(10)
                : digits.length() == 14
                        ? digits.substring(0, 4) + sign + digits.substring(4, 10) + sign + digits.substring(10)
                        : digits.replaceAll("(\\d{4})(?=\\d)", "$1" + sign);
        return choose(
                List.of(
                        () -> new Written("together", digits),
                        () -> new Written("in groups", parted),
                        () -> new Written("full-width", wide(parted)),
                        () -> new Written("dots", parted.replace(sign, ".")),
                        () -> new Written("middle dots", parted.replace(sign, "・"))),
                new int[] {30, 50, 10, 1, 1});
    }

    private String luhn(String prefix, int length) {
        String body = prefix + digits(length - 1 - prefix.length());
        for (int check = 0; check < 10; check++) {
            int sum = 0;
            boolean twice = false;
            String whole = body + check;
            for (int i = whole.length() - 1; i >= 0; i--, twice = !twice) {
                int value = (whole.charAt(i) - '0') * (twice ? 2 : 1);
                sum += value / 10 + value % 10;
            }
            if (sum % 10 == 0) {
                return whole;
            }
        }
        throw new AssertionError("one of ten digits fits");
    }

    // ---- individual numbers

    private Written myNumber() {
        String digits = individual();
        String grouped = digits.substring(0, 4) + "-" + digits.substring(4, 8) + "-" + digits.substring(8);
        return choose(
                List.of(
                        () -> new Written("together", digits),
                        () -> new Written("hyphens", grouped),
                        () -> new Written("spaces", grouped.replace('-', ' ')),
                        () -> new Written("full-width", wide(digits)),
                        () -> new Written("full-width spaces", grouped.replace('-', '　')),
                        () -> new Written("vowel signs", grouped.replace('-', 'ー')),
                        () -> new Written("groups of three", digits.replaceAll("(\\d{3})(?=\\d)", "$1 "))),
                new int[] {40, 15, 20, 10, 5, 3, 1});
    }

    /** Weights 6 5 4 3 2 7 6 5 4 3 2 from the left, as a tax office writes them. */
    private String individual() {
        int[] weights = {6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
        String body = digits(11);
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (body.charAt(i) - '0');
        }
        int check = 11 - sum % 11;
        return body + (check >= 10 ? 0 : check);
    }

    // ---- postal addresses

    private Written postalAddress() {
        String place = pick(
                "東京都港区芝公園",
                "大阪府大阪市北区中之島",
                "京都府京都市中京区寺町通御池上る上本能寺前町",
                "北海道札幌市中央区北1条西",
                "埼玉県さいたま市大宮区桜木町",
                "愛知県長久手市岩作城の内",
                "神奈川県三浦郡葉山町堀内",
                "長野県下伊那郡阿智村駒場",
                "福岡県福岡市博多区住吉",
                "沖縄県那覇市おもろまち",
                "広島県呉市中央",
                "三重県津市西丸之内",
                "東京都千代田区霞が関",
                "茨城県つくば市研究学園",
                "鹿児島県鹿児島市鴨池新町",
                "山口県下関市南部町",
                "東京都武蔵野市吉祥寺本町",
                "兵庫県神戸市中央区加納町");
        String short3 = between(1, 9) + "-" + between(1, 30) + "-" + between(1, 20);
        String blocks = between(1, 9) + "丁目" + between(1, 30) + "番" + between(1, 20) + "号";
        String code = digits(3) + "-" + digits(4);
        String room = pick(" サンハイツ203号室", "コーポあさひ102", " 第二中央ビル5F", " グランドメゾン1204", "");
        return choose(
                List.of(
                        () -> new Written("hyphens", place + short3),
                        () -> new Written("blocks", place + blocks),
                        () -> new Written("plot", place + between(1, 2000) + "番地"),
                        () -> new Written("plot and branch", place + between(1, 900) + "番地の" + between(1, 9)),
                        () -> new Written("two numbers", place + between(1, 900) + "-" + between(1, 30)),
                        () -> new Written("code and address", "〒" + code + " " + place + short3),
                        () -> new Written(
                                "code and address, full-width", "〒" + wide(code) + "　" + place + wide(short3)),
                        () -> new Written("code without sign", code + " " + place + short3),
                        () -> new Written("code alone", "〒" + code),
                        () -> new Written("with a building", place + short3 + room),
                        () -> new Written(
                                "kanji numbers",
                                place + kanji(between(1, 9)) + "丁目" + kanji(between(1, 9)) + "番" + kanji(between(1, 9))
                                        + "号"),
                        () -> new Written(
                                "kanji numbers with dashes",
                                place + kanji(between(1, 9)) + "―" + kanji(between(1, 9)) + "―" + kanji(between(1, 9))),
                        () -> new Written("bare number", place + between(10, 3000)),
                        () -> new Written(
                                "without prefecture",
                                place.substring(place.indexOf('県') > 0 ? place.indexOf('県') + 1 : 3) + short3),
                        () -> new Written("block only", place + between(1, 9) + "丁目"),
                        () -> new Written(
                                "Latin letters",
                                short3
                                        + pick(
                                                " Shibakoen, Minato-ku, Tokyo ",
                                                " Nishiki, Naka-ku, Nagoya ",
                                                " Sakae-machi, Tachikawa-shi, Tokyo ")
                                        + code),
                        () -> new Written(
                                "Latin letters, long form",
                                between(1, 9) + "-chome " + between(1, 9) + "-" + between(1, 9)
                                        + " Ginza, Chuo City, Tokyo")),
                new int[] {14, 10, 6, 5, 5, 12, 6, 5, 5, 8, 4, 1, 3, 6, 1, 5, 1});
    }

    // ---- dice

    private Written choose(List<Supplier<Written>> makers, int[] weights) {
        int all = 0;
        for (int weight : weights) {
            all += weight;
        }
        int drawn = random.nextInt(all);
        for (int i = 0; i < weights.length; i++) {
            drawn -= weights[i];
            if (drawn < 0) {
                return makers.get(i).get();
            }
        }
        throw new AssertionError("one is drawn");
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String digits(int count) {
        return digits(random, count);
    }

    static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private String between(int least, int most) {
        return Integer.toString(least + random.nextInt(most - least + 1));
    }

    static String wide(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append(c > ' ' && c < 0x7F ? (char) (c + 0xFEE0) : (char) c));
        return wide.toString();
    }

    private static String kanji(String digits) {
        StringBuilder kanji = new StringBuilder();
        digits.chars().forEach(c -> kanji.append("〇一二三四五六七八九".charAt(c - '0')));
        return kanji.toString();
    }
}
