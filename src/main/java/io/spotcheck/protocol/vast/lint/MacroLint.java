package io.spotcheck.protocol.vast.lint;

import io.spotcheck.lint.Excerpt;
import io.spotcheck.lint.NearestName;
import io.spotcheck.macro.MacroContext;
import io.spotcheck.protocol.vast.catalogue.ElementType;
import io.spotcheck.protocol.vast.catalogue.MacroTable;
import io.spotcheck.protocol.vast.catalogue.MacroType;
import io.spotcheck.protocol.vast.catalogue.VastCatalogue;
import io.spotcheck.xml.XmlElement;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges the macros of an address. */
final class MacroLint {

    private static final MacroTable TABLE = MacroTable.standard();
    /** What a player knows when it calls the address in an element. */
    private static final Map<ElementType, Set<MacroContext>> CONTEXTS = contexts();
    private static final NearestName NEAREST = new NearestName(1);
    /** Shorter names resemble each other by chance. */
    private static final int SHORTEST_GUESS = 6;
    private static final String ENCODED_OPEN = "%5B";
    private static final String ENCODED_CLOSE = "%5D";

    private MacroLint() {
    }

    static void lint(XmlElement element, String url, ElementType type, LintPass pass) {
        int open = url.indexOf('[');
        while (open >= 0) {
            int close = url.indexOf(']', open);
            String name = url.substring(open + 1, nameEnd(url, open + 1));
            if (close == open + 1 + name.length()) {
                macro(element, name, open + 1, type, pass);
            } else if (TABLE.macro(name).isPresent()) {
                pass.report("VAST-MACRO-UNCLOSED", element, "The macro [" + name + " has no closing bracket.");
            }
            open = url.indexOf('[', open + 1);
        }
        if (url.indexOf('%') >= 0) {
            encoded(element, url, pass);
            foreign(element, url, "%%", "%%", pass);
        }
        if (url.indexOf('{') >= 0) {
            foreign(element, url, "${", "}", pass);
            foreign(element, url, "{{", "}}", pass);
        }
    }

    /** Whether the brace at an offset belongs to a macro of another system. */
    static boolean isMacroBrace(String url, int at) {
        char c = url.charAt(at);
        if (c == '{') {
            return at > 0 && "${".indexOf(url.charAt(at - 1)) >= 0 || url.startsWith("{{", at);
        }
        return c == '}' && (url.lastIndexOf("${", at) >= 0 || url.lastIndexOf("{{", at) >= 0);
    }

