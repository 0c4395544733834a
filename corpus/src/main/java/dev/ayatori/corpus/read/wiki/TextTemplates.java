package dev.ayatori.corpus.read.wiki;

import java.util.Set;

/** Templates that only set one of their arguments as text, such as in another font or language; all others are taken out. */
final class TextTemplates {
    private static final Set<String> FIRST = Set.of("""
            nowrap, nobr, small, smaller, big, larger, unicode, ipa, ipa2, sup, sub, 補助漢字フォント,
            jis2004フォント, jis90フォント, cp932フォント, 補助漢字, 仮リンク, 要出典範囲, 要検証範囲, 読み仮名, 読み仮名 ruby不使用, ruby, ルビ,
            拡張漢字, 機種依存文字, 環境依存文字, quote, quotation, bquote, blockquote, cquote, 行内引用, 日本語版にない記事リンク,
            snamei, sname, interlang, 語釈, okina, dn, bf, 強調, 下線, italic, smallcaps, sc, 日本語フォント, 記事リンク,
            abbr, tooltip, underline, nihongo, 要ページ番号範囲, 信頼性要検証範囲, 誰範囲, いつ範囲, 独自研究範囲, 要説明範囲, 疑問点範囲, キー,
            key, vanc, polytonic, 高線, visible anchor, ウィキ座標, lang2
            """.strip().split(",\\s+"));

    private static final Set<String> SECOND =
            Set.of("lang", "fontsize", "font", "fontcolor", "color", "font color", "ill2", "audio");

    private TextTemplates() {}

    /** Number of the argument that is the text, 0 when the template is to be taken out. */
    static int argument(String name) {
        if (SECOND.contains(name)) {
            return 2;
        }
        boolean language = name.startsWith("lang-") || name.matches("[a-z]{2}|grc|zh-[a-z-]+|ilq");
        return FIRST.contains(name) || language ? 1 : 0;
    }
}
