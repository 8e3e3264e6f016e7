package org.onrecord.tag.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Properties;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import opennlp.tools.util.model.BaseModel;

/**
 * An OpenNLP model as bytes that depend on the training alone. OpenNLP writes the time of day into its manifest and its zip;
 * here both carry one fixed day.
 */
public final class SteadyModel {
    private static final String MANIFEST = "manifest.properties";
    private static final LocalDateTime DAY = LocalDateTime.of(2026, 1, 1, 0, 0);

    private SteadyModel() {}

    public static byte[] bytes(BaseModel model) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        model.serialize(written);
        ByteArrayOutputStream steady = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(written.toByteArray()));
                ZipOutputStream out = new ZipOutputStream(steady)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(DAY);
                out.putNextEntry(copy);
                out.write(entry.getName().equals(MANIFEST) ? manifest(content) : content);
                out.closeEntry();
            }
        }
        return steady.toByteArray();
    }

    /** The manifest in alphabetical order, without its comment, which is a date. */
    private static byte[] manifest(byte[] content) throws IOException {
        Properties read = new Properties();
        read.load(new StringReader(new String(content, StandardCharsets.ISO_8859_1)));
        TreeMap<String, String> sorted = new TreeMap<>();
        read.stringPropertyNames().forEach(name -> sorted.put(name, read.getProperty(name)));
        sorted.put("Timestamp", "0");
        StringBuilder lines = new StringBuilder();
        sorted.forEach(
                (name, value) -> lines.append(name).append('=').append(value).append('\n'));
        return lines.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
