package org.onrecord.state;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What tagging a text gave, by text and tagger, so that rebuilding the index does not tag again. Derived: a lost entry
 * costs time only. Safe for use by many threads.
 */
public final class Taggings {
    private final Database database;

    Taggings(Database database) {
        this.database = database;
    }

    /**
     * The JSON that was kept.
     *
     * @param textHash a hash of all that was tagged
     * @param tagger the version of models, rules and registry, all of them together
     */
    public Optional<String> find(String textHash, String tagger) {
        return database.read(
                "find a tagging",
                handle -> handle.createQuery(
                                "select json_gzip from tagging where text_hash = :text and tagger = :tagger")
                        .bind("text", textHash)
                        .bind("tagger", tagger)
                        .mapTo(byte[].class)
                        .findOne()
                        .map(Taggings::expand));
    }

    /** Keeps the JSON, in place of what was kept for the same text and tagger. */
    public void put(String textHash, String tagger, String json) {
        byte[] compressed = compress(json);
        database.write(
                "keep a tagging",
                handle -> handle.createUpdate(
                                "insert or replace into tagging (text_hash, tagger, json_gzip) values (:text, :tagger, :json)")
                        .bind("text", textHash)
                        .bind("tagger", tagger)
                        .bind("json", compressed)
                        .execute());
    }

    /** Deletes what other taggers than this one gave, and returns how many entries went. */
    public int keepOnly(String tagger) {
        return database.write(
                "delete old taggings",
                handle -> handle.createUpdate("delete from tagging where tagger <> :tagger")
                        .bind("tagger", tagger)
                        .execute());
    }

    private static byte[] compress(String json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail to be written
        }
        return bytes.toByteArray();
    }

    private static String expand(byte[] compressed) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StateException("a kept tagging is damaged; delete the rows of table tagging", e);
        }
    }
}
