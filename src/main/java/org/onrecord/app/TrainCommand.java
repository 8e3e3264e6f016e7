package org.onrecord.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.tag.TagSettings;
import org.onrecord.tag.train.TrainModels;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains the OpenNLP models: acts and stands, which both engines ask, and the names of the light one. */
@Command(
        name = "train",
        description = "Train the OpenNLP models of acts, stands and names from annotated articles.",
        footer = {
            "",
            "Beside each model it writes a card: what the model learnt from, how, and how good it is. Models of your own in",
            "config/models take the place of the shipped ones. docs/quality.md says more.",
            "",
            "Examples:",
            "  onrecord train                                   (in a source tree: the shipped models, anew)",
            "  onrecord train names --corpora corpora/*.conll",
            "  onrecord train acts stands --articles mine.jsonl --held rest.jsonl --out config/models"
        })
final class TrainCommand implements Callable<Integer> {
    private static final Path GOLD = Path.of("src", "train", "gold");
    private static final Path SHIPPED = Path.of("src", "main", "resources", "org", "onrecord", "tag");

    /** The articles of a source tree that no model may learn from. */
    private static final String HELD = "train-4\\.jsonl|.*-held.*\\.jsonl";

    @Option(
            names = "--articles",
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Annotated articles, a JSON object per line. Default: src/train/gold without the held-out ones.")
    private List<Path> articles = List.of();

    @Option(
            names = "--corpora",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Names only: per line a token, a tab and its label such as B-ORG. Default: none.")
    private List<Path> corpora = List.of();

    @Option(
            names = "--held",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Annotated articles to measure on. Default: train-4 and *-held* in src/train/gold.")
    private List<Path> held = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the models go. Default: the program's resources in a source tree, else config/models.")
    private @Nullable Path out;

    @Option(
            names = "--trust",
            paramLabel = "ENGINE",
            description =
                    "Train no model, but fit how far this engine's stands are to be trusted (encoder or maxent), on"
                            + " the articles of --held.")
    private TagSettings.@Nullable EngineKind trust;

    @Parameters(arity = "0..*", paramLabel = "MODEL", description = "names, acts, stands. Default: all three.")
    private List<TrainModels.Kind> kinds = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Home home = Commands.rootOf(spec).home();
        Path program = Path.of(System.getProperty("onrecord.launcher", "."));
        TrainModels.Data data = new TrainModels.Data(
                articles.isEmpty() ? gold(program, false) : articles,
                corpora,
                held.isEmpty() && articles.isEmpty() ? gold(program, true) : held);
        if (trust != null) {
            return trust(home, data.held(), out == null ? usualFolder(program, home) : out, trust);
        }
        if (data.articles().isEmpty()) {
            throw new CommandFailure("there is nothing to learn from; name annotated articles with --articles");
        }
        Path folder = out == null ? usualFolder(program, home) : out;
        try (Steps steps = new Steps()) {
            List<TrainModels.Kind> wanted = kinds.isEmpty() ? List.of(TrainModels.Kind.values()) : kinds;
            print(new TrainModels(Settings.registry(home), data, steps::show).train(wanted, folder));
        } catch (NoSuchFileException e) {
            throw new CommandFailure("there is no file " + e.getFile(), e);
        } catch (IOException e) {
            throw new CommandFailure("cannot train into " + folder + ": " + e.getMessage(), e);
        }
        return CommandLine.ExitCode.OK;
    }

    private static int trust(Home home, List<Path> held, Path folder, TagSettings.EngineKind engine) {
        if (held.isEmpty()) {
            throw new CommandFailure("name annotated articles that no model has seen with --held");
        }
        try {
            TrainModels.trust(Settings.registry(home), engine, held, folder);
        } catch (NoSuchFileException e) {
            throw new CommandFailure("there is no file " + e.getFile(), e);
        } catch (IOException e) {
            throw new CommandFailure("cannot write into " + folder + ": " + e.getMessage(), e);
        }
        return CommandLine.ExitCode.OK;
    }

    private static Path usualFolder(Path program, Home home) {
        Path shipped = program.resolve(SHIPPED);
        return Files.isDirectory(shipped) ? shipped : home.models();
    }

    private static List<Path> gold(Path program, boolean heldOut) {
        Path folder = program.resolve(GOLD);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .filter(file -> file.getFileName().toString().matches(HELD) == heldOut)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CommandFailure("cannot read the training articles in " + folder + ": " + e.getMessage(), e);
        }
    }

    private void print(List<TrainModels.Trained> trained) {
        PrintWriter printer = Commands.lineOf(spec).getOut();
        for (TrainModels.Trained model : trained) {
            printer.printf(Locale.ROOT, "%s  %.1f MB%n", model.model(), model.bytes() / 1e6);
            model.scores().forEach(score -> printer.println("  " + score));
        }
        printer.flush();
    }

    /** One bar after the other. */
    private static final class Steps implements AutoCloseable {
        private String what = "";
        private Progress progress = Progress.of("");

        void show(String now, int done, int all) {
            if (!now.equals(what)) {
                progress.close();
                progress = Progress.of(now);
                what = now;
            }
            progress.update(done, all);
        }

        @Override
        public void close() {
            progress.close();
        }
    }
}
