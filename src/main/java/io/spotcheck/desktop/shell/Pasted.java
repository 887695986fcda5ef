package io.spotcheck.desktop.shell;

import io.spotcheck.validation.DocumentType;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a pasted or dropped text turns out to be. */
public sealed interface Pasted {

    /**
     * The address of a tag.
     *
     * @param protocol the protocol that it seems to speak
     * @param url      the URL without surrounding blanks
     */
    record Tag(String protocol, String url) implements Pasted {

        /** Whether its answer decides: nothing but what it answers tells VAST from VMAP. */
        boolean isOpen() {
            return List.of("vast", "vmap").contains(protocol);
        }

        /** Whether it is a file of this computer. */
        boolean isFile() {
            return url.regionMatches(true, 0, FILE, 0, FILE.length());
        }

        /** What is asked for: the URL, or the path of the file. */
        String address() {
            try {
                return isFile() ? Path.of(URI.create(url)).toString() : url;
            } catch (IllegalArgumentException notAPath) {
                return url;
            }
        }
    }

    /**
     * A document that is itself the answer.
     *
     * @param protocol the protocol that it is written in
     * @param text     the document
     * @param options  what its protocol must know of the request that it answers, as JSON; empty if nothing
     */
    record Document(String protocol, String text, String options) implements Pasted {

        /** A document that says everything itself. */
        Document(String protocol, String text) {
            this(protocol, text, "");
        }
    }

    /**
     * What is to be asked; whom is still to be said.
     *
     * @param protocol the protocol that it is written in
     * @param options  what its protocol sends, as JSON
     */
    record Question(String protocol, String options) implements Pasted {
    }

    /** How the URLs of files begin. */
    String FILE = "file:";

    /** The name of a document's first element, whatever its namespace. */
    Pattern ROOT_ELEMENT = Pattern.compile(
            "\\A\\uFEFF?\\s*(?:<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE[^>]*>|\\s)*<(?:[\\w.-]+:)?([\\w.-]+)", Pattern.DOTALL);

    /** A URL and nothing else. */
    Pattern URL = Pattern.compile("(?:https?://|file:/|\\{\\{\\w+}}/)\\S+", Pattern.CASE_INSENSITIVE);

    /** Recognises a text; empty when it is neither a URL nor XML nor JSON. */
    static Optional<Pasted> recognise(String text) {
        String bare = text.strip();
        if (URL.matcher(bare).matches()) {
            return Optional.of(new Tag(protocolOfUrl(bare), bare));
        }
        Matcher root = ROOT_ELEMENT.matcher(bare);
        if (root.find()) {
            String protocol = root.group(1).toLowerCase(Locale.ROOT).equals("vmap") ? "vmap" : "vast";
            return Optional.of(new Document(protocol, bare));
        }
        if (bare.startsWith("{") && bare.endsWith("}")) {
            return Optional.of(switch (DocumentType.of(bare)) {
                case OPENRTB_REQUEST -> PastedJson.request(bare);
                case NATIVE -> PastedJson.nativeAd(bare);
                default -> new Document(PastedJson.PROTOCOL, bare);
            });
        }
        return Optional.empty();
    }

    private static String protocolOfUrl(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        if (lower.contains("vmap") || lower.contains("ad_rule=1")) {
            return "vmap";
        }
        return lower.contains("openrtb") ? "openrtb" : "vast";
    }
}
