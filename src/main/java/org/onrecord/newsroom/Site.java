package org.onrecord.newsroom;

import java.util.Arrays;

/** An invented publisher: its folder on the server, the template of its pages, and how it announces them. */
public enum Site {
    DAILY_LEDGER("daily-ledger", "The Daily Ledger", "json-ld.html", "feed.xml", Index.RSS),
    WIRE("wire", "Meridian Wire", "open-graph.html", "atom.xml", Index.ATOM),
    POLICY_DESK("policy-desk", "The Policy Desk", "bare-article.html", "index.html", Index.PAPERS),
    CHIP_HERALD("chip-herald", "Chip Herald", "noisy.html", "rss.xml", Index.RSS),
    GOV_RELEASE("gov-release", "Public Releases", "release.html", "index.html", Index.RELEASES),
    HARBOR_GAZETTE("harbor-gazette", "Harbor Gazette", "tables.html", "feed.xml", Index.RSS);

    /** How a site lists its articles. The item of a template lies beside it: {@code rss-item.xml}. */
    enum Index {
        RSS("rss.xml", "application/rss+xml"),
        ATOM("atom.xml", "application/atom+xml"),
        PAPERS("policy-listing.html", "text/html"),
        RELEASES("release-listing.html", "text/html");

        private final String template;
        private final String contentType;

        Index(String template, String contentType) {
            this.template = template;
            this.contentType = contentType;
        }

        String template() {
            return template;
        }

        String contentType() {
            return contentType;
        }
    }

    private final String folder;
    private final String title;
    private final String template;
    private final String indexFile;
    private final Index index;

    Site(String folder, String title, String template, String indexFile, Index index) {
        this.folder = folder;
        this.title = title;
        this.template = template;
        this.indexFile = indexFile;
        this.index = index;
    }

    /** The first part of its paths, and its id among the sources: {@code daily-ledger}. */
    public String folder() {
        return folder;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    /** Where it announces its articles: {@code /daily-ledger/feed.xml}. */
    public String indexPath() {
        return "/" + folder + "/" + indexFile;
    }

    /** The site with this folder; throws {@link IllegalArgumentException} for any other word. */
    public static Site ofFolder(String folder) {
        return Arrays.stream(values())
                .filter(site -> site.folder.equals(folder))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no site has the folder " + folder));
    }

    String template() {
        return template;
    }

    Index index() {
        return index;
    }
}
