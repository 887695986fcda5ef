package io.spotcheck.protocol.vast.lint;

import io.spotcheck.lint.Excerpt;
import io.spotcheck.protocol.vast.catalogue.ElementType;
import io.spotcheck.protocol.vast.catalogue.ValueType;
import io.spotcheck.xml.XmlElement;
import java.util.List;

/** Judges the text of an element by the catalogue. */
final class ContentLint {

    private ContentLint() {
    }

    static void lint(XmlElement element, ElementType type, LintPass pass) {
        if (!element.children().isEmpty()) {
            XmlElement first = element.children().getFirst();
            pass.report("VAST-MARKUP-UNESCAPED", first, "There is an element " + first.name() + " in "
                    + element.name() + ", which holds text only; put the text into a CDATA section.",
                    mend -> type.content() == ValueType.STRING ? pass.edits(element).wrapMarkup() : List.of());
            return;
        }
        String text = element.text();
        if (type.content() == ValueType.URI) {
            UrlLint.lint(element, text, type, pass);
        } else if (type.content() == ValueType.STRING) {
            if (text.isEmpty() && !type.name().equals("UniversalAdId")) {
                pass.report(CatalogueRules.empty(type.name()), element, element.name() + " is empty.");
            }
        } else if (!Values.isValid(text, type.content())) {
            pass.report(CatalogueRules.invalid(type.name()), element, (text.isEmpty() ? element.name() + " is empty"
                    : "“" + Excerpt.of(text) + "” is wrong") + "; write " + type.content().description() + "."
                    + TimeHint.of(text, type.content()),
                    mend -> Respelling.of(text, type.content()).map(mend::text).orElse(List.of()));
        }
    }
}
