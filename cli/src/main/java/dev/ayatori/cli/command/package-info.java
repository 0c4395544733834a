/** The commands that look at what is there; each group is one class. */
@NullMarked
package dev.ayatori.cli.command;

import org.jspecify.annotations.NullMarked;
