package org.onrecord.web;

import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes feeds as Atom 1.0 (RFC 4287). All words of articles are plain text, which readers show as it is. */
final class AtomFeed {
    static final String TYPE = "application/atom+xml";

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private AtomFeed() {}

    static String write(FeedDocument feed) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("utf-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            element(xml, "id", feed.id());
            element(xml, "title", feed.title());
            element(xml, "updated", moment(feed.updated()));
            link(xml, "self", AtomFeed.TYPE, feed.self().toString());
            link(xml, "alternate", "text/html", feed.home().toString());
            author(xml, "OnRecord");
            for (FeedItem item : feed.items()) {
                entry(xml, item);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed cannot be written into memory", e);
        }
        return text.toString();
    }

    private static void entry(XMLStreamWriter xml, FeedItem item) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", item.id());
        element(xml, "title", item.title());
        element(xml, "updated", moment(item.updated()));
        if (item.published() != null) {
            element(xml, "published", moment(item.published()));
        }
        link(xml, "alternate", "text/html", item.page().toString());
        if (item.original() != null) {
            link(xml, "via", null, item.original().toString());
        }
        for (String author : item.authors()) {
            author(xml, author);
        }
        if (!item.source().isEmpty()) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", clean(item.source()));
        }
        element(xml, "summary", item.passage());
        xml.writeEndElement();
    }

    private static void author(XMLStreamWriter xml, String name) throws XMLStreamException {
        xml.writeStartElement("author");
        element(xml, "name", name);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, @Nullable String type, String address)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        if (type != null) {
            xml.writeAttribute("type", type);
        }
        xml.writeAttribute("href", clean(address));
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    private static String moment(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Without the characters that XML 1.0 cannot hold in any spelling. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xd7ff)
                        || (c >= 0xe000 && c <= 0xfffd)
                        || c >= 0x10000)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
