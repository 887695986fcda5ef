package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.json.JsonElement;
import java.util.List;
import java.util.regex.Pattern;

/** What is looked at wherever there are categories. */
final class CategoryChecks {

    private static final List<String> FIELDS = List.of("cat", "sectioncat", "pagecat", "bcat", "acat");
    private static final Pattern FIRST = Pattern.compile("IAB\\d{1,2}(-\\d{1,2})?");
    private static final int FIRST_TAXONOMY = 1;
    private static final int VENDOR = 500;

    private CategoryChecks() {
    }

    static void addTo(Checks checks) {
        for (String object : List.of("BidRequest", "Site", "App", "Publisher", "Content", "Producer", "Bid")) {
            checks.on(object, CategoryChecks::form);
        }
    }

    private static void form(JsonElement object, RtbPass pass) {
        int taxonomy = object.integer("cattax").orElse(FIRST_TAXONOMY);
        if (taxonomy >= VENDOR) {
            return;
        }
        for (String field : FIELDS) {
            for (JsonElement category : object.items(field)) {
                boolean first = FIRST.matcher(category.text()).matches();
                if (category.string().isPresent() && !category.text().isBlank()
                        && first != (taxonomy == FIRST_TAXONOMY)) {
                    pass.report("ORTB-CATEGORY-TAXONOMY", category, "“" + Words.shorten(category.text())
                            + "” is no category of taxonomy " + taxonomy
                            + (object.has("cattax") ? "." : ", which holds without cattax."));
                }
            }
        }
    }
}
