package org.onrecord.newsroom;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with places to fill, written <code>{{name}}</code>. Values come as {@link Markup}, so that text cannot arrive
 * unescaped by oversight.
 *
 * @param name the file, for messages
 * @param source what it holds
 */
record Template(String name, String source) {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z0-9-]+)}}");

    /** The bundled template of this name. */
    static Template named(String name) {
        return new Template(name, Bundled.text("templates/" + name));
    }

    /** Fills every place; throws {@link NewsroomException} for one that has no value. */
    Markup filledWith(Map<String, Markup> values) {
        return new Markup(PLACE.matcher(source).replaceAll(place -> {
            Markup value = values.get(place.group(1));
            if (value == null) {
                throw new NewsroomException("templates/" + name + " asks for {{" + place.group(1)
                        + "}}, which has no value; allowed are " + values.keySet());
            }
            return Matcher.quoteReplacement(value.code());
        }));
    }
}
