package org.onrecord.web;

import io.javalin.config.RoutesConfig;
import org.onrecord.state.SavedSearch;
import org.onrecord.subscription.ChoiceReader;

/** The routes by which readers subscribe, and change and end what they get. */
final class SubscriptionRoutes {
    private SubscriptionRoutes() {}

    static void add(RoutesConfig routes, WebParts parts, Templates templates, Posted posted, FormGuard guard) {
        ChoiceReader reader = new ChoiceReader(parts.registry(), parts.savedSearches());
        ChoiceForm.Offers offers = new ChoiceForm.Offers(
                () -> parts.savedSearches().all().stream()
                        .map(SavedSearch::name)
                        .toList(),
                parts.registry().issues());
        SubscribePage subscribePage =
                new SubscribePage(parts.subscriptions(), reader, offers, templates, posted, guard, parts.clock());
        SubscriptionPage subscriptionPage =
                new SubscriptionPage(parts.subscriptions(), reader, offers, templates, posted);
        SubscriptionsApi subscriptionsApi = new SubscriptionsApi(parts.subscriptions(), reader, posted);

        routes.get("/subscribe", subscribePage::form);
        routes.post("/subscribe", subscribePage::act, Permission.READ);
        routes.post("/subscribe/html", subscribePage::html, Permission.READ);
        routes.get("/subscription/confirm/{token}", subscriptionPage::confirming, Permission.LINK);
        routes.post("/subscription/confirm/{token}", subscriptionPage::confirm, Permission.LINK);
        routes.get("/subscription/{token}", subscriptionPage::changing, Permission.LINK);
        routes.post("/subscription/{token}", subscriptionPage::change, Permission.LINK);
        routes.post("/subscription/{token}/html", subscriptionPage::html, Permission.LINK);
        routes.get("/api/v1/subscriptions", subscriptionsApi::list, Permission.ADMIN);
        routes.post("/api/v1/subscriptions", subscriptionsApi::ask, Permission.ADMIN);
        routes.get("/api/v1/subscriptions/{number}", subscriptionsApi::one, Permission.ADMIN);
        routes.delete("/api/v1/subscriptions/{number}", subscriptionsApi::end, Permission.ADMIN);
    }
}
