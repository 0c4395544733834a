package dev.ayatori.corpus.read.web;

import java.io.IOException;

/** How records follow each other in a file. */
interface RecordFormat {
    /**
     * Reads the record that begins here, up to where the next begins.
     *
     * @throws DamagedRecord when the record is damaged but the next can be read
     */
    WebRecord read(ByteInput in) throws IOException;

    /** A record that cannot be read, behind which reading can go on. */
    final class DamagedRecord extends IOException {
        private static final long serialVersionUID = 1;

        private final boolean follows;

        DamagedRecord(String reason) {
            this(reason, false);
        }

        private DamagedRecord(String reason, boolean follows) {
            super(reason);
            this.follows = follows;
        }

        /** Where no record begins: right behind damage it is the same damage. */
        static DamagedRecord noRecord(String format) {
            return new DamagedRecord("no " + format + " record begins here", true);
        }

        boolean follows() {
            return follows;
        }
    }
}
