package dev.ayatori.tensor;

/** Another process of the group is gone, or did not answer within the timeout. */
public final class LostPeerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    LostPeerException(String message, Throwable cause) {
        super(message, cause);
    }
}
