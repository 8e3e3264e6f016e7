package org.onrecord.web;

import static java.util.Objects.requireNonNull;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Style sheet, scripts and icon, read once from the class path; nothing is ever loaded from elsewhere. */
final class Assets {
    private static final String HTMX_PROPERTIES = "/META-INF/maven/org.webjars.npm/htmx.org/pom.properties";

    private final Asset style = Asset.of("onrecord", "css", "text/css;charset=utf-8", read("onrecord.css"));
    private final Asset script = Asset.of("onrecord", "js", "text/javascript;charset=utf-8", read("onrecord.js"));
    private final Asset htmx = Asset.of("htmx", "js", "text/javascript;charset=utf-8", read(htmxPath()));
    private final Asset icon = Asset.of("favicon", "svg", "image/svg+xml", read("favicon.svg"));
    private final byte[] apiDescription = read("openapi.json");
    private final Map<String, Asset> byHref =
            List.of(style, script, htmx, icon).stream().collect(Collectors.toMap(Asset::href, Function.identity()));

    String style() {
        return style.href();
    }

    String script() {
        return script.href();
    }

    String htmx() {
        return htmx.href();
    }

    /** Serves {@code /static/…}. */
    void serve(Context ctx) {
        Asset asset = byHref.get(ctx.path());
        if (asset == null) {
            throw new NotFoundResponse("there is no file " + ctx.path());
        }
        ctx.header("Cache-Control", "public, max-age=31536000, immutable");
        ctx.contentType(asset.contentType()).result(asset.content());
    }

    /** Serves the icon at the one address that does not change with its content. */
    void serveIcon(Context ctx) {
        String tag = "\"" + icon.href() + "\"";
        ctx.header("ETag", tag).header("Cache-Control", "public, max-age=86400");
        if (tag.equals(ctx.header("If-None-Match"))) {
            ctx.status(304);
        } else {
            ctx.contentType(icon.contentType()).result(icon.content());
        }
    }

    /** Serves the OpenAPI description. */
    void serveApiDescription(Context ctx) {
        ctx.contentType("application/json").header("Cache-Control", "no-cache").result(apiDescription);
    }

    private static String htmxPath() {
        Properties properties = new Properties();
        try (InputStream in = open(HTMX_PROPERTIES)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + HTMX_PROPERTIES, e);
        }
        return "/META-INF/resources/webjars/htmx.org/" + properties.getProperty("version") + "/dist/htmx.min.js";
    }

    private static byte[] read(String path) {
        try (InputStream in = open(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static InputStream open(String path) {
        return requireNonNull(Assets.class.getResourceAsStream(path), "the class path lacks " + path);
    }
}
