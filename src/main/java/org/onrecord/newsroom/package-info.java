/**
 * A small newsroom on this machine: a web server on loopback with articles of our own, for the demo and for tests.
 *
 * <p>{@link org.onrecord.newsroom.Newsroom} starts it and says where it is and how to watch it. The articles are text
 * files under {@code articles/}, each with a header that says whether it tells facts of the public record or invents
 * people and companies; nobody real is given words that they did not say. Every {@link org.onrecord.newsroom.Site}
 * publishes in a page template of its own under {@code templates/}, of the kinds the web has: JSON-LD, meta tags only, a
 * bare article element, a page full of noise, a government release, and tables. They are announced by feeds, listing
 * pages and a news sitemap, and some behave as pages do: one has moved, one fails the first time, one is forbidden by
 * robots.txt, one is a copy of another ({@link org.onrecord.newsroom.NewsroomArticle.Quirk}).
 *
 * <p>The walk through it: {@code ArticleFile} reads the articles, {@code ArticleValues} turns one into the values of
 * placeholders, {@code Template} fills a template with them, {@code Edition} holds everything that is served by path,
 * and {@code Newsroom} answers requests from it.
 *
 * <p>To add an article: write {@code articles/<id>.txt} in the form of its neighbours, and name it in
 * {@code articles/index.txt}. Knows of our packages only {@code hash}; only the demo, benchmarks and tests
 * know it.
 */
@NullMarked
package org.onrecord.newsroom;

import org.jspecify.annotations.NullMarked;
