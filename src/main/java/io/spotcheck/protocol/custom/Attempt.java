package io.spotcheck.protocol.custom;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.macro.MacroEngine;
import io.spotcheck.macro.MacroFindings;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.macro.Substitution;
import io.spotcheck.protocol.FetchContext;
import io.spotcheck.protocol.ReceivedText;
import io.spotcheck.protocol.custom.AnswerAssembly.Assembled;
import io.spotcheck.protocol.vast.CarriedVast;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.upstream.DocumentFetcher;
import io.spotcheck.upstream.Endpoint;
import io.spotcheck.upstream.FetchOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Asks one endpoint once: sends the message, reads the answer, and makes ads of it. */
final class Attempt {

    /** Said of a document that was read and came to nothing; the reason itself stands where it is. */
    private static final String NOTHING_CAME = "No ad came of it.";
    private static final Pattern MACRO_NAME = Pattern.compile("[A-Z][A-Z0-9_]*");

    private final CustomUpstream upstream;
    private final Endpoint endpoint;
    private final AnswerReader reader;
    private final MacroEngine macros;
    private final CarriedVast vast;
    private final AdRequest request;
    private final FetchContext context;
    private Optional<String> url = Optional.empty();
    private Optional<String> text = Optional.empty();

    Attempt(CustomUpstream upstream, Endpoint endpoint, AnswerReader reader, MacroEngine macros, CarriedVast vast,
            AdRequest request, FetchContext context) {
        this.upstream = upstream;
        this.endpoint = endpoint;
        this.reader = reader;
        this.macros = macros;
        this.vast = vast;
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
        Substitution filled = macros.substitute(template.url(endpoint.url(), request), values());
        url = Optional.of(filled.after());
        OpenNode node = context.root().open(NodeKind.DOCUMENT, filled.after());
        if (!filled.before().equals(filled.after())) {
            node.fact("before macros", filled.before());
        }
        if (!filled.unfilled().isEmpty()) {
            node.fact("unfilled macros", String.join(", ", filled.unfilled()));
        }
        MacroFindings.of(filled).forEach(node::finding);
        // Fields of the request can stand in the host, too: what is meant for the endpoint goes where it really is.
        var there = new Endpoint(endpoint.transport(), filled.after(), endpoint.headers());
        return switch (new DocumentFetcher(upstream.policy(), context.session()).fetch(there, filled.after(),
                template.message(request), node, context.deadline(), List.of())) {
            case FetchOutcome.Failed failed -> failed.response()
                    .flatMap(said -> refused(said, failed.error().url().orElse(filled.after()), there, node))
                    .orElseGet(() -> failed(failed.error(), node));
            case FetchOutcome.Fetched fetched -> refused(fetched.response(), fetched.url(), there, node)
                    .orElseGet(() -> read(ReceivedText.of(fetched.response()), fetched.url(), there, node));
        };
    }

    /** An extension that is named as a macro is written fills that one. */
    private MacroValues values() {
        MacroValues values = MacroValues.none();
        for (Map.Entry<String, Object> extension : request.extensions().entrySet()) {
            if (MACRO_NAME.matcher(extension.getKey()).matches()) {
                values = values.with(extension.getKey(), extension.getValue().toString());
            }
        }
        return values;
    }

    /** What an answer says with its status; its body may say why. */
    private Optional<Assembled> refused(Exchange.Response said, String from, Endpoint there, OpenNode node) {
        AnswerMapping mapping = upstream.description().answer();
        if (Stream.of(mapping.error(), mapping.noAd()).flatMap(Optional::stream)
                .noneMatch(refusal -> refusal.status().contains(said.status()))) {
            return Optional.empty();
        }
        String body = ReceivedText.of(said);
        text = Optional.of(body);
        node.source(ReceivedText.source(from, body));
        // Whoever says no with a status need not say more, and often says it in another format.
        Part whole = reader.read(body) instanceof AnswerReader.Readable(Part answer) ? answer : reader.nothing();
        Optional<Assembled> outcome = assembly(whole, from, there, node).refused(said.status());
        outcome.ifPresent(no -> node.fail(no.failures().getFirst().message()));
        return outcome;
    }

    private AnswerAssembly assembly(Part whole, String from, Endpoint there, OpenNode node) {
        return new AnswerAssembly(upstream.description().answer(), request,
                new CarriedAds(vast, there, request, context, from), from, whole, node, context.deadline());
    }

    private Assembled read(String answer, String from, Endpoint there, OpenNode node) {
        text = Optional.of(answer);
        node.source(ReceivedText.source(from, answer));
        if (answer.isBlank()) {
            return failed(AdError.of(ErrorCode.NO_AD, "The answer is empty.", node.id()).atUrl(from), node);
        }
        return switch (reader.read(answer)) {
            case AnswerReader.Unreadable unreadable -> {
                node.finding(unreadable.finding());
                yield failed(unreadable.toError(node.id(), from), node);
            }
            case AnswerReader.Readable(Part whole) -> {
                Assembled outcome = assembly(whole, from, there, node).assemble();
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
