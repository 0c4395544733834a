package dev.ayatori.corpus.page;

import dev.ayatori.corpus.source.ReadSettings;
import java.io.Serializable;

/**
 * One file to read, or one part of a file that can be read in parts: the grain at which work is shared out and resumed.
 *
 * @param path where it stands on this machine
 * @param uri its name wherever the run stands, such as {@code file:data/a.jsonl.gz}
 * @param collection the recipe's name for the group of sources it belongs to
 * @param licence SPDX identifier of its source's licence
 * @param date day of its last change, {@code yyyy-MM-dd}, empty when unknown
 * @param reading how it is to be read
 * @param begin first byte of the part; the part owns the records that begin in it
 * @param end byte behind the part
 */
public record InputFile(
        String path,
        String uri,
        String collection,
        String licence,
        String date,
        ReadSettings reading,
        long begin,
        long end)
        implements Serializable {
    /** Name of the part, different from all others of a sources artifact. */
    public String name() {
        return begin == 0 ? uri : uri + "#" + begin;
    }

    /** How much there is to read. */
    public long bytes() {
        return end - begin;
    }
}
