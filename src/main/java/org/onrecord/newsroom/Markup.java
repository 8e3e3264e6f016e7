package org.onrecord.newsroom;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Text that may stand in HTML and XML as it is.
 *
 * @param code the markup
 */
record Markup(String code) {
    /** Text made safe for element content and for attribute values in double quotes. */
    static Markup ofText(String text) {
        return new Markup(text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;"));
    }

    /** Paragraphs and subheadings as elements, a line each. */
    static Markup ofBlocks(List<String> blocks) {
        return new Markup(blocks.stream()
                .map(block -> block.startsWith("## ")
                        ? "<h2>" + ofText(block.substring(3)).code() + "</h2>"
                        : "<p>" + ofText(block).code() + "</p>")
                .collect(Collectors.joining("\n")));
    }

    static Markup joined(List<Markup> parts) {
        return new Markup(parts.stream().map(Markup::code).collect(Collectors.joining("\n")));
    }
}
