package org.onrecord.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;

/**
 * What a commit says of itself beside its documents.
 *
 * @param highestCapture the number up to which all captures are in the index
 */
record IndexState(long highestCapture) {
    private static final String SCHEMA = "onrecord.schema";
    private static final String CAPTURE = "onrecord.highest-capture";

    /** The state of the newest commit; throws {@link IndexException} when another schema version wrote it. */
    static IndexState of(Directory directory, Path folder) throws IOException {
        Map<String, String> data;
        try {
            data = SegmentInfos.readLatestCommit(directory).getUserData();
        } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
            throw otherVersion(folder, "another version of Lucene");
        }
        String schema = data.get(SCHEMA);
        if (schema == null || !schema.equals(Integer.toString(IndexSchema.VERSION))) {
            throw otherVersion(folder, schema == null ? "another program" : "schema version " + schema);
        }
        return new IndexState(Long.parseLong(data.getOrDefault(CAPTURE, "0")));
    }

    Map<String, String> commitData() {
        return Map.of(SCHEMA, Integer.toString(IndexSchema.VERSION), CAPTURE, Long.toString(highestCapture));
    }

    private static IndexException otherVersion(Path folder, String writer) {
        return new IndexException(
                "the index in " + folder + " was written by " + writer + ", this program needs schema version "
                        + IndexSchema.VERSION + "; run `reindex`, which makes it anew from the archive");
    }
}
