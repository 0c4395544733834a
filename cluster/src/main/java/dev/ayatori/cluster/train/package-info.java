/**
 * Starts the workers of a training on the executors of a Spark application: one job in barrier mode whose tasks start one
 * process each. Spark finds the machines and ends the processes; what they tell goes through files in the folder of the
 * job, which all machines see under one path.
 */
@NullMarked
package dev.ayatori.cluster.train;

import org.jspecify.annotations.NullMarked;
