package dev.ayatori.corpus.privacy;

/** Words before a number that tell what it is; the last one counts. */
final class Labels {
    private static final int REACH = 24;
    private static final String[] TELEPHONE = {
        "電話",
        "携帯",
        "連絡先",
        "ファックス",
        "ファクス",
        "ファクシミリ",
        "問い合わせ",
        "問合せ",
        "問合わせ",
        "フリーダイヤル",
        "フリーコール",
        "ナビダイヤル",
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
        "問い合わせ番号",
        "問合せ番号",
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
        int telephone = text.lastOf(TELEPHONE, start, REACH);
        return telephone >= 0 && telephone >= text.lastOf(OTHER, start, REACH);
    }

    /** Whether a number of another kind is announced, such as an order's. */
    static boolean otherNumber(FoldedText text, int start) {
        return otherNumber(text, start, REACH);
    }

    /** The same, at most so many chars before. */
    static boolean otherNumber(FoldedText text, int start, int reach) {
        int other = text.lastOf(OTHER, start, reach);
        return other >= 0 && other > text.lastOf(TELEPHONE, start, reach);
    }
}
