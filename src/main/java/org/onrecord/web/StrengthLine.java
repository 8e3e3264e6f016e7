package org.onrecord.web;

import org.onrecord.search.Strength;

/**
 * How strong the evidence for a side is, for people.
 *
 * @param grade a word for it, also for the style
 * @param counts "7 statements in 5 articles"
 * @param days "11 Mar – 23 Jul 2026"
 * @param chances "44–63 % sure"
 * @param opposing "2 on the other side"; empty for none
 */
record StrengthLine(String grade, String counts, String days, String chances, String opposing) {
    static StrengthLine of(Strength strength) {
        return new StrengthLine(
                strength.grade().label(),
                Labels.count(strength.statements(), "statement") + " in "
                        + Labels.count(strength.articles(), "article"),
                strength.first() == null || strength.last() == null
                        ? "undated"
                        : Labels.days(strength.first(), strength.last()),
                chances(Math.round(100 * strength.least()), Math.round(100 * strength.most())),
                strength.opposing() == 0 ? "" : strength.opposing() + " on the other side");
    }

    private static String chances(long least, long most) {
        return (least == most ? least : least + "–" + most) + " % sure";
    }
}
