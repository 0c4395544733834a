package dev.ayatori.pretrain.checkpoint;

import dev.ayatori.track.AyatoriException;

/** A checkpoint is of another model than the one that is to be trained. */
final class AnotherModelException extends AyatoriException {
    private static final long serialVersionUID = 1;

    AnotherModelException(String message) {
        super(message);
    }
}
