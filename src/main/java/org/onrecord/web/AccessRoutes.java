package org.onrecord.web;

import io.javalin.config.RoutesConfig;

/** The routes by which people and programs get access and are told of news: log-in, tokens, saved searches, webhooks, mails,
 * unsubscribing. */
final class AccessRoutes {
    private AccessRoutes() {}

    static void add(RoutesConfig routes, WebParts parts, Templates templates, Posted posted, FormGuard guard) {
        LogInPage logInPage = new LogInPage(parts.access().logIns(), templates, posted, guard);
        TokensPage tokensPage = new TokensPage(parts.access().tokens(), parts.clock(), templates, posted, guard);
        TokensApi tokensApi = new TokensApi(parts.access().tokens(), posted);
        WebhooksPage webhooksPage = new WebhooksPage(parts.webhooks(), parts.clock(), templates, posted, guard);
        WebhooksApi webhooksApi = new WebhooksApi(parts.webhooks(), posted);

        UnsubscribePage unsubscribePage =
                new UnsubscribePage(parts.access().unsubscribing(), parts.subscriptions(), templates);
        SearchesApi searchesApi = new SearchesApi(parts.savedSearches(), posted);

        searchesApi.list().route(routes, Permission.READ);
        routes.post("/api/v1/searches", searchesApi::save, Permission.ADMIN);
        routes.get("/api/v1/searches/{id}", searchesApi::one);
        routes.put("/api/v1/searches/{id}", searchesApi::change, Permission.ADMIN);
        routes.delete("/api/v1/searches/{id}", searchesApi::delete, Permission.ADMIN);
        routes.get("/login", logInPage::form, Permission.OPEN);
        routes.post("/login", logInPage::logIn, Permission.OPEN);
        routes.post("/logout", logInPage::logOut, Permission.OPEN);
        routes.get("/unsubscribe/{token}", unsubscribePage::show, Permission.LINK);
        routes.post("/unsubscribe/{token}", unsubscribePage::leave, Permission.LINK);
        routes.post("/resubscribe/{token}", unsubscribePage::comeBack, Permission.LINK);
        routes.get("/tokens", tokensPage::list, Permission.ADMIN);
        routes.post("/tokens", tokensPage::create, Permission.ADMIN);
        routes.post("/tokens/revoke", tokensPage::revoke, Permission.ADMIN);
        tokensApi.list().route(routes, Permission.ADMIN);
        routes.post("/api/v1/tokens", tokensApi::create, Permission.ADMIN);
        routes.delete("/api/v1/tokens/{number}", tokensApi::revoke, Permission.ADMIN);
        MailsPage mailsPage = new MailsPage(parts, templates);
        routes.get("/api/v1/mails", mailsPage::json, Permission.ADMIN);
        routes.get("/mails.json", mailsPage::json, Permission.ADMIN);
        mailsPage.whole().routeFiles(routes, Permission.ADMIN);
        routes.get("/mails", mailsPage::list, Permission.ADMIN);
        routes.get("/webhooks", webhooksPage::list, Permission.ADMIN);
        routes.post("/webhooks", webhooksPage::add, Permission.ADMIN);
        routes.post("/webhooks/test", webhooksPage::test, Permission.ADMIN);
        routes.post("/webhooks/enable", webhooksPage::enable, Permission.ADMIN);
        routes.post("/webhooks/remove", webhooksPage::remove, Permission.ADMIN);
        webhooksApi.list().route(routes, Permission.ADMIN);
        routes.post("/api/v1/webhooks", webhooksApi::add, Permission.ADMIN);
        routes.get("/api/v1/webhooks/{number}", webhooksApi::one, Permission.ADMIN);
        routes.delete("/api/v1/webhooks/{number}", webhooksApi::remove, Permission.ADMIN);
        routes.post("/api/v1/webhooks/{number}/test", webhooksApi::test, Permission.ADMIN);
        routes.post("/api/v1/webhooks/{number}/enable", webhooksApi::enable, Permission.ADMIN);
    }
}
