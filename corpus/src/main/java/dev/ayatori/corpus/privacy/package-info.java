/**
 * What texts say of single people: addresses and numbers, found and masked.
 *
 * <p>{@code PersonalData} walks over a text once and asks, wherever a sign of a kind stands (a digit, an at sign, the last
 * character of a prefecture), the class that knows the kind. Full-width forms count as their ASCII ones.
 */
@NullMarked
package dev.ayatori.corpus.privacy;

import org.jspecify.annotations.NullMarked;
