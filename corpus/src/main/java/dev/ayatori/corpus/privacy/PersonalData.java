package dev.ayatori.corpus.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds and masks personal data; a pure function of the text. Safe for many threads. */
public final class PersonalData {
    private static final char LAST_SIGN = '\u3012';

    private final PrivacySettings settings;
    private final Set<PersonalKind> wanted;
    private final NetworkAddresses networks;

    public PersonalData(PrivacySettings settings) {
        this.settings = settings;
        this.wanted = settings.wanted();
        this.networks = new NetworkAddresses(settings.privateNetworks());
    }

    /** Whether anything is looked for at all. */
    public boolean any() {
        return !wanted.isEmpty();
    }

    /** Everything wanted that stands in a text, in its order, without overlaps. */
    public List<Finding> find(String text) {
        List<Finding> findings = new ArrayList<>();
        if (any()) {
            FoldedText folded = new FoldedText(text);
            int from = 0;
            for (int i = 0; i < folded.length(); i++) {
                Finding finding = at(folded, i, from);
                if (finding.end() > 0) {
                    findings.add(finding);
                    from = finding.end();
                    i = from - 1;
                }
            }
        }
        return findings;
    }

    /** The text with tags in place of what is to be masked. */
    public String mask(String text, List<Finding> findings) {
        var out = new StringBuilder(text.length());
        int from = 0;
        for (Finding finding : findings) {
            if (settings.masks(finding.kind())) {
                out.append(text, from, finding.start()).append(finding.kind().tag());
                from = finding.end();
            }
        }
        return from == 0 ? text : out.append(text, from, text.length()).toString();
    }

    /** The text without what is to be masked. */
    public String mask(String text) {
        return mask(text, find(text));
    }

    private Finding at(FoldedText text, int place, int from) {
        char c = text.at(place);
        if (c >= 0x80) {
            return c < LAST_SIGN ? none() : atCharacter(text, place, from);
        }
        return switch (c) {
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                place > from && text.isDigit(place - 1) ? none() : atDigit(text, place);
            case '+' -> finding(PersonalKind.PHONE, () -> PhoneNumbers.at(text, place));
            case '@' -> finding(PersonalKind.EMAIL, () -> EmailAddresses.around(text, place, from));
            case '(' ->
                text.isDigit(place + 1)
                        ? finding(PersonalKind.PHONE, () -> PhoneNumbers.at(text, place))
                        : finding(PersonalKind.EMAIL, () -> EmailAddresses.around(text, place, from));
            case '[', '{', '<' ->
                text.at(place + 1) == 'a'
                        ? finding(PersonalKind.EMAIL, () -> EmailAddresses.around(text, place, from))
                        : none();
            case ':' -> finding(PersonalKind.IP_ADDRESS, () -> networks.version6(text, place, from));
            case '-' ->
                text.isLetter(place + 1)
                        ? finding(PersonalKind.POSTAL_ADDRESS, () -> RomanAddresses.around(text, place, from))
                        : none();
            default -> none();
        };
    }

    private Finding atDigit(FoldedText text, int place) {
        Finding finding = finding(PersonalKind.IP_ADDRESS, () -> networks.version4(text, place));
        if (finding.end() < 0) {
            finding = finding(PersonalKind.CARD_NUMBER, () -> CardNumbers.at(text, place));
        }
        if (finding.end() < 0) {
            finding = finding(PersonalKind.MY_NUMBER, () -> MyNumbers.at(text, place));
        }
        return finding.end() < 0 ? finding(PersonalKind.PHONE, () -> PhoneNumbers.at(text, place)) : finding;
    }

    private Finding atCharacter(FoldedText text, int place, int from) {
        return switch (text.at(place)) {
            case '〒' -> finding(PersonalKind.POSTAL_ADDRESS, () -> PostalAddresses.atSign(text, place));
            case '都', '道', '府', '県' ->
                finding(PersonalKind.POSTAL_ADDRESS, () -> PostalAddresses.atPrefecture(text, place, from));
            case '市', '区', '郡' ->
                finding(PersonalKind.POSTAL_ADDRESS, () -> PostalAddresses.atMunicipality(text, place, from));
            default -> none();
        };
    }

    private interface Search {
        Span run();
    }

    private Finding finding(PersonalKind kind, Search search) {
        if (!wanted.contains(kind)) {
            return none();
        }
        Span span = search.run();
        return span.found() ? new Finding(kind, span.start(), span.end()) : none();
    }

    private static Finding none() {
        return NONE;
    }

    private static final Finding NONE = new Finding(PersonalKind.EMAIL, -1, -1);
}
