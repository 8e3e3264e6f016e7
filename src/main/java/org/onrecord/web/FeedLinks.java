package org.onrecord.web;

/**
 * Where the feeds of a query are.
 *
 * @param atom for feed readers
 * @param json the same as JSON Feed
 */
record FeedLinks(String atom, String json) {}
