package dev.ayatori.corpus.dedup;

import java.util.Locale;

/** A web address in the form in which two of them are compared: no scheme, no fragment, the host in lower case. */
record WebAddress(String text) {
    static WebAddress of(String uri) {
        int scheme = uri.startsWith("https://") ? 8 : uri.startsWith("http://") ? 7 : 0;
        if (scheme == 0) {
            return new WebAddress(uri);
        }
        int fragment = uri.indexOf('#');
        String rest = uri.substring(scheme, fragment < 0 ? uri.length() : fragment);
        int path = rest.indexOf('/');
        return new WebAddress(
                path < 0
                        ? rest.toLowerCase(Locale.ROOT) + "/"
                        : rest.substring(0, path).toLowerCase(Locale.ROOT) + rest.substring(path));
    }
}
