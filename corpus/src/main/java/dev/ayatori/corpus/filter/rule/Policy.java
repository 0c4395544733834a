package dev.ayatori.corpus.filter.rule;

import dev.ayatori.corpus.filter.view.TextView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Rules about what may be used: addresses, wishes of the publisher, licences, named parts of a collection. */
final class Policy {
    /** Tokens of robots meta tags and X-Robots-Tag headers that ask not to be learned from. */
    private static final Set<String> OPT_OUT = Set.of("noai", "noimageai", "noml");

    private Policy() {}

    /** Those rules that the lists ask for, and the wish not to be learned from. */
    static List<Filter> of(Lists lists) {
        List<Filter> filters = new ArrayList<>();
        filters.add(optOut());
        if (lists.has("licences")) {
            filters.add(licence(lists.words("licences")));
        }
        if (lists.has("blocked-domains")) {
            filters.add(blockedDomain(lists.set("blocked-domains")));
        }
        if (lists.has("blocked-addresses")) {
            filters.add(blockedAddress(lists.set("blocked-addresses")));
        }
        if (lists.has("address-words")) {
            filters.add(addressWords("address-words", lists.set("address-words"), Bounds.atMost(0)));
        }
        if (lists.has("soft-address-words")) {
            filters.add(addressWords("soft-address-words", lists.set("soft-address-words"), Bounds.atMost(1)));
        }
        return filters;
    }

    /** Whether the page asks not to be learned from, in its robots tag or as reserved by TDMRep. */
    static Filter optOut() {
        return new Said("opt-out", view -> {
            for (String token : view.about().metadata("robots").split("[,:;\\s]+")) {
                if (OPT_OUT.contains(token)) {
                    return 1;
                }
            }
            return view.about().metadata("tdm-reservation").equals("1") ? 1 : 0;
        });
    }

    /** Whether host or any domain above it is on a list. */
    static Filter blockedDomain(Set<String> domains) {
        return new OfAddress("blocked-domain", Bounds.atMost(0), uri -> {
            String host = LlmJp.host(uri);
            while (!host.isEmpty()) {
                if (domains.contains(host)) {
                    return 1;
                }
                int dot = host.indexOf('.');
                host = dot < 0 ? "" : host.substring(dot + 1);
            }
            return 0;
        });
    }

    /** Whether the address is on a list, with or without its scheme. */
    static Filter blockedAddress(Set<String> addresses) {
        return new OfAddress(
                "blocked-address",
                Bounds.atMost(0),
                uri -> addresses.contains(uri) || addresses.contains(uri.substring(uri.indexOf("://") + 3)) ? 1 : 0);
    }

    /** How many words of a list stand in the address, parted by anything but letters and digits. */
    static Filter addressWords(String name, Set<String> words, Bounds bounds) {
        return new OfAddress(name, bounds, uri -> {
            int found = 0;
            for (String word : uri.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+")) {
                found += words.contains(word) ? 1 : 0;
            }
            return found;
        });
    }

    /** Whether the licence is one of these. */
    static Filter licence(List<String> licences) {
        return new Measured("licence", view -> licences.contains(view.about().licence()) ? 1 : 0, Bounds.atLeast(1));
    }

    /** Whether the record belongs to a part of the Pile that must not be used. */
    static Filter pilePart(Set<String> parts) {
        return new Measured(
                "pile-part",
                view -> {
                    String part = view.about().metadata("meta.pile_set_name");
                    return parts.contains(part.isEmpty() ? view.about().metadata("pile_set_name") : part) ? 1 : 0;
                },
                Bounds.atMost(0));
    }

    /** A filter on what the page says about robots; pages that say nothing are not asked. */
    private record Said(String name, Measure measure) implements Filter {
        interface Measure {
            double of(TextView view);
        }

        @Override
        public Bounds bounds() {
            return Bounds.atMost(0);
        }

        @Override
        public boolean applies(TextView view) {
            return view.about().metadata().containsKey("robots")
                    || view.about().metadata().containsKey("tdm-reservation");
        }

        @Override
        public double measure(TextView view) {
            return measure.of(view);
        }
    }
}
