package org.onrecord.web;

/**
 * Another form of a page: the same address with a suffix.
 *
 * @param name for people: "JSON"
 * @param type its media type
 * @param href where it is
 */
record PageForm(String name, String type, String href) {}
