package org.onrecord.tag.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import opennlp.tools.util.Version;
import org.onrecord.hash.Sha256;
import org.onrecord.registry.Registry;
import org.onrecord.tag.TaggerVersion;

/** What a model was made of, by whom and how good it is. Has no date, so that the same training gives the same card. */
final class ModelCard {
    private final TrainModels.Kind kind;
    private final String knowledge;
    private final List<String> learnt = new ArrayList<>();
    private final List<String> held = new ArrayList<>();
    private final List<String> scores = new ArrayList<>();
    private String parameters = "";

    ModelCard(TrainModels.Kind kind, Registry registry) {
        this.kind = kind;
        MessageDigest digest = Sha256.digest();
        TaggerVersion.addKnowledge(digest, registry);
        this.knowledge = HexFormat.of().formatHex(digest.digest());
    }

    void learner(Map<String, String> values) {
        parameters = String.join(
                ", ",
                values.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .toList());
    }

    void learnt(Path file, String size) throws IOException {
        learnt.add(row(file, size));
    }

    /** How many files the model learns from so far. */
    int files() {
        return learnt.size();
    }

    void score(Path file, String score) throws IOException {
        held.add(row(file, score));
        scores.add(file.getFileName() + ": " + score);
    }

    /** The scores so far, each with its file's name. */
    List<String> scores() {
        return List.copyOf(scores);
    }

    private static String row(Path file, String what) throws IOException {
        return "| " + file.getFileName() + " | " + what + " | `" + Sha256.hex(Files.readAllBytes(file)) + "` |";
    }

    String text(byte[] model) {
        String label = kind.label();
        List<String> lines = new ArrayList<>(List.of(
                "# " + label + ".bin",
                "",
                "Written by `onrecord train " + label + "`, as the model beside it. " + purpose(),
                "",
                "| | |",
                "|---|---|",
                "| model | " + model.length + " bytes, `" + Sha256.hex(model) + "` |",
                "| learner | OpenNLP " + Version.currentVersion() + ": " + parameters + " |",
                "| registry and word lists | `" + knowledge + "` |",
                "",
                "Learnt from, in this order:",
                "",
                "| file | size | SHA-256 |",
                "|---|---|---|"));
        lines.addAll(learnt);
        lines.addAll(List.of("", "Held out; " + measure() + ":", "", "| file | score | SHA-256 |", "|---|---|---|"));
        lines.addAll(held);
        return String.join("\n", lines) + "\n";
    }

    private String purpose() {
        return switch (kind) {
            case NAMES -> "Finds names of persons, organisations, places, products and policies.";
            case ACTS -> "Tells what a statement does; where its cue is specific, the cue decides.";
            case STANDS -> "Tells issue and position of a statement; weighed together with rules.";
        };
    }

    private String measure() {
        return switch (kind) {
            case NAMES -> "the model alone, names with place and type, in percent";
            case ACTS -> "the model alone, on statements as annotated";
            case STANDS -> "the model alone, on statements as annotated, those that take a side, in percent";
        };
    }
}
