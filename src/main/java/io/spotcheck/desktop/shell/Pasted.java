package io.spotcheck.desktop.shell;

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
    }

    /**
     * A document that is itself the answer.
     *
     * @param protocol the protocol that it is written in
     * @param text     the document
     */
    record Document(String protocol, String text) implements Pasted {
    }

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
            return Optional.of(new Document("openrtb", bare));
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
