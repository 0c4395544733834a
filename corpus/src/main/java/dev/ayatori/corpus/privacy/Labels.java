package dev.ayatori.corpus.privacy;

/** Words before a number that tell what it is. */
final class Labels {
    private static final int REACH = 18;
    private static final String[] TELEPHONE = {
        "電話",
        "携帯",
        "連絡先",
        "ファックス",
        "ファクス",
        "ファクシミリ",
        "問い合わせ先",
        "問合せ先",
        "tel",
        "telephone",
        "phone",
        "fax",
        "mobile",
        "cell",
        "call",
        "dial",
        "℡",
        "☎",
        "☏",
        "📞"
    };
    private static final String[] OTHER = {
        "isbn",
        "issn",
        "jan",
        "ean",
        "upc",
        "doi",
        "注文",
        "受注",
        "発注",
        "伝票",
        "送り状",
        "追跡",
        "品番",
        "型番",
        "商品",
        "製品",
        "会員",
        "予約",
        "受付番号",
        "管理番号",
        "整理番号",
        "登録番号",
        "法人番号",
        "口座",
        "特許",
        "特開",
        "特願",
        "シリアル",
        "製造番号",
        "order",
        "invoice",
        "part",
        "serial",
        "tracking",
        "version",
        "ver",
        "patent",
        "sku",
        "id",
        "account"
    };

    private Labels() {}

    /** Whether a telephone, mobile or fax number is announced. */
    static boolean telephone(FoldedText text, int start) {
        return text.precedes(TELEPHONE, start, REACH);
    }

    /** Whether a number of another kind is announced, such as an order's. */
    static boolean otherNumber(FoldedText text, int start) {
        return otherNumber(text, start, REACH);
    }

    /** The same, at most so many chars before. */
    static boolean otherNumber(FoldedText text, int start, int reach) {
        return text.precedes(OTHER, start, reach);
    }
}
