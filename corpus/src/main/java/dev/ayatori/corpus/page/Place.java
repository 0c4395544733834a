package dev.ayatori.corpus.page;

/**
 * Where a page or record stands; no two have the same place, and none depends on the machine.
 *
 * @param file name of the input file that stays the same wherever the run stands, such as {@code file:data/a.jsonl.gz}
 * @param entry what tells it from the others of the file: path in an archive, number of a record, offset in a WARC
 *     file; empty when the file is one page
 * @param offset byte at which it begins: in the file as it stands where each record is compressed by itself, in the
 *     decompressed bytes where the file is compressed as a whole, 0 in archives
 */
public record Place(String file, String entry, long offset) {
    /** The file and the entry in it as one address. */
    public String text() {
        return entry.isEmpty() ? file : file + "!/" + entry;
    }
}
