/**
 * Conversations as text: chat templates in a subset of Jinja.
 *
 * <p>Statements: {@code for} (over lists, with {@code loop.index}, {@code index0}, {@code first}, {@code last}, {@code length}),
 * {@code break}, {@code continue}, {@code if}/{@code elif}/{@code else}, {@code set} of a name or of a field of a
 * {@code namespace}, comments; {@code -} strips white space, and as in Hugging Face transformers the line feed after a
 * statement and the blanks before it are dropped.
 *
 * <p>Expressions: texts, numbers, {@code true}, {@code false}, {@code none}, lists, dictionaries, names, {@code a.b},
 * {@code a[b]}, {@code a[b:c]}, {@code + - * // % ~}, comparisons, {@code in}, {@code and}, {@code or}, {@code not},
 * {@code a if b else c}; tests {@code defined}, {@code none}, {@code string}, {@code mapping}, {@code iterable},
 * {@code number}, {@code boolean}, {@code true}, {@code false}; filters {@code trim}, {@code length}, {@code upper}, {@code lower},
 * {@code default}, {@code join}, {@code first}, {@code last}, {@code list}, {@code string}, {@code replace}, {@code tojson};
 * methods {@code strip}, {@code lstrip}, {@code rstrip}, {@code split}, {@code startswith}, {@code endswith}, {@code upper},
 * {@code lower}, {@code replace}, {@code get}, {@code items}, {@code keys}, {@code values}; functions {@code namespace},
 * {@code range}, {@code raise_exception}.
 *
 * <p>Everything else is refused by name and line. Text remembers whether it comes from the template or from a message, so that
 * what a message says never becomes a symbol.
 */
@NullMarked
package dev.ayatori.tokenizer.chat;

import org.jspecify.annotations.NullMarked;
