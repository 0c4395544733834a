package dev.ayatori.track;

/** One measured value at one step. */
public record MetricPoint(long step, double value) {}
