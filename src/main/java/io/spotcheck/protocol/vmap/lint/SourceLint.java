package io.spotcheck.protocol.vmap.lint;

import io.spotcheck.lint.Edit;
import io.spotcheck.lint.Excerpt;
import io.spotcheck.lint.MarkupEdits;
import io.spotcheck.protocol.vast.lint.VastLinter;
import io.spotcheck.xml.MalformedXmlException;
import io.spotcheck.xml.Span;
import io.spotcheck.xml.XmlElement;
import io.spotcheck.xml.XmlMarkup;
import io.spotcheck.xml.XmlReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What concerns the source of a break's ads, in each of its kinds (VMAP 1.0.1 §2.3.2). */
final class SourceLint {

    private static final List<String> KINDS = List.of("VASTAdData", "VASTData", "AdTagURI", "CustomAdData");
    private static final String TEMPLATE = "templateType";
    private static final List<String> FLAGS = List.of("allowMultipleAds", "followRedirects");
    private static final Pattern LATER_VAST = Pattern.compile("vast[-_ ]?([4-9])(?:[._]\\d+)*");
    private static final Pattern VERSION_INSIDE = Pattern.compile("<VAST[^>]*\\sversion\\s*=\\s*[\"']([0-9]+)");

    private final VmapElements data;
    private final VastLinter vast;

    SourceLint(VmapElements data, VastLinter vast) {
        this.data = data;
        this.vast = vast;
    }

    void source(XmlElement source, VmapLintPass pass) {
        List<XmlElement> kinds = source.children().stream()
                .filter(c -> KINDS.stream().anyMatch(c.name()::equalsIgnoreCase)).toList();
        if (kinds.isEmpty()) {
            if (!source.children().isEmpty() || !source.text().isEmpty()) {
                // What stands there in the place of a source is told as that.
                return;
            }
            pass.report("VMAP-ADSOURCE-EMPTY", source,
                    "AdSource names no source; write one of VASTAdData, AdTagURI and CustomAdData in it.");
        } else if (kinds.stream().map(XmlElement::name).distinct().count() > 1) {
            XmlElement second = kinds.stream().filter(k -> !k.name().equals(kinds.getFirst().name())).findFirst()
                    .orElseThrow();
            pass.report("VMAP-ADSOURCE-AMBIGUOUS", second,
                    "AdSource names several sources; only one of VASTAdData, AdTagURI and CustomAdData is allowed.");
        }
        for (String flag : FLAGS) {
            source.attribute(flag).map(String::strip).filter(v -> !List.of("true", "false", "1", "0").contains(v))
                    .ifPresent(v -> pass.reportAt("VMAP-ADSOURCE-FLAG-INVALID", source, flag, flag + "=\""
                            + Excerpt.of(v) + "\" is wrong; write true or false.", mend -> truth(v)
                                    .map(right -> mend.attribute(flag, right)).orElse(List.of())));
        }
        source.attribute("id").map(String::strip).filter(id -> !id.matches("[+-]?\\d+")).ifPresent(id ->
                pass.reportAt("VMAP-ADSOURCE-ID-NOT-NUMBER", source, "id",
                        "The schema wants a whole number for the id, not “" + Excerpt.of(id) + "”."));
        if (source.child("AdTagURI").isPresent() && source.attribute("followRedirects").isEmpty()) {
            pass.report("VMAP-FOLLOWREDIRECTS-ABSENT", source,
                    "Nothing says whether wrappers are followed; each player decides by itself.");
        }
    }

