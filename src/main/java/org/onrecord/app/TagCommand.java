package org.onrecord.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Actor;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.NewText;
import org.onrecord.article.Published;
import org.onrecord.article.TaggedArticle;
import org.onrecord.json.TaggedArticleJson;
import org.onrecord.registry.Registry;
import org.onrecord.tag.OpenNlpTagger;
import org.onrecord.tag.TagSettings;
import org.onrecord.tag.Tagger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Tags texts, and saves new statements. */
@Command(
        name = "tag",
        description = "Tag a text: names, statements, stances, events, figures, each with its place.",
        footer = {
            "",
            "Examples:",
            "  onrecord tag article.txt",
            "  echo 'We need clear rules.' | onrecord tag --actor ID --published 2026-11-20 --save -",
            "  onrecord tag --jsonl articles.jsonl     (lines with id, title, published, text)"
        })
final class TagCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print one JSON object per text.")
    private boolean json;

    @Option(names = "--title", paramLabel = "T", description = "The text's headline.")
    private String title = "";

    @Option(names = "--published", paramLabel = "D", description = "When it was published, such as 2026-11-20.")
    private @Nullable String published;

    @Option(names = "--actor", paramLabel = "ID", description = "The text is a statement of this actor.")
    private @Nullable String actor;

    @Option(names = "--save", description = "Archive and index it, to be found and mailed like any article.")
    private boolean save;

    @Option(
            names = "--min-confidence",
            paramLabel = "C",
            description =
                    "Leave out stands less likely to be right than this, from 0 to 1; as tag.leastStandConfidence.")
    private @Nullable Double minConfidence;

    @Option(
            names = "--engine",
            paramLabel = "E",
            description = "What finds the tags: encoder (better) or maxent (lighter); as tag.engine.")
    private TagSettings.@Nullable EngineKind engine;

    @Option(
            names = "--jsonl",
            paramLabel = "FILE",
            description = "Tag many: lines with id, title, published, text; prints a line for each, in order.")
    private @Nullable Path jsonl;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Texts; - is standard input.")
    private List<String> files = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() {
        CommandLine commandLine = Commands.lineOf(spec);
        if (jsonl == null && files.isEmpty()) {
            throw new ParameterException(commandLine, "Name a FILE, - for standard input, or lines with --jsonl.");
        }
        if (save && jsonl != null) {
            throw new ParameterException(commandLine, "--save takes texts, not --jsonl.");
        }
        PrintWriter out = commandLine.getOut();
        Home home = Commands.rootOf(spec).home();
        Settings settings = Settings.read(home);
        Registry registry = settings.registry();
        Tagger tagger =
                OpenNlpTagger.load(registry, tagSettings(settings.general().tag()), home.models());
        if (jsonl != null) {
            JsonLines.read(jsonl, line -> {
                out.println(TaggedArticleJson.write(tagger.tag(article(line))));
                out.flush();
            });
        }
        for (String file : files) {
            NewText text = newText(registry, file);
            TaggedArticle tagged = tagger.tag(text.article(clock.instant()));
            if (json) {
                out.println(TaggedArticleJson.write(tagged));
            } else {
                new TagPrinter(out, registry).print(tagged);
            }
            if (save) {
                out.flush();
                saveTo(home, text);
            }
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private TagSettings tagSettings(TagSettings configured) {
        try {
            return new TagSettings(
                    engine == null ? configured.engine() : engine,
                    configured.workers(),
                    configured.longestText(),
                    minConfidence == null ? configured.leastStandConfidence() : minConfidence);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    Commands.lineOf(spec), "--min-confidence takes a number from 0 to 1, not " + minConfidence, e);
        }
    }

    private NewText newText(Registry registry, String file) {
        try {
            return new NewText(title, publishedDay(published), actorIn(registry), textOf(file));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(file + ": " + e.getMessage(), e);
        }
    }

    private void saveTo(Home home, NewText text) {
        try (Application application = Application.open(home, clock)) {
            ArticleId id = application.save(text);
            Commands.lineOf(spec).getErr().println("onrecord: saved as article " + id);
        }
    }

    private @Nullable Actor actorIn(Registry registry) {
        return actor == null
                ? null
                : registry.called(actor)
                        .orElseThrow(() ->
                                new CommandFailure("no actor is called " + actor + "; add it to config/actors.yaml"));
    }

    private static @Nullable Published publishedDay(@Nullable String text) {
        try {
            return text == null ? null : TaggedArticleJson.readPublished(text);
        } catch (DateTimeException e) {
            throw new CommandFailure(
                    "not a day such as 2026-11-20, nor a time such as 2026-11-20T09:30:00Z: " + text, e);
        }
    }

    private Article article(JsonNode line) {
        String id = JsonLines.text(line, "id");
        String text = JsonLines.text(line, "text");
        if (id == null || text == null) {
            throw new CommandFailure("each line needs \"id\" and \"text\": "
                    + line.toString().substring(0, Math.min(80, line.toString().length())));
        }
        String lineTitle = JsonLines.text(line, "title");
        return new Article(
                new ArticleId(id),
                null,
                null,
                lineTitle == null ? "" : lineTitle,
                List.of(),
                publishedDay(JsonLines.text(line, "published")),
                clock.instant(),
                "und",
                text,
                0);
    }

    private static String textOf(String file) {
        try {
            return "-".equals(file)
                    ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new CommandFailure("there is no file " + file, e);
        } catch (CharacterCodingException e) {
            throw new CommandFailure(file + " is no text in UTF-8", e);
        } catch (IOException e) {
            throw new CommandFailure("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
