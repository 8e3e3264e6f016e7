package org.onrecord.web;

import io.javalin.security.RouteRole;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.Scope;

/** What a caller must be allowed to come through a route. A route that names none needs READ, or ADMIN to change things. */
enum Permission implements RouteRole {
    /** Open to everybody, also to those who have not logged in. */
    OPEN(null),
    /** Open to whoever holds the address, which says by itself what it allows; also for requests that other sites send. */
    LINK(null),
    READ(Scope.READ),
    /** Open to who may read, and to an address that holds the key of its feed. */
    FEED(Scope.READ),
    TAG(Scope.TAG),
    METRICS(Scope.METRICS),
    ADMIN(Scope.ADMIN);

    private final @Nullable Scope scope;

    Permission(@Nullable Scope scope) {
        this.scope = scope;
    }

    /** The scope that a caller must have; null for none. */
    @Nullable
    Scope scope() {
        return scope;
    }

    static Permission of(Set<RouteRole> roles, String method) {
        return roles.stream()
                .filter(Permission.class::isInstance)
                .map(Permission.class::cast)
                .findFirst()
                .orElse(method.equals("GET") || method.equals("HEAD") ? READ : ADMIN);
    }
}
