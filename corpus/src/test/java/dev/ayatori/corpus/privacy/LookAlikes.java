package dev.ayatori.corpus.privacy;

import dev.ayatori.corpus.privacy.PersonalSamples.Written;
import java.util.Locale;
import java.util.Random;

/** What is not personal data and looks like it: numbers of things, versions, dates, sums, wrong check digits, places. */
final class LookAlikes {
    private static final String[] ORDERS = {
        "注文番号：_",
        "ご注文番号_を控えてください。",
        "Order no. _ has shipped.",
        "伝票番号 _",
        "お荷物の追跡番号は_です。",
        "Invoice _",
        "シリアル番号_",
        "tracking: _",
        "会員番号 _ の方",
        "ID: _"
    };
    private static final String[] BOOKS = {"ISBN _", "ISBN：_ 定価", "isbn=_", "JANコード _", "(ISBN _)"};
    private static final String[] VERSIONS = {
        "バージョン_を公開しました。",
        "Upgrade to version _ now.",
        "app-_.tar.gz",
        "v_",
        "(since _)",
        "ファームウェア _ 以降",
        "requires libfoo >= _",
        "第_節を参照",
        "See section _ for details.",
        "package foo _-1 amd64"
    };
    private static final String[] DATES = {"_に開催します。", "Posted on _ by admin", "更新日：_", "[_] started", "会期 _", "at _"};
    private static final String[] SUMS = {"価格は_円です。", "合計 _円（税込）", "The price is $_.", "人口_人", "約_件のうち", "¥_", "総額_億円"};
    private static final String[] PLAIN = {
        "番号 _ を確認", "value = _", "コード：_", "_ を参照。", "no. _", "- _", "log: _ ok", "「_」と書いてある。"
    };
    private static final String[] PLACES = {"先週_に行った。", "_が話題です。", "Yesterday in _ it rained.", "_の歴史", "舞台は_。"};

    private final Random random;

    LookAlikes(Random random) {
        this.random = random;
    }

    String[] contexts(String form) {
        return switch (form) {
            case "order" -> ORDERS;
            case "book" -> BOOKS;
            case "version" -> VERSIONS;
            case "date" -> DATES;
            case "sum" -> SUMS;
            case "place" -> PLACES;
            default -> PLAIN;
        };
    }

    Written of(PersonalKind kind) {
        return switch (kind) {
            case EMAIL -> email();
            case PHONE -> phone();
            case IP_ADDRESS -> ipAddress();
            case CARD_NUMBER -> card();
            case MY_NUMBER -> myNumber();
            case POSTAL_ADDRESS -> address();
        };
    }

    private Written email() {
        return switch (random.nextInt(10)) {
            case 0 -> new Written("handle", "@" + pick("taro_s", "hanako99", "ayatori.dev", "k-suzuki"));
            case 1 -> new Written("package", pick("lodash@4.17.", "react@18.2.", "vue@3.4.") + number(30));
            case 2 -> new Written("retina image", "icon" + number(9) + "@2x.png");
            case 3 ->
                new Written(
                        "remote",
                        "git@" + pick("git.host.jp", "code.firma.de") + ":team/" + pick("web", "core") + ".git");
            case 4 ->
                new Written("annotation", pick("@Override", "@param name", "@charset", "@media screen", "{@link Foo}"));
            case 5 ->
                new Written(
                        "host without domain",
                        pick("root", "user", "pi") + "@" + pick("localhost", "server" + number(9), "raspberrypi"));
            case 6 ->
                new Written(
                        "example",
                        pick("user", "taro", "info") + "@" + pick("example.com", "example.co.jp", "mail.example.org"));
            case 7 -> new Written("price each", number(9) + " @ ¥" + number(900));
            case 8 -> new Written("fediverse", "@" + pick("taro", "dev") + "@" + pick("social.host.jp", "mstdn.jp"));
            default ->
                new Written(
                        "password in address",
                        "https://user:secret" + number(99) + "@host" + number(9) + ".firma.de/path");
        };
    }

    private Written phone() {
        return switch (random.nextInt(12)) {
            case 0 ->
                new Written(
                        "date",
                        (1950 + random.nextInt(80)) + "-0" + (1 + random.nextInt(9)) + "-" + (10 + random.nextInt(19)));
            case 1 ->
                new Written(
                        "date",
                        "20" + digits(2) + "/1" + random.nextInt(3) + "/0" + (1 + random.nextInt(9)) + " 1"
                                + random.nextInt(10) + ":" + (10 + random.nextInt(50)));
            case 2 -> new Written("sum", String.format(Locale.ROOT, "%,d", 1_000_000 + random.nextInt(2_000_000_000)));
            case 3 -> new Written("order", digits(3) + "-" + digits(7) + "-" + digits(7));
            case 4 -> new Written("order", digits(11));
            case 5 -> new Written("order", "0" + digits(9));
            case 6 -> new Written("book", "4-" + digits(2) + "-" + digits(6) + "-" + digits(1));
            case 7 -> new Written("part number", "A" + digits(2) + "-" + digits(4) + "-" + digits(4));
            case 8 -> new Written("coordinates", "35." + digits(6) + ", 139." + digits(6));
            case 9 -> new Written("score", random.nextInt(10) + "-" + random.nextInt(10) + "-" + random.nextInt(10));
            case 10 -> new Written("too long", "090-" + digits(4) + "-" + digits(6));
            default -> new Written("sum", "+" + (1 + random.nextInt(900)) + "." + digits(2));
        };
    }

