package dev.ayatori.corpus.source;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Brings the many ways POMs write a licence to its SPDX identifier. */
final class LicenceNames {
    private record Form(Pattern pattern, String identifier) {}

    private static final List<Form> FORMS = List.of(
            form("apache.*2(\\.0)?\\b.*|al2|asl.?2.*", "Apache-2.0"),
            form("(the )?mit( licen[sc]e)?\\b.*", "MIT"),
            form(".*bsd.*(3|new|revised).*", "BSD-3-Clause"),
            form(".*bsd.*(2|simplified).*", "BSD-2-Clause"),
            form(".*(eclipse public|epl).*2.*", "EPL-2.0"),
            form(".*(eclipse public|epl).*1.*", "EPL-1.0"),
            form(".*(mozilla|mpl).*2.*", "MPL-2.0"),
            form(".*cc0.*", "CC0-1.0"));

    private LicenceNames() {}

    /** The SPDX identifier, or the text itself where it is no known form. */
    static String identifier(String written) {
        String plain = written.strip().toLowerCase(Locale.ROOT);
        return FORMS.stream()
                .filter(form -> form.pattern().matcher(plain).matches())
                .map(Form::identifier)
                .findFirst()
                .orElse(written.strip());
    }

    private static Form form(String pattern, String identifier) {
        return new Form(Pattern.compile(pattern.startsWith("apache") ? "(.*\\b)?" + pattern : pattern), identifier);
    }
}
