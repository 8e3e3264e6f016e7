package org.onrecord.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.state.ReadOnly;

/**
 * What stands around every page.
 *
 * @param title the title of the page, without the name of the program
 * @param section the part of the navigation that it belongs to; null for none
 * @param assets where style sheet and scripts are
 * @param forms the other forms of the page
 * @param readOnly why nothing can be written now; null when it can
 */
record Frame(
        String title,
        @Nullable Section section,
        Assets assets,
        List<PageForm> forms,
        @Nullable ReadOnly readOnly) {
    Frame {
        forms = List.copyOf(forms);
    }

    /** The same for a page that has other forms. */
    Frame with(List<PageForm> newForms) {
        return new Frame(title, section, assets, newForms, readOnly);
    }

    /** The value of {@code aria-current} for an entry of the navigation; null leaves the attribute out. */
    @Nullable
    String current(Section entry) {
        return entry == section ? "page" : null;
    }
}
