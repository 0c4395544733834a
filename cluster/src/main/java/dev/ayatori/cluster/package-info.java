/**
 * Runs the steps of a corpus on Apache Spark: in this process ({@code local[N]}), on a standalone cluster
 * ({@code spark://host:port}), or wherever {@code spark-submit} sends it.
 *
 * <p>Spark hands out tasks, starts those of a lost worker again, and brings back that they are done. Documents, keys and
 * edges go through the folder of the run, never through the driver: every worker must see that folder and the inputs
 * under the same path. On one machine that is any local file system; on several it is a shared one that is mounted (NFS,
 * Lustre, GPFS, CephFS). Object stores and HDFS are not supported. Local file systems are tested.
 */
@NullMarked
package dev.ayatori.cluster;

import org.jspecify.annotations.NullMarked;
