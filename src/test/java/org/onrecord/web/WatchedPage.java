package org.onrecord.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A browser page with a list of everything that went wrong on it: errors in the console (violations of the content
 * security policy among them), uncaught exceptions, dialogs, and requests to anywhere but the first host.
 *
 * @param page the page
 * @param troubles what went wrong so far
 * @param requests all addresses asked for so far
 */
record WatchedPage(Page page, List<String> troubles, List<String> requests) implements AutoCloseable {
    static WatchedPage in(BrowserContext context) {
        Page page = context.newPage();
        List<String> troubles = new ArrayList<>();
        List<String> requests = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                troubles.add("console: " + message.text());
            }
        });
        page.onPageError(error -> troubles.add("exception: " + error));
        page.onDialog(dialog -> {
            troubles.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> requests.add(request.url()));
        return new WatchedPage(page, troubles, requests);
    }

    /** Writes a picture of what the window shows, or of the whole page. */
    void shoot(Path png, boolean whole) {
        page.screenshot(new Page.ScreenshotOptions().setPath(png).setFullPage(whole));
    }

    /** A picture that is small enough to have many of them. */
    void shootSmall(Path jpg) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(jpg)
                .setType(ScreenshotType.JPEG)
                .setQuality(60));
    }

    @Override
    public void close() {
        page.context().close();
    }
}
