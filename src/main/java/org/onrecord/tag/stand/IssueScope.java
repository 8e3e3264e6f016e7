package org.onrecord.tag.stand;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.onrecord.article.Issue;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;
import org.onrecord.tag.text.WordForms;

/** Whether words belong to an issue: they speak of its subjects, and not of what the issue leaves out. */
final class IssueScope {
    private static final Pattern SINGLE = Pattern.compile("\\w+");

    private final Phrases subjects;
    private final Phrases outside;

    IssueScope(Issue issue, WordForms forms) {
        subjects = new Phrases(issue.subjects(), forms);
        outside = new Phrases(issue.outside(), forms);
    }

    /** Whether an article speaks of the issue: by two of its subjects, or by one that is more than a single word. */
    boolean covers(Reading reading) {
        Set<String> found = new HashSet<>(subjects.foundIn(headline(reading)));
        for (Sentence sentence : reading.sentences()) {
            found.addAll(subjects.foundIn(sentence.tokens()));
            if (found.size() > 1
                    || found.stream()
                            .anyMatch(subject -> !SINGLE.matcher(subject).matches())) {
                return true;
            }
        }
        return false;
    }

    /** Whether words speak of something that the issue leaves out. */
    boolean excludes(List<Token> tokens) {
        return outside.in(tokens);
    }

    /** The words of the headline; their parts of speech are not known. */
    static List<Token> headline(Reading reading) {
        return Arrays.stream(reading.article()
                        .title()
                        .replaceAll("([:,;.!?“”‘])", " $1 ")
                        .replace("'s", " 's")
                        .replace("’s", " 's")
                        .toLowerCase(Locale.ROOT)
                        .strip()
                        .split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> Token.of(0, word.length(), word, "X"))
                .toList();
    }
}
