package org.onrecord.newsroom;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onrecord.newsroom.NewsroomArticle.Quirk;
import org.onrecord.newsroom.Served.Document;
import org.onrecord.newsroom.Served.Missing;
import org.onrecord.newsroom.Served.Moved;

/** Everything that the newsroom serves at one address, by path. Immutable once made. */
final class Edition {
    /** The oldest template is from the time before UTF-8: only its meta tag tells the encoding. */
    private static final Charset OLD_CHARSET = Charset.forName("windows-1252");

    private static final Comparator<NewsroomArticle> NEWEST_FIRST = Comparator.comparing(
                    (NewsroomArticle article) -> article.published().toInstant())
            .reversed();

    private final Map<String, Served> byPath = new LinkedHashMap<>();
    private final List<NewsroomArticle> articles;
    private final ArticleValues values;
    private final String origin;

    /**
     * Renders everything.
     *
     * @param origin scheme, host and port: {@code http://127.0.0.1:8080}
     */
    Edition(String origin, List<NewsroomArticle> articles) {
        this.origin = origin;
        this.articles = articles.stream().sorted(NEWEST_FIRST).toList();
        this.values = new ArticleValues(origin);
        this.articles.forEach(this::addPage);
        for (Site site : Site.values()) {
            addIndex(site);
        }
        add(
                "/sitemap.xml",
                Document.utf8(
                        "application/xml", listed("sitemap.xml", this.articles, Map.of()), newest(this.articles)));
        add("/robots.txt", Document.utf8("text/plain", filled("robots.txt"), newest(this.articles)));
        add("/", Document.utf8("text/html", listed("front.html", this.articles, Map.of()), newest(this.articles)));
    }

    Served at(String path) {
        return byPath.getOrDefault(path, new Missing());
    }

    /** The {@code sources.yaml} that watches this edition. */
    String sourcesYaml() {
        return filled("sources.yaml").code();
    }

    private void addPage(NewsroomArticle article) {
        Map<String, Markup> places = values.of(article);
        List<NewsroomArticle> neighbours = of(article.site()).stream()
                .filter(other -> !other.equals(article))
                .toList();
        places.put("related", items("related-item.html", neighbours));
        Markup page = Template.named(article.site().template()).filledWith(places);
        Instant modified = article.published().toInstant();
        Document document = switch (article.site()) {
            case HARBOR_GAZETTE -> Document.of("text/html", page, OLD_CHARSET, modified);
            case DAILY_LEDGER, WIRE, POLICY_DESK, CHIP_HERALD, GOV_RELEASE ->
                Document.utf8("text/html", page, modified);
        };
        add(article.path(), article.quirk() == Quirk.FAILS_FIRST ? document.failingFirst() : document);
        if (article.quirk() == Quirk.MOVED) {
            add(article.announcedPath(), new Moved(article.path()));
        }
    }

    private void addIndex(Site site) {
        List<NewsroomArticle> published = of(site);
        Map<String, Markup> places = Map.of(
                "site", Markup.ofText(site.title()),
                "folder", Markup.ofText(site.folder()),
                "index-url", Markup.ofText(origin + site.indexPath()),
                "updated", Markup.ofText(newest(published).toString()));
        Markup list = listed(site.index().template(), published, places);
        add(site.indexPath(), Document.utf8(site.index().contentType(), list, newest(published)));
    }

    /** A template with the items of these articles, each by the template beside it: {@code rss.xml}, {@code rss-item.xml}. */
    private Markup listed(String template, List<NewsroomArticle> listed, Map<String, Markup> places) {
        Map<String, Markup> all = new LinkedHashMap<>(places);
        all.put("origin", Markup.ofText(origin));
        all.put("items", items(template.replace(".", "-item."), listed));
        return Template.named(template).filledWith(all);
    }

    private Markup items(String template, List<NewsroomArticle> listed) {
        Template item = Template.named(template);
        return Markup.joined(listed.stream()
                .map(article -> item.filledWith(values.of(article)))
                .toList());
    }

    private Markup filled(String template) {
        return Template.named(template).filledWith(Map.of("origin", new Markup(origin)));
    }

    private List<NewsroomArticle> of(Site site) {
        return articles.stream().filter(article -> article.site() == site).toList();
    }

    private static Instant newest(List<NewsroomArticle> sorted) {
        return sorted.isEmpty() ? Instant.EPOCH : sorted.getFirst().published().toInstant();
    }

    private void add(String path, Served served) {
        if (byPath.put(path, served) != null) {
            throw new NewsroomException("two things would lie at " + path + "; give one another id");
        }
    }
}
