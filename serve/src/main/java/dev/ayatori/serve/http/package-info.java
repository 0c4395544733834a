/** What every handler needs: JSON in and out, errors in one shape, event streams. */
@NullMarked
package dev.ayatori.serve.http;

import org.jspecify.annotations.NullMarked;