    private static int nameEnd(String url, int from) {
        int end = from;
        while (end < url.length() && (Character.isLetterOrDigit(url.charAt(end)) || url.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    private static void macro(XmlElement element, String name, int at, ElementType type, LintPass pass) {
        Optional<MacroType> known = TABLE.macro(name);
        if (known.isPresent()) {
            known(element, known.get(), type, pass);
            return;
        }
        String upper = name.toUpperCase(Locale.ROOT);
        if (TABLE.macro(upper).isPresent()) {
            pass.report("VAST-MACRO-CASE", element, "The macro is written [" + name + "]; write [" + upper + "].",
                    mend -> mend.text(at, at + name.length(), upper));
        } else if (TABLE.standardFor(upper).isPresent()) {
            legacy(element, "[" + name + "]", upper, pass);
        } else if (nearest(upper).isPresent()) {
            pass.report("VAST-MACRO-MISSPELT", element, "VAST has no macro [" + name + "]; perhaps ["
                    + nearest(upper).get() + "] is meant.");
        } else if (name.equals(upper) && name.length() > 1 && Character.isLetter(name.charAt(0))) {
            pass.report("VAST-MACRO-UNKNOWN", element, "VAST has no macro [" + name + "]; players leave it as it is.");
        }
    }

    /** A macro whose name differs by one or two typing errors. */
    private static Optional<String> nearest(String upper) {
        return upper.length() < SHORTEST_GUESS ? Optional.empty()
                : NEAREST.of(upper, TABLE.macros().stream().map(MacroType::name).toList(), upper.length() < 8 ? 1 : 2);
    }

    private static void known(XmlElement element, MacroType macro, ElementType type, LintPass pass) {
        if (macro.deprecated().contains(pass.version())) {
            pass.report("VAST-MACRO-DEPRECATED", element, "[" + macro.name() + "] is deprecated since VAST 4.1; use ["
                    + String.join("] or [", macro.instead()) + "].");
        } else if (!macro.in().contains(pass.version())) {
            pass.report("VAST-MACRO-TOO-NEW", element, "[" + macro.name() + "] came with VAST "
                    + macro.in().firstAfter(pass.version()).map(Object::toString).orElse("4.3")
                    + "; players of VAST " + pass.version() + " may leave it as it is.");
        }
        if (!isFilled(macro, type)) {
            pass.report("VAST-MACRO-CONTEXT", element, "Players fill no [" + macro.name() + "] in " + type.name()
                    + ".");
        }
    }

    private static boolean isFilled(MacroType macro, ElementType type) {
        Set<MacroContext> here = CONTEXTS.getOrDefault(type, Set.of());
        for (MacroContext context : macro.contexts()) {
            if (here.contains(context)) {
                return true;
            }
        }
        return false;
    }

    private static Map<ElementType, Set<MacroContext>> contexts() {
        var contexts = new IdentityHashMap<ElementType, Set<MacroContext>>();
        VastCatalogue.standard().elements().forEach(type -> contexts.put(type, contexts(type)));
        return contexts;
    }

    private static Set<MacroContext> contexts(ElementType type) {
        return switch (type.name()) {
            case "VASTAdTagURI" -> EnumSet.of(MacroContext.REQUEST);
            case "Error" -> EnumSet.of(MacroContext.TRACKING, MacroContext.ERROR);
            case "ClickTracking", "CustomClick", "IconClickTracking", "NonLinearClickTracking",
                 "CompanionClickTracking" -> EnumSet.of(MacroContext.TRACKING, MacroContext.CLICK);
            // A click is followed where it leads; many servers count it there.
            case "ClickThrough", "IconClickThrough", "NonLinearClickThrough", "CompanionClickThrough" ->
                    EnumSet.of(MacroContext.TRACKING, MacroContext.CLICK);
            case "Tracking" -> type.id().equals("VerificationTracking")
                    ? EnumSet.of(MacroContext.TRACKING, MacroContext.VERIFICATION) : EnumSet.of(MacroContext.TRACKING);
            case "MediaFile", "Mezzanine", "ClosedCaptionFile", "StaticResource" -> EnumSet.noneOf(MacroContext.class);
            case "Survey", "InteractiveCreativeFile", "IFrameResource", "JavaScriptResource" ->
                    EnumSet.of(MacroContext.TRACKING, MacroContext.REQUEST);
            default -> EnumSet.of(MacroContext.TRACKING);
        };
    }

    private static void encoded(XmlElement element, String url, LintPass pass) {
        String upper = url.toUpperCase(Locale.ROOT);
        int open = upper.indexOf(ENCODED_OPEN);
        while (open >= 0) {
            int at = open;
            int from = open + ENCODED_OPEN.length();
            int end = nameEnd(upper, from);
            String name = upper.substring(from, end);
            if (upper.startsWith(ENCODED_CLOSE, end) && TABLE.macro(name).isPresent()) {
                pass.report("VAST-MACRO-ENCODED", element, "The brackets of [" + name
                        + "] are percent-encoded; players do not see a macro there.",
                        mend -> upper.length() != url.length() ? List.of()
                                : mend.text(at, end + ENCODED_CLOSE.length(), "[" + name + "]"));
            }
            open = upper.indexOf(ENCODED_OPEN, from);
        }
    }

    private static void foreign(XmlElement element, String url, String opening, String closing, LintPass pass) {
        int open = url.indexOf(opening);
        if (open < 0) {
            return;
        }
        int from = open + opening.length();
        int close = url.indexOf(closing, from);
        if (close > from && nameEnd(url, from) > from) {
            String name = url.substring(from, nameEnd(url, from)).toUpperCase(Locale.ROOT);
            if (opening.equals("{{") && TABLE.macro(name).isEmpty() && TABLE.standardFor(name).isEmpty()) {
                // A variable of a template, such as those of our own profiles: it is filled before anybody plays.
                return;
            }
            legacy(element, url.substring(open, close + closing.length()), name, pass);
        }
    }

    private static void legacy(XmlElement element, String written, String name, LintPass pass) {
        String standard = TABLE.macro(name).map(MacroType::name).or(() -> TABLE.standardFor(name))
                .map(s -> "; the macro of VAST is [" + s + "].").orElse(".");
        pass.report("VAST-MACRO-LEGACY", element, Excerpt.of(written) + " is a macro of another system" + standard);
    }
}
