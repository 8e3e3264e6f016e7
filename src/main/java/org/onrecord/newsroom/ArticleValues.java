package org.onrecord.newsroom;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.onrecord.newsroom.NewsroomArticle.Quirk;
import tools.jackson.databind.json.JsonMapper;

/**
 * What templates may say of an article: its text, addresses, and its date in the forms that pages and feeds use.
 *
 * @param origin scheme, host and port of the server
 */
record ArticleValues(String origin) {
    /** Paragraphs before the box that the noisy template puts into the text. */
    private static final int BEFORE_THE_BOX = 2;

    /** The values by the name of their place. */
    Map<String, Markup> of(NewsroomArticle article) {
        Map<String, Markup> values = new LinkedHashMap<>();
        values.put("title", Markup.ofText(article.title()));
        values.put("author", Markup.ofText(article.author()));
        values.put("site", Markup.ofText(article.site().title()));
        values.put("folder", Markup.ofText(article.site().folder()));
        values.put("lang", Markup.ofText(article.lang()));
        values.put("tags", Markup.ofText(String.join(", ", article.tags())));
        values.put("section", Markup.ofText(article.tags().getFirst()));
        values.put("summary", Markup.ofText(article.blocks().getFirst()));
        values.put("origin", Markup.ofText(origin));
        values.put("url", Markup.ofText(origin + article.path()));
        values.put("announced-url", Markup.ofText(origin + article.announcedPath()));
        values.put("announced-path", Markup.ofText(article.announcedPath()));
        values.put("note", Markup.ofText(note(article)));
        values.put("json-ld", jsonLd(article));

        List<String> blocks = article.blocks();
        int box = Math.min(BEFORE_THE_BOX, blocks.size());
        values.put("body", Markup.ofBlocks(blocks));
        values.put("body-before", Markup.ofBlocks(blocks.subList(0, box)));
        values.put("body-after", Markup.ofBlocks(blocks.subList(box, blocks.size())));

        OffsetDateTime published = article.published();
        values.put("time-offset", Markup.ofText(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(published)));
        values.put("time-utc", Markup.ofText(published.toInstant().toString()));
        values.put("time-rfc", Markup.ofText(DateTimeFormatter.RFC_1123_DATE_TIME.format(published)));
        values.put(
                "time-casual",
                written(published.withOffsetSameInstant(ZoneOffset.UTC), "EEE, MMM d yyyy, h:mm a 'UTC'"));
        values.put("day-iso", written(published, "uuuu-MM-dd"));
        values.put("day-us", written(published, "MMMM d, uuuu"));
        values.put("day-uk", written(published, "d MMMM uuuu"));
        values.put("day-full", written(published, "EEEE, MMMM d, uuuu"));
        values.put("day-numbers", written(published, "MM/dd/uuuu"));
        return values;
    }

    private static Markup written(OffsetDateTime time, String pattern) {
        return Markup.ofText(DateTimeFormatter.ofPattern(pattern, Locale.US).format(time));
    }

    /** What readers are told about the truth of the article, outside its text. */
    private static String note(NewsroomArticle article) {
        return switch (article.matter()) {
            case PUBLIC -> "This story tells facts of the public record in our own words.";
            case INVENTED -> "The people, companies and bodies in this story are invented.";
        };
    }

    /** The article as schema.org sees it. "<" is written as an escape, so that no text can end the script element. */
    private Markup jsonLd(NewsroomArticle article) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("@context", "https://schema.org");
        values.put("@type", "NewsArticle");
        values.put("headline", article.title());
        values.put("author", List.of(Map.of("@type", "Person", "name", article.author())));
        values.put("datePublished", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(article.published()));
        values.put("inLanguage", article.lang());
        values.put("keywords", article.tags());
        values.put("mainEntityOfPage", origin + article.path());
        values.put(
                "publisher",
                Map.of("@type", "NewsMediaOrganization", "name", article.site().title()));
        values.put("isAccessibleForFree", article.quirk() != Quirk.FORBIDDEN);
        return new Markup(JsonMapper.shared().writeValueAsString(values).replace("<", "\\u003c"));
    }
}
