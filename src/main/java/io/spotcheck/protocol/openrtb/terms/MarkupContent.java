package io.spotcheck.protocol.openrtb.terms;

import io.spotcheck.json.JsonElement;
import io.spotcheck.json.JsonReader;
import io.spotcheck.json.MalformedJsonException;
import io.spotcheck.xml.MalformedXmlException;
import io.spotcheck.xml.XmlElement;
import io.spotcheck.xml.XmlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a markup loads and what it is made of, as far as its text shows. */
public final class MarkupContent {

    /** Addresses that a page loads by itself; links and namespaces are not among them. */
    private static final Pattern LOADED = Pattern.compile("(?i)(?:(?<![a-z-])(?:src|srcset|poster|data|background)"
            + "\\s*=\\s*[\"']?|url\\(\\s*[\"']?)(http://[^\"'\\s>)]+)");
    private static final Pattern STYLE_SHEET =
            Pattern.compile("(?i)<link\\s[^>]*?href\\s*=\\s*[\"']?(http://[^\"'\\s>]+)");
    private static final Pattern SCRIPT = Pattern.compile("(?i)<script[\\s>]");
    private static final Pattern IFRAME = Pattern.compile("(?i)<iframe[\\s>]");
    /** Addresses that a click opens, which are a page of their own. */
    private static final Set<String> LINKS = Set.of("ClickThrough", "CompanionClickThrough", "NonLinearClickThrough",
            "IconClickThrough");
    private static final String NATIVE_LINK = "link";
    private static final Set<String> NATIVE_ADDRESSES = Set.of("url", "imptrackers", "clicktrackers", "assetsurl",
            "dcourl", "jstracker");
    private static final Set<String> NATIVE_MARKUP = Set.of("vasttag", "jstracker");
    private static final int JAVASCRIPT_AD = 3;
    private static final int IFRAME_AD = 4;
    private static final String INSECURE = "http://";

    private MarkupContent() {
    }

    /**
     * The addresses without encryption that a markup loads or calls (OpenRTB 2.6 §3.2.4, {@code secure}); in VAST and
     * native ads every address is meant that is no link, since a player loads or calls it.
     */
    public static List<String> insecure(String markup) {
        String start = markup.stripLeading();
        if (start.startsWith("{")) {
            return ofNative(markup);
        }
        List<XmlElement> root = start.startsWith("<") ? vast(markup) : List.of();
        if (root.isEmpty()) {
            return Stream.of(LOADED, STYLE_SHEET).flatMap(p -> p.matcher(markup).results())
                    .map(found -> found.group(1)).distinct().toList();
        }
        return all(root.getFirst()).filter(e -> !LINKS.contains(e.name())).map(e -> e.text().strip())
                .filter(MarkupContent::isInsecure).distinct().toList();
    }

    /** Whether a markup is HTML, and neither VAST nor a native ad. */
    public static boolean isHtml(String markup) {
        return !markup.stripLeading().startsWith("{") && vast(markup).isEmpty();
    }

    /** The banner ad types that a markup is of, by their list (OpenRTB 2.6 §3.2.6); only what its text shows. */
    public static List<Integer> bannerTypes(String html) {
        var types = new ArrayList<Integer>();
        if (SCRIPT.matcher(html).find()) {
            types.add(JAVASCRIPT_AD);
        }
        if (IFRAME.matcher(html).find()) {
            types.add(IFRAME_AD);
        }
        return List.copyOf(types);
    }

    /** The addresses of the media files of VAST in a markup. */
    public static List<String> mediaFiles(String markup) {
        return vast(markup).stream().flatMap(MarkupContent::all).filter(e -> e.name().equals("MediaFile"))
                .map(e -> e.text().strip()).filter(url -> !url.isEmpty()).distinct().toList();
    }

    /** Whether an address leads to the machine itself, which browsers hold for secure without encryption. */
    public static boolean isLoopback(String url) {
        Matcher host = Pattern.compile("(?i)https?://(\\[[^]]*]|[^/:?#]*).*", Pattern.DOTALL).matcher(url);
        if (!host.matches()) {
            return false;
        }
        String name = host.group(1).toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.endsWith(".localhost") || name.equals("[::1]")
                || name.matches("127\\.\\d+\\.\\d+\\.\\d+");
    }

    private static List<XmlElement> vast(String markup) {
        String start = markup.stripLeading();
        if (!start.startsWith("<")) {
            return List.of();
        }
        try {
            // The reader of XML wants to begin with the declaration, and a bidder may begin with a line break.
            XmlElement root = new XmlReader().read(start);
            return Set.of("VAST", "VideoAdServingTemplate", "DAAST").contains(root.name()) ? List.of(root) : List.of();
        } catch (MalformedXmlException html) {
            // It may be HTML, which is no XML; broken VAST is told by who resolves or lints it.
            return List.of();
        }
    }

    private static List<String> ofNative(String markup) {
        try {
            var found = new ArrayList<String>();
            collect(new JsonReader().read(markup), "", found);
            return found.stream().distinct().toList();
        } catch (MalformedJsonException broken) {
            // Who reads the ad tells it.
            return List.of();
        }
    }

    private static void collect(JsonElement value, String name, List<String> found) {
        value.items().forEach(item -> collect(item, name, found));
        value.members().forEach(member -> {
            if (member.name().equals(NATIVE_LINK)) {
                member.value().items("clicktrackers").forEach(each -> collect(each, "clicktrackers", found));
            } else {
                collect(member.value(), member.name(), found);
            }
        });
        if (NATIVE_MARKUP.contains(name)) {
            found.addAll(insecure(value.text()));
        }
        if (NATIVE_ADDRESSES.contains(name) && isInsecure(value.text().strip())) {
            found.add(value.text().strip());
        }
    }

    private static boolean isInsecure(String text) {
        return text.regionMatches(true, 0, INSECURE, 0, INSECURE.length());
    }

    private static Stream<XmlElement> all(XmlElement element) {
        return Stream.concat(Stream.of(element), element.children().stream().flatMap(MarkupContent::all));
    }
}