    private Written ipAddress() {
        return switch (random.nextInt(11)) {
            case 0 -> new Written("version", number(12) + "." + number(20) + "." + number(20));
            case 1, 2 -> new Written("version", number(12) + "." + number(20) + "." + number(30) + "." + number(40));
            case 3 -> new Written("version", "10.0." + (10000 + random.nextInt(9999)) + "." + number(999));
            case 4 -> new Written("private", "192.168." + random.nextInt(256) + "." + random.nextInt(256));
            case 5 ->
                new Written(
                        "private", "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256));
            case 6 -> new Written("mask", "255.255." + pick("255", "0", "254") + ".0");
            case 7 ->
                new Written(
                        "hardware",
                        String.format(
                                Locale.ROOT,
                                "%02x:%02x:%02x:%02x:%02x:%02x",
                                random.nextInt(256),
                                random.nextInt(256),
                                random.nextInt(256),
                                random.nextInt(256),
                                random.nextInt(256),
                                random.nextInt(256)));
            case 8 ->
                new Written(
                        "date",
                        "1" + random.nextInt(10) + ":" + (10 + random.nextInt(50)) + ":" + (10 + random.nextInt(50)));
            case 9 -> new Written("scope", pick("std::vector", "dead::beef", "cafe::add", "Foo::bar", "::face"));
            default ->
                new Written(
                        "too large",
                        (256 + random.nextInt(700)) + "." + random.nextInt(256) + "." + random.nextInt(256) + ".1");
        };
    }

    private Written card() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> new Written("wrong check digit", wrongCard(false));
            case 2 -> new Written("wrong check digit", wrongCard(true));
            case 3 -> new Written("order", digits(16));
            case 4 -> new Written("order", digits(4) + "-" + digits(4) + "-" + digits(4) + "-" + digits(4));
            case 5 -> new Written("book", "978" + digits(10));
            case 6 ->
                new Written(
                        "time stamp",
                        "20" + digits(2) + "0" + (1 + random.nextInt(9)) + "1" + digits(1) + "1" + digits(1)
                                + digits(4));
            default -> new Written("circle", "3.14159265358979" + digits(3));
        };
    }

    /** A number that Luhn's sum refuses: the check digit of a good one, moved. */
    private String wrongCard(boolean parted) {
        String body = pick("4", "52", "3530", "62") + digits(12);
        body = body.substring(0, 15 > body.length() ? body.length() : 15);
        body = body + digits(15 - body.length());
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            int value = (body.charAt(14 - i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += value / 10 + value % 10;
        }
        int wrong = (10 - sum % 10 + 1 + random.nextInt(9)) % 10;
        String whole = body + wrong;
        return parted ? whole.replaceAll("(\\d{4})(?=\\d)", "$1 ") : whole;
    }

    private Written myNumber() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> new Written("wrong check digit", wrongIndividual());
            case 2 -> new Written("order", digits(12));
            case 3 -> new Written("order", digits(4) + "-" + digits(4) + "-" + digits(4));
            case 4 -> new Written("corporate number", digits(13));
            case 5 -> new Written("number of twelve digits", digits(12));
            case 6 ->
                new Written(
                        "date",
                        "20" + digits(2) + "0" + (1 + random.nextInt(9)) + "1" + digits(1) + "1" + digits(1)
                                + digits(2));
            default ->
                new Written("sum", String.format(Locale.ROOT, "%,d", 100_000_000_000L + random.nextInt(2_000_000_000)));
        };
    }

    private String wrongIndividual() {
        String body = digits(11);
        int sum = 0;
        for (int i = 0; i < 11; i++) {
            sum += (i < 5 ? 6 - i : 12 - i) * (body.charAt(i) - '0');
        }
        int right = sum % 11 <= 1 ? 0 : 11 - sum % 11;
        return body + (right + 1 + random.nextInt(9)) % 10;
    }

    private Written address() {
        String place = pick("東京都千代田区", "京都府京都市", "北海道函館市", "神奈川県横浜市西区", "長野県諏訪郡富士見町");
        return switch (random.nextInt(10)) {
            case 0 -> new Written("place", place);
            case 1 -> new Written("place", place + "の" + number(9) + "月" + number(28) + "日");
            case 2 -> new Written("place", place + "で" + number(3) + "番目に古い寺");
            case 3 -> new Written("place", place + "内の" + number(20) + "-" + number(30) + "歳");
            case 4 -> new Written("place", place + "議会" + number(40) + "人");
            case 5 -> new Written("postal-like code", digits(3) + "-" + digits(4));
            case 6 -> new Written("place", "山手線" + number(9) + "番線");
            case 7 -> new Written("place", "ドイツ・ベルリン市" + number(9) + "番街");
            case 8 -> new Written("place", number(9) + "-" + number(9) + " in Minato-ku");
            default ->
                new Written(
                        "place", place + "が" + (1900 + random.nextInt(120)) + "-" + (20 + random.nextInt(70)) + "年度に");
        };
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String digits(int count) {
        return PersonalSamples.digits(random, count);
    }

    private String number(int most) {
        return Integer.toString(1 + random.nextInt(most));
    }
}
