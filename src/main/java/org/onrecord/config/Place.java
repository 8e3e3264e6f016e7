package org.onrecord.config;

/** A place in a text, counted from 1; columns in UTF-16 units. */
record Place(int line, int column) {
    static Place at(String text, int offset) {
        int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
        int line = 1
                + (int) text.substring(0, lineStart)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new Place(line, offset - lineStart + 1);
    }
}
