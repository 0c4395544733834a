package dev.ayatori.cli.corpus;

import picocli.CommandLine.Command;

/** {@code ayatori corpus}: the documents, kept and removed. */
@Command(
        name = "corpus",
        mixinStandardHelpOptions = true,
        description = "Builds a corpus, and shows it and the decisions on its documents.",
        subcommands = {
            BuildCommand.class,
            InspectCommand.class,
            WhyCommand.class,
            DiffCommand.class,
            TakedownCommand.class,
            PublishCommand.class,
            MaskCommand.class,
            DecontaminateCommand.class,
            ClassifierCommand.class,
            NgramsCommand.class,
            PerplexityCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ayatori corpus build --run web pages/*.warc.gz",
            "  ayatori corpus inspect",
            "  ayatori corpus why 0123456789abcdef",
            "  ayatori corpus mask --lines letters.txt",
            "  ayatori corpus decontaminate --set jnli=valid.jsonl:sentence1,sentence2"
        })
public final class CorpusCommand {}
