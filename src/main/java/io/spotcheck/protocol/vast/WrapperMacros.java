package io.spotcheck.protocol.vast;

import io.spotcheck.macro.MacroValues;
import java.util.Arrays;
import java.util.List;

/** The values that the wrappers above a document have for the macros of its URL. */
final class WrapperMacros {

    private WrapperMacros() {
    }

    /** The categories that the wrappers above do not let through, each once (VAST 4.3 §3.19.2). */
    static MacroValues of(Trail trail) {
        List<String> blocked = trail.wrappers().stream()
                .flatMap(above -> above.wrapper().definition().element().children("Wrapper"))
                .flatMap(wrapper -> wrapper.children("BlockedAdCategories"))
                .flatMap(categories -> Arrays.stream(categories.text().split(",")))
                .map(String::strip).filter(category -> !category.isEmpty()).distinct().toList();
        return blocked.isEmpty() ? MacroValues.none() : MacroValues.none().with("BLOCKEDADCATEGORIES", blocked);
    }
}
