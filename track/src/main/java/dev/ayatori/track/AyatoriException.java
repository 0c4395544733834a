package dev.ayatori.track;

/** An error the user can mend: its message names what is wrong, where it stands and what to do next. */
public class AyatoriException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AyatoriException(String message) {
        super(message);
    }

    public AyatoriException(String message, Throwable cause) {
        super(message, cause);
    }
}
