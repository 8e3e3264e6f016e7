/**
 * Bytes to meaning: feeds, sitemaps and listing pages to links, pages and mails to articles. The only package that knows
 * Jsoup.
 *
 * <p>Three doors. {@link org.onrecord.extract.LinkExtractor} reads what a source sent; {@link
 * org.onrecord.extract.FeedReader} any feed format; {@link org.onrecord.extract.ArticleExtractor} the title, byline, date and
 * main text of a page, and names the classes that find each of them. {@link org.onrecord.extract.CanonicalUrl} gives the
 * normal form of addresses, which is the identity of articles. All are stateless and safe for many threads.
 *
 * <p>Each other form has a reader of its own: {@link org.onrecord.extract.SitemapReader}, {@link
 * org.onrecord.extract.FederalRegisterList} and {@link org.onrecord.extract.FederalRegisterDocument}, {@link
 * org.onrecord.extract.Opml}, {@code Mail}. {@link org.onrecord.extract.SourceFinder} says what a page could be watched by.
 *
 * <p>A page is walked once: {@code PageOutline} takes down its elements and pieces of text, with the {@code Sign}s that
 * classes and ids give, and everything else reads that. The main text: {@code TextBlocks} puts the pieces together to blocks,
 * {@code BlockWeight} weighs each, {@code Clutter} leaves out what is not the article, {@code TitlePlace} and {@code BodyRoot}
 * choose the element that holds it, {@code BodyBlocks} the blocks in it, and {@code MainText} holds the cascade.
 * {@code SelectedParts} finds what a person chose by selectors, which goes before all of this.
 */
@NullMarked
package org.onrecord.extract;

import org.jspecify.annotations.NullMarked;
