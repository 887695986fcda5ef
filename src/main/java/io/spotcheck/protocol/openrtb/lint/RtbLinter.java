package io.spotcheck.protocol.openrtb.lint;

import io.spotcheck.json.JsonElement;
import io.spotcheck.json.JsonReader;
import io.spotcheck.json.MalformedJsonException;
import io.spotcheck.lint.Rule;
import io.spotcheck.protocol.openrtb.catalogue.Release;
import io.spotcheck.protocol.openrtb.catalogue.RtbCatalogue;
import io.spotcheck.resolution.Finding;
import java.util.List;
import java.util.Optional;

/**
 * Says what is wrong with OpenRTB bid requests and responses and with native ads. Documents are judged by the release
 * that the caller names, else by the one that their fields show, else by the last one. Safe for use by many threads.
 */
public final class RtbLinter {

    private final RtbRules rules = RtbRules.standard();
    private final RtbCatalogue catalogue = RtbCatalogue.standard();
    private final JsonReader json = new JsonReader();
    private final StructureLint structure;
    private final NativeChecks natives;
    private final PairLint pairs;

    /** A linter with all rules. */
    public RtbLinter() {
        var checks = new Checks(catalogue);
        structure = new StructureLint(checks);
        var markup = new MarkupLint();
        natives = new NativeChecks(catalogue, structure, markup);
        pairs = new PairLint(natives);
        rules.declared().forEach(declared -> checks.on(declared.object(), declared));
        RequestChecks.addTo(checks);
        PlacementChecks.addTo(checks);
        CategoryChecks.addTo(checks);
        AudienceChecks.addTo(checks);
        PrivacyChecks.addTo(checks);
        natives.addTo(checks);
        new ResponseChecks(catalogue).addTo(checks);
        new CreativeChecks(catalogue, natives, markup).addTo(checks);
    }

    /**
     * Lints a document.
     *
     * @param text what it is must show from its content
     * @return what is wrong with it, in the order of the document, with a place each
     */
    public List<Finding> lint(String text) {
        try {
            return lint(json.read(text));
        } catch (MalformedJsonException broken) {
            return malformed(broken);
        }
    }

    /** Lints a document that has been read already; what it is, shows from its content, and is a request if nothing. */
    public List<Finding> lint(JsonElement root) {
        return lint(root, RtbExpectation.none());
    }

    /**
     * Lints a document of which more is known than its content shows.
     *
     * @param root        its root; what it is, shows from its content
     * @param expectation what is known; the request is compared with responses only
     */
    public List<Finding> lint(JsonElement root, RtbExpectation expectation) {
        RtbKind kind = RtbDocument.of(root).map(RtbDocument::kind).orElse(RtbKind.REQUEST);
        return switch (kind) {
            case REQUEST -> lint(root, kind, expectation.release());
            case RESPONSE -> response(root, expectation);
            case NATIVE_REQUEST, NATIVE_RESPONSE -> lint(root, kind, Optional.empty());
        };
    }

    /**
     * Lints a document of a kind.
     *
     * @param root    its root
     * @param kind    what it is meant to be
     * @param release the release to judge it by, one of OpenRTB for requests and responses, else one of Native; if
     *                there is none, its fields decide
     */
    public List<Finding> lint(JsonElement root, RtbKind kind, Optional<Release> release) {
        var pass = new RtbPass(rules, release.orElseGet(() -> release(root, kind)));
        judge(root, kind, pass);
        return pass.findings();
    }

    /**
     * Lints a response by itself and by the request that it answers.
     *
     * @param request  the root of the request; what is wrong with it alone is not among the findings
     * @param response the root of the response
     * @return what is wrong with the response
     */
    public List<Finding> lint(JsonElement request, JsonElement response) {
        return response(response, new RtbExpectation(Optional.empty(), Optional.of(request)));
    }

    private List<Finding> response(JsonElement response, RtbExpectation expectation) {
        var pass = new RtbPass(rules, expectation.release().orElseGet(() -> release(response, RtbKind.RESPONSE)));
        if (judge(response, RtbKind.RESPONSE, pass)) {
            expectation.request().filter(r -> r.isObject() && !RtbDocument.isOpenRtb3(r))
                    .ifPresent(request -> pairs.lint(request, response, pass));
        }
        return pass.findings();
    }

    /**
     * Says what is wrong with a text that is not JSON.
     *
     * @param broken what the reader of JSON says of it
     */
    public List<Finding> malformed(MalformedJsonException broken) {
        Rule rule = rules.rule(broken.isLimit() ? "JSON-LIMIT" : "JSON-MALFORMED");
        return List.of(Finding.of(rule.id(), rule.severity(), broken.getMessage()).at(broken.location())
                .by(rule.spec()));
    }

    private static Release release(JsonElement root, RtbKind kind) {
        return switch (kind) {
            case REQUEST, RESPONSE -> RtbDocument.shown(root, kind).orElse(Release.LATEST_OPENRTB);
            case NATIVE_REQUEST, NATIVE_RESPONSE -> NativeChecks.release(root, Optional.empty());
        };
    }

    /** Whether it could be judged as what it is meant to be. */
    private boolean judge(JsonElement root, RtbKind kind, RtbPass pass) {
        if (!root.isObject()) {
            pass.report("ORTB-ROOT", root, "A message is an object, and this is " + Values.kind(root) + ".");
            return false;
        }
        if (RtbDocument.isOpenRtb3(root)) {
            pass.report("ORTB-VERSION-3", root.member("openrtb").or(() -> root.member("item")).orElseThrow(),
                    "This is OpenRTB " + root.descend("openrtb", "ver").map(JsonElement::text).orElse("3.0")
                            + "; Spotcheck judges 2.5 and 2.6.");
            return false;
        }
        switch (kind) {
            case REQUEST -> structure.lint(root, catalogue.object(kind.object()), pass);
            case RESPONSE -> response(root, pass);
            case NATIVE_REQUEST, NATIVE_RESPONSE -> natives.lint(root, kind.object(), pass);
        }
        return true;
    }

    /** An empty object is a way of not bidding (OpenRTB 2.6 §7.1). */
    private void response(JsonElement root, RtbPass pass) {
        if (root.members().isEmpty()) {
            pass.report("ORTB-RESPONSE-NO-BID", root, "The bidder does not bid.");
        } else {
            structure.lint(root, catalogue.object(RtbKind.RESPONSE.object()), pass);
        }
    }
}
