package io.spotcheck.protocol.custom;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.resolution.Headers;
import io.spotcheck.upstream.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The option {@code request}: how a request becomes a message. All parts may be left out. The endpoint of the upstream
 * is a {@linkplain Template template}, too; its values are percent-encoded, and a request that lacks one of them is
 * refused.
 *
 * @param method  {@code method}: {@code GET} or {@code POST}; when left out, {@code POST} if there is a body
 * @param query   {@code query}: templates by parameter, added behind the endpoint's own query. What the request does
 *                not hold is left out; a list becomes several parameters of one name
 * @param headers {@code headers}: templates by header field. What the request does not hold is left out; what is not
 *                visible ASCII is percent-encoded
 * @param body    {@code body}: see {@link RequestBody}
 */
record RequestTemplate(String method, Map<String, Template> query, Map<String, Template> headers, RequestBody body) {

    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final String CONTENT_TYPE = "Content-Type";

    RequestTemplate {
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /**
     * Reads the option.
     *
     * @throws IllegalArgumentException if it is wrong; it says which part
     */
    static RequestTemplate of(Section request) {
        request.only("method", "query", "headers", "body");
        RequestBody body = RequestBody.of(request.section("body"));
        boolean posts = !(body instanceof RequestBody.None);
        String method = request.text("method").orElse(posts ? "POST" : "GET");
        if (!method.equals("GET") && !method.equals("POST")) {
            throw Section.wrong(request.path("method"), "must be GET or POST");
        }
        if (method.equals("GET") && posts) {
            throw Section.wrong(request.path("body"), "cannot go with the method GET");
        }
        Map<String, Template> headers = templates(request, "headers");
        headers.forEach((name, template) -> {
            if (!HEADER_NAME.matcher(name).matches()) {
                throw Section.wrong(request.path("headers." + name), "is not the name of a header field");
            }
            if (!template.text().chars().allMatch(c -> c >= ' ' && c <= '~')) {
                throw Section.wrong(request.path("headers." + name), "holds a character that cannot be sent");
            }
        });
        return new RequestTemplate(method, templates(request, "query"), headers, body);
    }

    private static Map<String, Template> templates(Section request, String name) {
        var templates = new LinkedHashMap<String, Template>();
        request.section(name).ifPresent(section -> section.names().forEach(key ->
                templates.put(key, Template.of(section.path(key), section.text(key).orElseThrow()))));
        return templates;
    }

    /** The URL of an endpoint for a request, before macros. */
    String url(String endpoint, AdRequest request) {
        String filled = new Template(endpoint).fill(request, Escaping.URL);
        int fragment = filled.indexOf('#');
        var url = new StringBuilder(fragment < 0 ? filled : filled.substring(0, fragment));
        query.forEach((name, template) -> template.texts(request).forEach(value -> {
            boolean first = url.indexOf("?") < 0;
            boolean open = !url.isEmpty() && (url.charAt(url.length() - 1) == '?'
                    || url.charAt(url.length() - 1) == '&');
            url.append(first ? "?" : open ? "" : "&").append(Escaping.URL.apply(name)).append('=')
                    .append(Escaping.URL.apply(value));
        }));
        return fragment < 0 ? url.toString() : url.append(filled.substring(fragment)).toString();
    }

    /** What is sent for a request. */
    Message message(AdRequest request) {
        var fields = new ArrayList<Headers.Header>();
        headers.forEach((name, template) -> template.complete(request, Escaping.HEADER)
                .ifPresent(value -> fields.add(new Headers.Header(name, value.strip()))));
        var all = new Headers(fields);
        Headers withType = all.first(CONTENT_TYPE).isPresent() ? all
                : body.contentType().map(type -> all.with(CONTENT_TYPE, type)).orElse(all);
        return new Message(method, withType, body.fill(request));
    }

    /** The fields that the endpoints need and the request does not hold. */
    List<String> missing(List<String> endpoints, AdRequest request) {
        var missing = new LinkedHashSet<String>();
        endpoints.forEach(endpoint -> missing.addAll(new Template(endpoint).missing(request)));
        return List.copyOf(missing);
    }
}
