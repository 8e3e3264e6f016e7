package org.onrecord.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in lines that are marked as nothing, told from the words before and after them. */
final class BylineLines {
    /** Two to eight capitalised words behind a "by" that begins a line, or follows a bar, a date, or "written". */
    private static final Pattern AFTER_BY = Pattern.compile("(?:^|[|•·–—-]\\s|\\d\\s)"
            + "(?:(?:(?:This post was )?[Ww]ritten|[Pp]osted|[Pp]ublished|WRITTEN|(?:Ein )?(?:Artikel|Beitrag|Gastbeitrag|Kommentar|Bericht)) )?"
            + "(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|[Pp]or|[Dd]oor|Text|Author|Autor(?:in)?|Words by|Redaktion)\\s*:?\\s+"
            + "((?:(?:\\p{Lu}[\\p{L}.'’-]*|and|und|et|y|von|van|de|der|&)(?:,?\\s+|$|(?=,))){2,8})");

    private static final Pattern ONLY_BY = Pattern.compile(
            "(?iu)(?:(?:written|posted|words|published|story|article) )?by:?|von:?|par:?|por:?|author:?|autor(?:in)?:?");
    private static final List<Pattern> EAST_ASIAN = List.of(
            Pattern.compile("(?:作者|记者|記者|撰文)\\s*[:：/|]\\s*(\\p{IsHan}{2,4})(?!\\p{IsHan})"),
            Pattern.compile("(?:^|\\s)(\\p{IsHangul}{2,4})\\s?(?:기자|특파원)"));

    /** Japanese agencies and papers put the reporter into brackets at the end. */
    private static final Pattern AT_END = Pattern.compile("[。」]\\s?【([^】\\d]{2,20})】$");

    private static final int LONGEST = 60;

    private BylineLines() {}

    /** The names in short lines, in their order, as texts that {@link AuthorNames} can read. */
    static List<String> in(List<String> lines) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < lines.size() && found.isEmpty(); i++) {
            String line = lines.get(i);
            boolean nextIsName = i + 1 < lines.size()
                    && lines.get(i + 1).length() < LONGEST
                    && ONLY_BY.matcher(line).matches();
            if (nextIsName) {
                found.add(lines.get(i + 1));
            } else {
                add(AFTER_BY, line, found);
                EAST_ASIAN.forEach(pattern -> add(pattern, line, found));
            }
        }
        return found;
    }

    /** The name behind the last sentence of a text, which ends one of these blocks. */
    static List<String> atEnd(List<TextBlock> blocks) {
        List<String> found = new ArrayList<>();
        blocks.stream()
                .filter(block -> block.weight() > 0 && block.text().endsWith("】"))
                .forEach(block -> add(AT_END, block.text(), found));
        return found.isEmpty() ? found : List.of(found.getLast());
    }

    private static void add(Pattern pattern, String line, List<String> found) {
        Matcher matcher = pattern.matcher(line);
        if (matcher.find()) {
            found.add(matcher.group(1));
        }
    }
}
