package org.onrecord.tag.text;

import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;

/** Tells English from other languages. Keeps working state: one thread at a time. */
public final class LanguageCheck {
    /** The first characters of a text, which tell its language. */
    private static final int SAMPLE = 2_000;

    /** A shorter sample tells nothing, and a person's note is English here. */
    private static final int SHORTEST = 120;

    private static final double LEAST_CONFIDENCE = 0.02;

    private final LanguageDetectorME detector;

    public LanguageCheck(Models models) {
        this.detector = new LanguageDetectorME(models.languages());
    }

    /**
     * Whether a text is to be read as English.
     *
     * @param language its BCP 47 tag where one is known; empty or {@code und} to look at the text
     */
    public boolean isEnglish(String language, String text) {
        if (!language.isEmpty() && !language.equals("und")) {
            return language.equals("en") || language.startsWith("en-");
        }
        String sample = sample(text);
        if (sample.isBlank()) {
            return true;
        }
        if (!isLatin(sample)) {
            return false;
        }
        if (sample.length() < SHORTEST) {
            return true;
        }
        Language best = detector.predictLanguage(sample);
        return best.getLang().equals("eng") || best.getConfidence() < LEAST_CONFIDENCE;
    }

    /** What the model alone says, without any rule; for measuring. */
    public String bare(String text) {
        return detector.predictLanguage(sample(text)).getLang();
    }

    private static String sample(String text) {
        return text.substring(0, Math.min(text.length(), SAMPLE));
    }

    private static boolean isLatin(String sample) {
        long letters = sample.chars().filter(Character::isLetter).count();
        long latin = sample.chars()
                .filter(c -> Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
                .count();
        return latin * 2 >= letters;
    }
}
