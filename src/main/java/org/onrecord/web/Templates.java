package org.onrecord.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onrecord.state.ReadOnly;

/** Renders the templates of {@code src/main/jte/web}, which are compiled with the program. */
final class Templates {
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.onrecord");
    private final Assets assets;
    private final Supplier<Optional<ReadOnly>> readOnly;

    Templates(Assets assets, Supplier<Optional<ReadOnly>> readOnly) {
        this.assets = assets;
        this.readOnly = readOnly;
    }

    Frame frame(String title, @Nullable Section section) {
        return new Frame(title, section, assets, List.of(), readOnly.get().orElse(null));
    }

    /** Answers with a page; {@code view} is the one parameter of the template. */
    void show(Context ctx, String template, Record view) {
        StringOutput html = new StringOutput();
        engine.render("web/" + template + ".jte", view, html);
        ctx.header("Cache-Control", "no-cache");
        ctx.html(html.toString());
    }
}
