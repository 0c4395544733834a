/** Engine, optimizer, schedule, checkpoints, worker launcher. */
@NullMarked
package dev.ayatori.pretrain;

import org.jspecify.annotations.NullMarked;
