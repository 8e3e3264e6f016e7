package org.onrecord.web;

import org.onrecord.article.ActorId;

/** An actor's name and page. */
record ActorLink(String name, String href) {
    static ActorLink of(ActorId actor, Labels labels) {
        return new ActorLink(labels.actor(actor), Links.actor(actor));
    }
}
