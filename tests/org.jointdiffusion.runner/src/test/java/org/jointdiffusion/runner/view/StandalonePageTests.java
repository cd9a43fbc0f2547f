package org.jointdiffusion.runner.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.util.Base64;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class StandalonePageTests {

    private static final Map<String, String> FILES = Map.of(
            "page.html",
            "<head><link rel=\"stylesheet\" href=\"parts/style.css\"><script type=\"module\" src=\"parts/main.js\">"
                    + "</script></head>",
            "parts/style.css",
            "a::before { content: \"\\2192 $1\"; }",
            "parts/main.js",
            "import { x } from \"./other.js\";\nimport { y } from \"./third.js\";\n",
            "parts/other.js",
            "import { y } from \"./third.js\"; export const x = '$ä';",
            "parts/third.js",
            "import { x } from \"./other.js\"; export const y = 1;");

    private static Document page(final String data) {
        return Jsoup.parse(StandalonePage.of("page.html", FILES::get, data));
    }

    @Test
    void holdsTheStyleSheet() {
        assertEquals(
                FILES.get("parts/style.css"),
                page("{}").selectFirst("style").data().strip());
    }

    @Test
    void holdsEachModuleOnceUnderItsName() {
        final var imports = JsonParser.parseString(
                        page("{}").selectFirst("script[type=importmap]").data())
                .getAsJsonObject()
                .getAsJsonObject("imports");
        assertEquals(3, imports.size());
        assertEquals(
                "import { y } from \"view/third.js\"; export const x = '$ä';",
                text(imports.get("view/other.js").getAsString()));
        assertTrue(text(imports.get("view/main.js").getAsString()).startsWith("import { x } from \"view/other.js\";"));
        assertEquals(
                "import \"view/main.js\";",
                page("{}").selectFirst("script[type=module]").data());
    }

    @Test
    void namesInTheDataCannotEndTheirElement() {
        final String data = "{\"name\":\"</script><b>\\\"$1\"}";
        final String found = page(data).getElementById("embedded-data").data();
        assertEquals(JsonParser.parseString(data), JsonParser.parseString(found));
    }

    private static String text(final String address) {
        return new String(Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1)), UTF_8);
    }
}
