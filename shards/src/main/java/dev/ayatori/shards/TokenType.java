package dev.ayatori.shards;

/** How a token is stored, with the code and the bytes Megatron gives it. */
enum TokenType {
    U16(8, 2),
    I32(4, 4);

    /** Megatron stores the ids of smaller vocabularies in two bytes. */
    private static final int SMALL_VOCABULARY = 65_500;

    private final int code;
    private final int bytes;

    TokenType(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    static TokenType forVocabulary(int size) {
        return size < SMALL_VOCABULARY ? U16 : I32;
    }

    static TokenType ofCode(int code) {
        for (TokenType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new IllegalArgumentException("token type must be 4 (i32) or 8 (u16), but is " + code);
    }

    int code() {
        return code;
    }

    int bytes() {
        return bytes;
    }
}