    /** The value that a word stands for in many languages of programs. */
    private static Optional<String> truth(String written) {
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y" -> Optional.of("true");
            case "false", "no", "n" -> Optional.of("false");
            default -> Optional.empty();
        };
    }

    void vastData(XmlElement element, VmapLintPass pass) {
        pass.report("VMAP-VASTDATA-OLD", element, "VASTData was a mistake of the first edition; write VASTAdData.",
                mend -> mend.rename("VASTAdData"));
        vastAdData(element, pass);
    }

    void vastAdData(XmlElement element, VmapLintPass pass) {
        if (element.children().isEmpty()) {
            noElements(element, pass);
            return;
        }
        if (!element.text().isEmpty()) {
            pass.reportAtText("VMAP-TEXT-STRAY", element, "There is text directly in " + element.name()
                    + ", which holds VAST only: “" + Excerpt.of(element.text()) + "”.");
        }
        XmlElement root = element.children().getFirst();
        if (element.children().size() > 1) {
            pass.report("VMAP-VASTADDATA-REPEATED", element.children().get(1),
                    "There may be only one VAST document in " + element.name() + ".");
        }
        if (!root.name().equalsIgnoreCase("VAST")) {
            pass.report("VMAP-VASTADDATA-NOT-VAST", root, element.name() + " holds “" + root.name() + "”, not VAST.");
            return;
        }
        pass.addAll(vast.inspectWithin(root, pass.text()));
        root.attribute("version").map(String::strip).filter(v -> v.matches("[12](\\..*)?")).ifPresent(v ->
                pass.report("VMAP-VAST-VERSION-OLD", root, "The schedule carries VAST " + v
                        + "; players of schedules are only bound to read VAST 3.0."));
        element.parent().ifPresent(source -> allowance(source, root, pass));
    }

    private static void noElements(XmlElement element, VmapLintPass pass) {
        if (element.text().isEmpty()) {
            pass.report("VMAP-VASTADDATA-EMPTY", element, element.name() + " is empty; no ad comes of it.");
        } else if (element.text().startsWith("<")) {
            pass.report("VMAP-VASTADDATA-CDATA", element,
                    "The VAST stands there as text, which players of schedules do not read; "
                    + "leave the CDATA section away.", _ -> unwrapped(element, pass.text()));
        } else {
            pass.report("VMAP-VASTADDATA-NOT-VAST", element, element.name() + " holds text, not VAST: “"
                    + Excerpt.of(element.text()) + "”.");
        }
    }

    /** The VAST as elements, when it is VAST; what declares it as XML can stand at the start of a file only. */
    private static List<Edit> unwrapped(XmlElement element, String document) {
        String inside = element.text().replaceFirst("^<\\?xml\\s[^>]*\\?>\\s*", "");
        try {
            if (!new XmlReader().read(inside).name().equalsIgnoreCase("VAST") || inside.contains("<!DOCTYPE")) {
                return List.of();
            }
        } catch (MalformedXmlException broken) {
            return List.of();
        }
        Span content = XmlMarkup.of(element, document).content();
        String written = content.of(document);
        int start = content.start() + written.length() - written.stripLeading().length();
        return List.of(new Edit(start, start + written.strip().length(), inside));
    }

    /** VAST in the schedule that its own source forbids. */
    private static void allowance(XmlElement source, XmlElement root, VmapLintPass pass) {
        List<XmlElement> ads = root.children("Ad").toList();
        if (isOff(source, "followRedirects") && !ads.isEmpty()
                && ads.stream().allMatch(ad -> ad.child("Wrapper").isPresent())) {
            pass.report("VMAP-FOLLOWREDIRECTS-WRAPPER", source,
                    "Wrappers are not to be followed, and the VAST inside is nothing else; no ad comes of it.");
        }
        if (isOff(source, "allowMultipleAds") && ads.size() > 1) {
            pass.report("VMAP-ALLOWMULTIPLEADS-POD", source, "Only one ad is allowed, and the VAST inside has "
                    + ads.size() + "; the others are never shown.");
        }
    }

    private static boolean isOff(XmlElement source, String flag) {
        return source.attribute(flag).map(String::strip).filter(v -> v.equals("false") || v.equals("0")).isPresent();
    }

    void adTagUri(XmlElement element, VmapLintPass pass) {
        template(element, pass);
        if (!element.children().isEmpty()) {
            // It holds something else, which is told as that.
            return;
        }
        if (element.text().isEmpty()) {
            pass.report("VMAP-ADTAGURI-EMPTY", element, "AdTagURI is empty; no ad comes of it.");
            return;
        }
        AddressLint.lint(element, "VMAP-ADTAGURI", pass);
        if (!pass.isCdata(element)) {
            pass.report("VMAP-ADTAGURI-NOT-CDATA", element, "The address stands outside of a CDATA section.",
                    MarkupEdits::wrapText);
        }
    }

    void customAdData(XmlElement element, VmapLintPass pass) {
        template(element, pass);
        if (!element.children().isEmpty()) {
            pass.report("VMAP-CUSTOMADDATA-ELEMENTS", element,
                    "CustomAdData holds elements; the ad response belongs in a CDATA section.");
            return;
        }
        if (element.text().isEmpty()) {
            pass.report("VMAP-CUSTOMADDATA-EMPTY", element, "CustomAdData is empty; no ad comes of it.");
            return;
        }
        if (!pass.isCdata(element)) {
            pass.report("VMAP-CUSTOMADDATA-NOT-CDATA", element, "The ad response stands outside of a CDATA section.",
                    MarkupEdits::wrapText);
        }
        Matcher version = VERSION_INSIDE.matcher(element.text());
        if (version.find()) {
            inside(element, version.group(1), pass);
        }
    }

    /** VAST as custom data: of version 3 on it has an element of its own, and before that the type says which. */
    private static void inside(XmlElement element, String version, VmapLintPass pass) {
        if (Integer.parseInt(version) >= 3) {
            pass.report("VMAP-CUSTOMADDATA-VAST", element, "This is VAST " + version
                    + "; it belongs in VASTAdData, without a CDATA section.");
        }
        element.attribute(TEMPLATE).map(String::strip).filter(t -> t.matches("vast\\d"))
                .filter(t -> !t.equals("vast" + version)).ifPresent(t -> pass.reportAt("VMAP-TEMPLATETYPE-MISMATCH",
                        element, TEMPLATE, "The type says " + t + ", and the document is VAST " + version + "."));
    }

    private void template(XmlElement element, VmapLintPass pass) {
        Optional<String> written = element.attribute(TEMPLATE).map(String::strip);
        if (written.isEmpty() || data.templates().contains(written.get())) {
            return;
        }
        String type = written.get();
        Optional<String> meant = data.templates().stream().filter(type::equalsIgnoreCase).findFirst();
        if (type.isEmpty()) {
            pass.reportAt("VMAP-TEMPLATETYPE-EMPTY", element, TEMPLATE, "templateType is empty; write vast3, or what it is.");
        } else if (meant.isPresent()) {
            pass.reportAt("VMAP-TEMPLATETYPE-CASE", element, TEMPLATE, "The type is written " + type + "; write "
                    + meant.get() + ".", mend -> mend.attribute(TEMPLATE, meant.get()));
        } else if (LATER_VAST.matcher(type.toLowerCase(Locale.ROOT)).matches()) {
            pass.reportAt("VMAP-TEMPLATETYPE-NEWER", element, TEMPLATE, "VMAP knows VAST up to vast3; players may not know " + type
                    + ".");
        } else {
            pass.reportAt("VMAP-TEMPLATETYPE-UNKNOWN", element, TEMPLATE, "“" + Excerpt.of(type)
                    + "” is a format of somebody's own; other players pass it over.");
        }
    }
}
