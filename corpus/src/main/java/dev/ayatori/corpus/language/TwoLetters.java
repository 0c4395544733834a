package dev.ayatori.corpus.language;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The two letters of ISO 639-1 for the three of ISO 639-3. */
final class TwoLetters {
    private TwoLetters() {}

    static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOLanguages()) {
            codes.put(Locale.of(code).getISO3Language(), code);
        }
        codes.put("cmn", "zh");
        return codes;
    }
}
