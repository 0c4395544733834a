package dev.ayatori.tune.instruction;

/**
 * A documented Java declaration: what can be asked about and what its author says about it.
 *
 * @param kind of declaration
 * @param packageName empty for the unnamed package
 * @param className name of the type, or of the type around a method; nested types with their outer types: {@code A.B}
 * @param memberName name of the method, empty for types
 * @param summary the first sentence of its documentation, plain text
 */
public record Declaration(Kind kind, String packageName, String className, String memberName, String summary) {

    /** What is declared. */
    public enum Kind {
        CLASS("クラス", "class"),
        INTERFACE("インタフェース", "interface"),
        ENUM("列挙型", "enum"),
        RECORD("レコード", "record"),
        ANNOTATION("アノテーション", "annotation"),
        METHOD("メソッド", "method");

        private final String japanese;
        private final String english;

        Kind(String japanese, String english) {
            this.japanese = japanese;
            this.english = english;
        }

        /** The word for the kind in questions. */
        String in(Language language) {
            return switch (language) {
                case JAPANESE -> japanese;
                case ENGLISH -> english;
            };
        }
    }

    /** Whether a type is declared and not a method. */
    public boolean isType() {
        return kind != Kind.METHOD;
    }

    /** Whether a type is declared that stands in no other. */
    public boolean isTopLevel() {
        return isType() && className.indexOf('.') < 0;
    }

    /** What identifies the declaration among all of the corpus; overloads share it. */
    public String qualifiedName() {
        return isType() ? typeName() : typeName() + "#" + memberName;
    }

    /** The fully qualified name of the type, or of the type around a method. */
    public String typeName() {
        return packageName.isEmpty() ? className : packageName + "." + className;
    }

    /** The language of the summary. */
    public Language language() {
        return Language.of(summary);
    }
}
