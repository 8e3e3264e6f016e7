/**
 * Who may do what: passwords, log-ins, tokens of programs, keys of feeds, links in mails.
 *
 * <p>Start at {@link org.onrecord.access.Access}, which joins the others. How a request carries its secret, and which page
 * needs which right, is the web page's business.
 */
@NullMarked
package org.onrecord.access;

import org.jspecify.annotations.NullMarked;
