package dev.ayatori.cli.command;

import picocli.CommandLine.Command;

/** {@code ayatori tokenizer}: text to token ids and back. */
@Command(
        name = "tokenizer",
        mixinStandardHelpOptions = true,
        description = "Learns vocabularies, turns text into token ids, and back, by a run's vocabulary or any file's.",
        subcommands = {
            TrainVocabulary.class,
            MergeVocabulary.class,
            ReportVocabulary.class,
            TokenizerEncode.class,
            TokenizerDecode.class
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ayatori tokenizer encode \"文字列を変換する\"", "  ayatori tokenizer decode 412 87 2905"})
public final class TokenizerCommand {}
