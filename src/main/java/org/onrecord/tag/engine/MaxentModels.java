package org.onrecord.tag.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.namefind.TokenNameFinderModel;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Act;
import org.onrecord.tag.text.Lexicon;

/**
 * The light engine's models, in OpenNLP's own form: those that ship with the program, each unless the user has one of the same
 * name. Safe to share between threads, unlike the engines made from them.
 *
 * @param names finds names
 * @param acts tells what a statement does
 * @param stands tells issue and position
 * @param version changes with every byte of the models
 */
public record MaxentModels(TokenNameFinderModel names, DoccatModel acts, DoccatModel stands, String version) {
    /**
     * Loads the models.
     *
     * @param own the folder where the user's models may be; null for none
     */
    static MaxentModels load(@Nullable Path own) {
        MessageDigest digest = sha256();
        return new MaxentModels(
                read("names.bin", own, digest, TokenNameFinderModel::new),
                read("acts.bin", own, digest, stream -> withOurActs(new DoccatModel(stream))),
                read("stands.bin", own, digest, DoccatModel::new),
                HexFormat.of().formatHex(digest.digest(), 0, 8));
    }

    private static DoccatModel withOurActs(DoccatModel model) {
        for (int i = 0; i < model.getMaxentModel().getNumOutcomes(); i++) {
            Act.ofLabel(model.getMaxentModel().getOutcome(i));
        }
        return model;
    }

    private static <M> M read(String file, @Nullable Path own, MessageDigest digest, Reader<M> reader) {
        Path ownFile = own == null || !Files.exists(own.resolve(file)) ? null : own.resolve(file);
        String place = ownFile == null ? file + " in the program's jar" : ownFile.toString();
        try (InputStream stream = ownFile == null
                ? MaxentModels.class.getResourceAsStream(Lexicon.FOLDER + file)
                : Files.newInputStream(ownFile)) {
            if (stream == null) {
                throw new IOException("it is missing; build the program again");
            }
            byte[] bytes = stream.readAllBytes();
            digest.update(bytes);
            return reader.read(new ByteArrayInputStream(bytes));
        } catch (IOException | RuntimeException e) { // OpenNLP stumbles over a null where a file is no model at all
            throw new IllegalStateException(
                    "the model " + place + " is not one that OpenNLP can use here: " + e.getMessage()
                            + (ownFile == null
                                    ? ""
                                    : "; remove it to use the shipped one, or make it with `onrecord train`"),
                    e);
        }
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private interface Reader<M> {
        M read(InputStream stream) throws IOException;
    }
}
