package io.spotcheck.protocol.custom;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.macro.MacroEngine;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.macro.Substitution;
import io.spotcheck.protocol.FetchContext;
import io.spotcheck.protocol.custom.AnswerAssembly.Assembled;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.resolution.Source;
import io.spotcheck.upstream.DocumentFetcher;
import io.spotcheck.upstream.Endpoint;
import io.spotcheck.upstream.FetchOutcome;
import java.util.List;
import java.util.Optional;

/** Asks one endpoint once: sends the message, reads the answer, and makes ads of it. */
final class Attempt {

    /** Said of a document that was read and came to nothing; the reason itself stands where it is. */
    private static final String NOTHING_CAME = "No ad came of it.";

    private final CustomUpstream upstream;
    private final Endpoint endpoint;
    private final AnswerReader reader;
    private final MacroEngine macros;
    private final AdRequest request;
    private final FetchContext context;
    private Optional<String> url = Optional.empty();
    private Optional<String> text = Optional.empty();

    Attempt(CustomUpstream upstream, Endpoint endpoint, AnswerReader reader, MacroEngine macros, AdRequest request,
            FetchContext context) {
        this.upstream = upstream;
        this.endpoint = endpoint;
        this.reader = reader;
        this.macros = macros;
        this.request = request;
        this.context = context;
    }

    /** The URL that was asked, after macros. */
    Optional<String> url() {
        return url;
    }

    /** The text of the answer. */
    Optional<String> text() {
        return text;
    }

    /** Asks. Without an ad there is at least one failure. */
    Assembled resolve() {
        RequestTemplate template = upstream.description().request();
        Substitution filled = macros.substitute(template.url(endpoint.url(), request), MacroValues.none());
        url = Optional.of(filled.after());
        OpenNode node = context.root().open(NodeKind.DOCUMENT, filled.after());
        if (!filled.before().equals(filled.after())) {
            node.fact("before macros", filled.before());
        }
        // Fields of the request can stand in the host, too: what is meant for the endpoint goes where it really is.
        var there = new Endpoint(endpoint.transport(), filled.after(), endpoint.headers());
        return switch (new DocumentFetcher(upstream.policy()).fetch(there, filled.after(), template.message(request),
                node, context.deadline(), List.of())) {
            case FetchOutcome.Failed failed -> failed(failed.error(), node);
            case FetchOutcome.Fetched fetched -> read(AnswerReader.text(fetched.response()), fetched.url(), node);
        };
    }

    private Assembled read(String answer, String from, OpenNode node) {
        text = Optional.of(answer);
        node.source(new Source(from, AnswerReader.syntax(answer), answer));
        if (answer.isBlank()) {
            return failed(AdError.of(ErrorCode.NO_AD, "The answer is empty.", node.id()).atUrl(from), node);
        }
        return switch (reader.read(answer)) {
            case AnswerReader.Unreadable unreadable -> {
                node.finding(unreadable.finding());
                yield failed(unreadable.toError(node.id(), from), node);
            }
            case AnswerReader.Readable(Part whole) -> {
                Assembled outcome = new AnswerAssembly(upstream.description().answer(), request, from, whole, node,
                        context.deadline()).assemble();
                if (outcome.ads().isEmpty()) {
                    AdError error = outcome.failures().getFirst();
                    node.fail(error.nodeId() == node.id() ? error.message() : NOTHING_CAME);
                } else {
                    node.succeed();
                }
                yield outcome;
            }
        };
    }

    private static Assembled failed(AdError error, OpenNode node) {
        node.fail(error.message());
        return Assembled.none(error);
    }
}
