package dev.ayatori.corpus.privacy;

/** What is done about personal data of a kind. */
public enum PrivacyAction {
    /** It is not looked for. */
    OFF,
    /** It is counted and stays. */
    COUNT,
    /** It is counted, and its tag takes its place. */
    MASK,
    /** It is masked, and the document that holds it is removed. */
    DROP
}
