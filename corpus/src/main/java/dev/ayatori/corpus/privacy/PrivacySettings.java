package dev.ayatori.corpus.privacy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/**
 * What is done about personal data, by kind.
 *
 * @param privateNetworks whether addresses of private networks, this machine and documentation count as IP addresses
 */
public record PrivacySettings(
        PrivacyAction email,
        PrivacyAction phone,
        PrivacyAction ipAddress,
        PrivacyAction cardNumber,
        PrivacyAction myNumber,
        PrivacyAction postalAddress,
        boolean privateNetworks) {
    /** Nothing is looked for. */
    public static PrivacySettings defaults() {
        return all(PrivacyAction.OFF);
    }

    /** The same for all kinds, without addresses of private networks. */
    public static PrivacySettings all(PrivacyAction action) {
        return new PrivacySettings(action, action, action, action, action, action, false);
    }

    /** Some kinds are masked, the others not looked for. */
    public static PrivacySettings masking(Set<PersonalKind> kinds, boolean privateNetworks) {
        Function<PersonalKind, PrivacyAction> action =
                kind -> kinds.contains(kind) ? PrivacyAction.MASK : PrivacyAction.OFF;
        return new PrivacySettings(
                action.apply(PersonalKind.EMAIL),
                action.apply(PersonalKind.PHONE),
                action.apply(PersonalKind.IP_ADDRESS),
                action.apply(PersonalKind.CARD_NUMBER),
                action.apply(PersonalKind.MY_NUMBER),
                action.apply(PersonalKind.POSTAL_ADDRESS),
                privateNetworks);
    }

    /** What is done about one kind. */
    public PrivacyAction action(PersonalKind kind) {
        return switch (kind) {
            case EMAIL -> email;
            case PHONE -> phone;
            case IP_ADDRESS -> ipAddress;
            case CARD_NUMBER -> cardNumber;
            case MY_NUMBER -> myNumber;
            case POSTAL_ADDRESS -> postalAddress;
        };
    }

    /** The kinds that are looked for. */
    public Set<PersonalKind> wanted() {
        Set<PersonalKind> wanted = EnumSet.noneOf(PersonalKind.class);
        Arrays.stream(PersonalKind.values())
                .filter(kind -> action(kind) != PrivacyAction.OFF)
                .forEach(wanted::add);
        return wanted;
    }

    boolean masks(PersonalKind kind) {
        return switch (action(kind)) {
            case OFF, COUNT -> false;
            case MASK, DROP -> true;
        };
    }
}
