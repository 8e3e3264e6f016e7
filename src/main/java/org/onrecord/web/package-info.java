/**
 * The web page: one handler class per page or action, plus templates.
 *
 * <p>{@link org.onrecord.web.WebServer} is the entry and lists all routes in one place. The only package that knows Javalin.
 */
@NullMarked
package org.onrecord.web;

import org.jspecify.annotations.NullMarked;
