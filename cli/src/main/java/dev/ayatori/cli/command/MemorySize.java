package dev.ayatori.cli.command;

/** Sizes of memory as people write them. */
public final class MemorySize {

    private MemorySize() {}

    /** The bytes of a size such as 800m or 4g that an option was given. */
    public static long of(String option, String size) {
        if (!size.matches("\\d{1,15}[kmgKMG]?")) {
            throw new IllegalArgumentException(option + " is a size such as 800m or 4g, but is \"" + size + "\"");
        }
        char unit = Character.toLowerCase(size.charAt(size.length() - 1));
        int shift = unit == 'k' ? 10 : unit == 'm' ? 20 : unit == 'g' ? 30 : 0;
        return Long.parseLong(shift == 0 ? size : size.substring(0, size.length() - 1)) << shift;
    }
}
