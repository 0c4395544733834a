package dev.ayatori.corpus.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds and masks personal data; a pure function of the text. Safe for many threads. */
public final class PersonalData {
    private static final char FIRST_SIGN = '\u25A0';

    private static final String POSTAL_CODE = "郵便番号";

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
                    folded.hide(finding.start(), finding.end());
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
            return c < FIRST_SIGN ? none() : atCharacter(text, place, from);
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
            case '[', '{', '<', '&' -> finding(PersonalKind.EMAIL, () -> EmailAddresses.around(text, place, from));
            case 'a' ->
                text.at(place - 1) == ' ' && text.at(place + 1) == 't' && text.at(place + 2) == ' '
                        ? finding(PersonalKind.EMAIL, () -> EmailAddresses.around(text, place, from))
                        : none();
            case ':' -> finding(PersonalKind.IP_ADDRESS, () -> networks.version6(text, place, from));
            default -> none();
        };
    }

    private Finding atDigit(FoldedText text, int place) {
        Finding finding = text.isLongNumber(place) ? number(text, place) : none();
        char next = text.at(text.digitsEnd(place));
        return finding.end() < 0 && (next == '-' || next == ' ')
                ? finding(PersonalKind.POSTAL_ADDRESS, () -> RomanAddresses.at(text, place))
                : finding;
    }

    private Finding number(FoldedText text, int place) {
        Finding finding = finding(PersonalKind.IP_ADDRESS, () -> networks.version4(text, place));
        if (finding.end() < 0) {
            GroupedDigits number = GroupedDigits.at(text, place);
            finding = finding(PersonalKind.CARD_NUMBER, () -> CardNumbers.in(text, place, number));
            if (finding.end() < 0) {
                finding = finding(PersonalKind.MY_NUMBER, () -> MyNumbers.in(text, place, number));
            }
        }
        return finding.end() < 0 ? finding(PersonalKind.PHONE, () -> PhoneNumbers.at(text, place)) : finding;
    }

    private Finding atCharacter(FoldedText text, int place, int from) {
        return switch (text.at(place)) {
            case '〒' -> finding(PersonalKind.POSTAL_ADDRESS, () -> PostalAddresses.atSign(text, place, 1));
            case '郵' ->
                text.startsWith(POSTAL_CODE, place)
                        ? finding(
                                PersonalKind.POSTAL_ADDRESS,
                                () -> PostalAddresses.atSign(text, place, POSTAL_CODE.length()))
                        : none();
            case '〇' -> finding(PersonalKind.PHONE, () -> KanjiPhoneNumbers.at(text, place));
            case '★', '☆', '●', '○', '◎', '■', '□', '◆', '◇' ->
                finding(PersonalKind.EMAIL, () -> EmailAddresses.around(text, place, from));
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
