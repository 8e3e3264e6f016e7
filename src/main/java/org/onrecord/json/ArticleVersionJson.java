package org.onrecord.json;

import java.util.List;
import org.onrecord.article.ArticleVersion;
import org.onrecord.article.ArticleVersion.TextChange;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The versions of an article in JSON. */
public final class ArticleVersionJson {
    private ArticleVersionJson() {}

    /**
     * One object for each version: {@code capture}, {@code sha256}, {@code fetched}, {@code published}, {@code title}, {@code changes}.
     *
     * @param withText whether to tell what changed; else {@code changes} is null
     */
    public static ArrayNode write(List<ArticleVersion> versions, boolean withText) {
        ArrayNode all = Json.MAPPER.createArrayNode();
        for (ArticleVersion version : versions) {
            ObjectNode one = all.addObject();
            one.put("capture", version.capture());
            one.put("sha256", version.sha256());
            one.put("fetched", version.fetchedAt().toString());
            one.put(
                    "published",
                    version.published() == null ? null : version.published().toString());
            one.put(
                    "updated",
                    version.updated() == null ? null : version.updated().toString());
            one.put("title", version.title());
            if (withText) {
                ArrayNode changes = one.putArray("changes");
                version.changes().forEach(change -> write(change, changes.addObject()));
            } else {
                one.putNull("changes");
            }
        }
        return all;
    }

    private static void write(TextChange change, ObjectNode json) {
        ArrayNode before = json.putArray("before");
        change.before().forEach(before::add);
        ArrayNode after = json.putArray("after");
        change.after().forEach(after::add);
    }
}
