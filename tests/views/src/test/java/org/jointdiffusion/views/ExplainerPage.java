package org.jointdiffusion.views;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Comparator;
import java.util.List;

/** Finds the parts of the Counterfactual Explainer's view. */
final class ExplainerPage {

    private ExplainerPage() {}

    static String key(final Page page) {
        return page.locator(".detail h2").innerText();
    }

    static Locator slider(final Page page) {
        return page.getByLabel("Blend from the original to the counterfactual");
    }

    static Locator button(final Page page, final String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** A choice above the gallery: from, to or sort. */
    static Locator choice(final Page page, final String name) {
        return page.locator("[data-name=" + name + "] select");
    }

    static String shown(final Page page) {
        return page.locator(".shown").innerText();
    }

    static List<String> keys(final Page page) {
        return page.locator(".card").all().stream()
                .sorted(Comparator.comparingInt(card -> Integer.parseInt(card.getAttribute("aria-posinset"))))
                .map(card -> card.locator(".key").innerText())
                .toList();
    }

    /** The pixels of a canvas as the page has them. */
    static List<?> pixels(final Locator canvas) {
        return (List<?>)
                canvas.evaluate(
                        """
                c => {
                    const context = new OffscreenCanvas(c.width, c.height)
                        .getContext("2d", { willReadFrequently: true });
                    context.drawImage(c, 0, 0);
                    return [...context.getImageData(0, 0, c.width, c.height).data];
                }
                """);
    }

    static void waitForPictures(final Page page) {
        page.waitForFunction("() => [...document.querySelectorAll('.card .pictures:not(.empty) canvas')].length > 0"
                + " && [...document.querySelectorAll('.card .pictures:not(.empty) canvas')].every(c => c.width > 1)");
    }
}
