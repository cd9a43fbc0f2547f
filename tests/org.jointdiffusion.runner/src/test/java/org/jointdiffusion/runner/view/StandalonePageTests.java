package org.jointdiffusion.runner.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class StandalonePageTests {

    private static final Map<String, String> FILES = Map.of(
            "page.html",
            "<head><link rel=\"stylesheet\" href=\"shared/base.css\">"
                    + "<link rel=\"stylesheet\" href=\"parts/style.css\"><script type=\"module\" src=\"parts/main.js\">"
                    + "</script></head>",
            "shared/base.css",
            "b { top: 0; }",
            "parts/style.css",
            "a::before { content: \"\\2192 $1\"; }",
            "parts/main.js",
            "import { x } from \"./other.js\";\nimport { y } from \"../shared/third.js\";\n",
            "parts/other.js",
            "import { y } from \"../shared/third.js\"; export const x = '$ä';",
            "shared/third.js",
            "import { x } from \"../parts/other.js\"; export const y = 1;");

    private static Document page(final String data) {
        return Jsoup.parse(StandalonePage.of("page.html", FILES::get, data));
    }

    @Test
    void holdsTheStyleSheetsInTheirOrder() {
        assertEquals(
                List.of(FILES.get("shared/base.css"), FILES.get("parts/style.css")),
                page("{}").select("style").stream()
                        .map(style -> style.data().strip())
                        .toList());
    }

    @Test
    void holdsEachModuleOnceUnderItsName() {
        final var imports = JsonParser.parseString(
                        page("{}").selectFirst("script[type=importmap]").data())
                .getAsJsonObject()
                .getAsJsonObject("imports");
        assertEquals(3, imports.size());
        assertEquals(
                "import { y } from \"view/shared/third.js\"; export const x = '$ä';",
                text(imports.get("view/parts/other.js").getAsString()));
        assertTrue(text(imports.get("view/parts/main.js").getAsString())
                .startsWith("import { x } from \"view/parts/other.js\";"));
        assertEquals(
                "import \"view/parts/main.js\";",
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
