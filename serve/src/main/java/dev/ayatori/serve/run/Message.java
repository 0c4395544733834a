package dev.ayatori.serve.run;

/**
 * One turn of a conversation.
 *
 * @param role who speaks
 * @param content what is said
 */
public record Message(Role role, String content) {

    /** Who speaks. */
    public enum Role {
        /** The one who asks. */
        USER,
        /** The model. */
        ASSISTANT
    }
}
