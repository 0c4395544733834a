package dev.ayatori.corpus.privacy;

import java.util.Locale;

/** Kinds of personal data that can be told by their form. */
public enum PersonalKind {
    /** E-mail addresses, those of reserved domains such as example.com excepted. */
    EMAIL,
    /** Telephone numbers of Japan, and of other countries where they say so. */
    PHONE,
    /** Public internet addresses, version 4 and 6; those of private networks on request. */
    IP_ADDRESS,
    /** Numbers of payment cards. */
    CARD_NUMBER,
    /** Individual numbers of Japan, which the law forbids to keep. */
    MY_NUMBER,
    /** Japanese postal addresses down to the house, and postal codes. */
    POSTAL_ADDRESS;

    private final String tag = "[" + name() + "]";

    /** What stands in a text instead, such as {@code [PHONE]}. */
    public String tag() {
        return tag;
    }

    /** As it is named in attributes, rules and reports, such as {@code card-number}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
