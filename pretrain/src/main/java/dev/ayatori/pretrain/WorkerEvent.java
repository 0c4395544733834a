package dev.ayatori.pretrain;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.ayatori.pretrain.meter.StepFigures;
import dev.ayatori.pretrain.meter.StepWork;

/** What a worker tells its parent, one line of JSON each. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WorkerEvent.Started.class, name = "started"),
    @JsonSubTypes.Type(value = WorkerEvent.Step.class, name = "step"),
    @JsonSubTypes.Type(value = WorkerEvent.Validation.class, name = "validation"),
    @JsonSubTypes.Type(value = WorkerEvent.Note.class, name = "note"),
    @JsonSubTypes.Type(value = WorkerEvent.Alive.class, name = "alive"),
    @JsonSubTypes.Type(value = WorkerEvent.Stopped.class, name = "stopped"),
    @JsonSubTypes.Type(value = WorkerEvent.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = WorkerEvent.Done.class, name = "done")
})
sealed interface WorkerEvent {

    /** Training begins after this many steps. */
    record Started(int step, StepWork work) implements WorkerEvent {}

    /** One optimizer step was done. */
    record Step(int step, StepFigures figures) implements WorkerEvent {}

    /** The loss after a step on a validation set, or on all of them where the name is empty. */
    record Validation(int step, String set, double loss) implements WorkerEvent {}

    /** Something a person should know. */
    record Note(String text) implements WorkerEvent {}

    /** The process runs: said every second, by a thread of its own. */
    record Alive() implements WorkerEvent {}

    /** The process was asked to end and its state is written. */
    record Stopped() implements WorkerEvent {}

    /** The job cannot be done; the text is for the user. */
    record Refused(String text) implements WorkerEvent {}

    /** The model is written. */
    record Done(TrainingResult result) implements WorkerEvent {}
}
