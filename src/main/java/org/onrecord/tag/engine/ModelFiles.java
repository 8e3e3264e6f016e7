package org.onrecord.tag.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.onrecord.hash.Sha256;
import org.onrecord.tag.text.Lexicon;

/** Reads models in OpenNLP's own form: those that ship with the program, each unless the user has one of the same name. */
final class ModelFiles {
    private final @Nullable Path own;
    private final MessageDigest digest = Sha256.digest();

    /** @param own the folder where the user's models may be; null for none */
    ModelFiles(@Nullable Path own) {
        this.own = own;
    }

    /** Makes a model out of a file's bytes. */
    interface Reader<M> {
        M read(InputStream stream) throws IOException;
    }

    <M> M read(String file, Reader<M> reader) {
        Path ownFile = own == null || !Files.exists(own.resolve(file)) ? null : own.resolve(file);
        String place = ownFile == null ? file + " in the program's jar" : ownFile.toString();
        try (InputStream stream = ownFile == null
                ? ModelFiles.class.getResourceAsStream(Lexicon.FOLDER + file)
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

    /** Changes with every byte of the models that were read; to be asked once, when all are. */
    String version() {
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }
}
