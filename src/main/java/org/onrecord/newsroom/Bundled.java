package org.onrecord.newsroom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The files that ship with this package. */
final class Bundled {
    private Bundled() {}

    /** The text of a file, by its path under this package; throws {@link NewsroomException} when there is none. */
    static String text(String path) {
        try (InputStream file = Bundled.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new NewsroomException("the newsroom's file " + path + " is missing from the program; rebuild it");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new NewsroomException("the newsroom's file " + path + " cannot be read; rebuild the program", e);
        }
    }
}
