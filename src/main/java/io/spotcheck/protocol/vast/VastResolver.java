package io.spotcheck.protocol.vast;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.Category;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.macro.MacroContext;
import io.spotcheck.macro.MacroEngine;
import io.spotcheck.macro.MacroFindings;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.macro.Substitution;
import io.spotcheck.protocol.Fallbacks;
import io.spotcheck.protocol.FetchContext;
import io.spotcheck.protocol.ReceivedText;
import io.spotcheck.protocol.vast.catalogue.ErrorTable;
import io.spotcheck.protocol.vast.catalogue.MacroTable;
import io.spotcheck.protocol.vast.catalogue.VastVersion;
import io.spotcheck.protocol.vast.document.VastDocument;
import io.spotcheck.protocol.vast.document.VastException;
import io.spotcheck.protocol.vast.document.VastReader;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.resolution.Severity;
import io.spotcheck.upstream.DocumentFetcher;
import io.spotcheck.upstream.Endpoint;
import io.spotcheck.upstream.FetchOutcome;
import io.spotcheck.upstream.Redirects;
import io.spotcheck.upstream.UrlReference;
import io.spotcheck.xml.XmlElement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Resolves one tag: fetches it, follows its wrappers, and makes ads of what it finds. One instance serves once. */
final class VastResolver {

    /** How many documents one tag may lead to: pods of wrappers to pods of wrappers grow without end. */
    private static final int MOST_DOCUMENTS = 100;
    /** Said of what lies above a failure; the reason itself stands where it happened. */
    static final String NOTHING_CAME = "No ad came of it.";
    /** What a decoder writes for bytes that mean nothing. */
    private static final char REPLACEMENT = '\uFFFD';
    private static final String ERROR_FACT = "VAST error";

    private final VastReader reader;
    private final MacroEngine macros;
    private final VastUpstream upstream;
    private final Endpoint endpoint;
    private final FetchContext context;
    private final DocumentFetcher fetcher;
    private final Terms terms;
    private final InLineAssembly assembly;
    private final BreakLimit limit;
    private final AdRequest request;
    private final MacroValues values;
    private final Optional<DocumentBudget> budget;
    private final OtherAnswer other;
    private final List<String> chain = new ArrayList<>();
    private final List<AdError> failures = new ArrayList<>();
    private Optional<Fallbacks.Attempt> taken = Optional.empty();
    private Optional<String> firstVersion = Optional.empty();
    private Optional<String> firstText = Optional.empty();
    private Optional<String> lastText = Optional.empty();
    private Optional<Duration> expires = Optional.empty();

    VastResolver(VastReader reader, MacroEngine macros, VastUpstream upstream, Endpoint endpoint, AdRequest request,
                 MacroValues more, FetchContext context, Optional<DocumentBudget> budget, OtherAnswer other) {
        this.reader = reader;
        this.macros = macros;
        this.upstream = upstream;
        this.endpoint = upstream.mapping().speakingFor(request, endpoint);
        this.context = context;
        fetcher = new DocumentFetcher(upstream.policy(), context.session());
        terms = Terms.of(request);
        assembly = new InLineAssembly(terms);
        limit = new BreakLimit(terms);
        this.request = request;
        values = upstream.mapping().macros(request, context.session()).with(more);
        this.budget = budget;
        this.other = other;
    }

    /** Resolves the endpoint's tag. */
    Outcome resolve() {
        String tag = upstream.mapping().addParameters(endpoint.url(), request);
        return resolve(tag, tag, Allowance.everything());
    }

    /** Resolves a tag that another document names. */
    Outcome resolve(String tag, String base, Allowance allowance) {
        return document(tag, base, context.root(), Trail.start(allowance));
    }

    /** Resolves a document that is at hand. */
    Outcome resolve(Carried carried, Allowance allowance) {
        return switch (carried) {
            case Carried.Text(String text, String label, String base) -> read(() -> reader.read(text), text, base,
                    context.root().open(NodeKind.DOCUMENT, label), Trail.start(allowance));
            case Carried.Element(XmlElement element, String text, String label, String base) ->
                    serve(() -> reader.read(element, text), base,
                            context.root().open(NodeKind.DOCUMENT, label, element.location()), Trail.start(allowance));
        };
    }

    /** The URLs of the documents that were asked for, in order, after macros. */
    List<String> chain() {
        return chain;
    }

    /** Everything that failed, in order. */
    List<AdError> failures() {
        return failures;
    }

    /** What another protocol made of the tag's answer, when it is not VAST; the outcome then says nothing. */
    Optional<Fallbacks.Attempt> taken() {
        return taken;
    }

    /** The version that the first document declares. */
    Optional<String> firstVersion() {
        return firstVersion;
    }

    /** The text of the first document. */
    Optional<String> firstText() {
        return firstText;
    }

    /** The text of the document that came last. */
    Optional<String> lastText() {
        return lastText;
    }

    /** How long the ads say they may be kept, the shortest of them. */
    Optional<Duration> expires() {
        return expires;
    }

    /** What makes an ad of an inline ad. */
    InLineAssembly assembly() {
        return assembly;
    }

    /** How much the break holds. */
    BreakLimit limit() {
        return limit;
    }

    /** How many wrappers may stand above an ad. */
    int maxWrappers() {
        return upstream.maxWrappers();
    }

    /** Hears how long an ad may be kept. */
    void keepAtMost(Duration life) {
        expires = expires.filter(e -> e.compareTo(life) <= 0).or(() -> Optional.of(life));
    }

    /** Asks for a document and makes ads of it. */
    Outcome document(String declared, String base, OpenNode parent, Trail trail) {
        Substitution substitution = macros.substitute(UrlReference.resolve(base, declared), valuesFor(trail),
                MacroTable.standard(), MacroContext.REQUEST);
        String url = substitution.after();
        OpenNode node = parent.open(NodeKind.DOCUMENT, url);
        if (!substitution.before().equals(url)) {
            node.fact("before macros", substitution.before());
        }
        if (!substitution.unfilled().isEmpty()) {
            node.fact("unfilled macros", String.join(", ", substitution.unfilled()));
        }
        MacroFindings.of(substitution).forEach(node::finding);
        if (trail.hop() == 0) {
            upstream.mapping().check(request).forEach(node::finding);
        }
        if (trail.hasVisited(substitution.before()) || trail.hasVisited(url)) {
            return failed(node, trail, AdError.of(ErrorCode.WRAPPER_LOOP,
                    "The wrapper leads back to a document above it.", node.id())
                    .withProtocolCode(VastCode.WRAPPER_LIMIT)
                    .atUrl(url).at(trail.nearest().orElseThrow().tagElement().location()), List.of());
        }
        if (trail.hop() > 0 && Redirects.leavesTheNetwork(base, url)) {
            return failed(node, trail, AdError.of(ErrorCode.UNSUPPORTED,
                    "A wrapper cannot lead from the network to “" + url + "”.", node.id())
                    .withProtocolCode(VastCode.WRAPPER).atUrl(url)
                    .at(trail.nearest().orElseThrow().tagElement().location()), List.of());
        }
        Optional<Integer> tooMany = exceeded();
        if (tooMany.isPresent()) {
            AdError error = AdError.of(ErrorCode.LIMIT_REACHED, "More than " + tooMany.get()
                    + " documents were asked for.", node.id()).withProtocolCode(VastCode.WRAPPER_LIMIT).atUrl(url);
            return failed(node, trail, trail.nearest().map(w -> error.at(w.tagElement().location())).orElse(error),
                    List.of());
        }
        chain.add(url);
        return switch (fetcher.fetch(endpoint, url, node, context.deadline(), trail.urls())) {
            case FetchOutcome.Failed failed -> failed(node, trail, unavailable(failed.error(), trail), List.of());
            case FetchOutcome.Fetched fetched -> read(fetched, node,
                    trail.visiting(substitution.before(), url).visiting(fetched.url(), fetched.url()));
        };
    }

    /** The limit that one more document would exceed. */
    private Optional<Integer> exceeded() {
        if (chain.size() >= MOST_DOCUMENTS) {
            return Optional.of(MOST_DOCUMENTS);
        }
        return budget.filter(shared -> !shared.take()).map(DocumentBudget::most);
    }

    /** A document that a wrapper leads to and that is not there: the wrapper is what has to be mended. */
    private static AdError unavailable(AdError error, Trail trail) {
        if (trail.nearest().isEmpty() || error.code() == ErrorCode.CANCELLED) {
            return error;
        }
        int code = switch (error.code()) {
            case WRAPPER_LOOP -> VastCode.WRAPPER_LIMIT;
            case TOO_LARGE, UNSUPPORTED, LIMIT_REACHED -> VastCode.WRAPPER;
            default -> VastCode.WRAPPER_UNAVAILABLE;
        };
        return error.withProtocolCode(code).at(trail.nearest().get().tagElement().location());
    }

    /** The values for a wrapper's tag: it learns what the wrappers above it block (VAST 4.3 §3.19.2). */
    private MacroValues valuesFor(Trail trail) {
        List<String> blocked = Stream.concat(terms.blocked().stream(), trail.blockedCategories().stream())
                .map(Category::value).distinct().toList();
        return trail.blockedCategories().isEmpty() ? values
                : values.with("BLOCKEDADCATEGORIES", blocked);
    }

    private Outcome read(FetchOutcome.Fetched fetched, OpenNode node, Trail trail) {
        String text = ReceivedText.of(fetched.response());
        ReceivedText.doubts(fetched.response()).forEach(node::finding);
        if (trail.hop() == 0) {
            taken = other.take(new OtherAnswer.Arrival(request, context, endpoint, chain.getLast(), fetched.url(), text,
                    node));
            if (taken.isPresent()) {
                return new Outcome.Failed(noAd("The answer is not VAST.", node));
            }
        }
        return read(() -> reader.read(text), text, fetched.url(), node, trail);
    }

    private Outcome read(Reading reading, String text, String url, OpenNode node, Trail trail) {
        node.source(ReceivedText.source(url, text));
        if (firstText.isEmpty()) {
            firstText = Optional.of(text);
        }
        lastText = Optional.of(text);
        int unreadable = text.indexOf(REPLACEMENT);
        if (unreadable >= 0) {
            node.finding(Finding.of("XML-ENCODING-WRONG", Severity.WARNING, "Not all bytes are characters of the "
                    + "encoding that the answer declares; what was meant is lost.").at(place(text, unreadable))
                    .by("XML 1.0 §4.3.3"));
        }
        if (text.isBlank()) {
            node.finding(Finding.of("VAST-BODY-EMPTY", Severity.WARNING,
                    "The answer has no body. Say “no ad” with an empty VAST element.").by("VAST 4.3 §3.2.1"));
            return failed(node, trail, noAd("The answer is empty.", node), List.of());
        }
        return serve(reading, url, node, trail);
    }

    private Outcome serve(Reading reading, String url, OpenNode node, Trail trail) {
        VastDocument document;
        try {
            document = reading.document();
        } catch (VastException wrong) {
            node.finding(wrong.toFinding());
            return failed(node, trail, wrong.toError(node.id()).atUrl(url), List.of());
        }
        if (!document.version().isEmpty()) {
            node.fact("version", document.version());
            firstVersion = firstVersion.or(() -> Optional.of(document.version()));
        }
        List<TrackingUrl> rootErrors = document.errors().stream().map(b -> b.at(trail.hop(), node.id())).toList();
        if (document.ads().isEmpty()) {
            return failed(node, trail, noAd("The document has no ad.", node)
                    .at(document.element().location()), rootErrors);
        }
        if (!document.element().name().equals("VAST")) {
            node.finding(Finding.of("VAST-ROOT-CASE", Severity.ERROR, "The root is written “"
                    + document.element().name() + "” instead of “VAST”; players that heed case find nothing.")
                    .at(document.element().location()).by("VAST 4.3 §3.2"));
        }
        Optional<VastVersion> version = VastVersion.of(document.version());
        if (!terms.versions().isEmpty() && version.filter(v -> !terms.versions().contains(v)).isPresent()) {
            return failed(node, trail, AdError.of(ErrorCode.UNSUPPORTED, "The player understands VAST "
                    + terms.versions().stream().sorted().map(VastVersion::label).collect(Collectors.joining(", "))
                    + " and not VAST " + document.version() + ".", node.id()).withProtocolCode(VastCode.VERSION)
                    .at(document.element().location()), allErrors(document, rootErrors, trail, node));
        }
        Outcome outcome = new AdSelection(this, document, url, node, trail).select();
        return switch (outcome) {
            case Outcome.Served served -> {
                node.succeed();
                yield served;
            }
            case Outcome.Failed failed -> {
                node.fail(NOTHING_CAME);
                yield failed;
            }
        };
    }

    /** The error URLs of the root and of all ads: whoever is in the document wants to know why it is not used. */
    private static List<TrackingUrl> allErrors(VastDocument document, List<TrackingUrl> rootErrors, Trail trail,
                                               OpenNode node) {
        return Stream.concat(rootErrors.stream(), document.ads().stream()
                .flatMap(ad -> ad.definition().errors().stream()).map(b -> b.at(trail.hop(), node.id()))).toList();
    }

    private static Location place(String text, int offset) {
        String before = text.substring(0, offset);
        return new Location((int) before.chars().filter(c -> c == '\n').count() + 1,
                offset - before.lastIndexOf('\n'), "");
    }

    /** Makes a document of what is at hand. */
    @FunctionalInterface
    private interface Reading {

        VastDocument document() throws VastException;
    }

    AdError noAd(String message, OpenNode node) {
        return AdError.of(ErrorCode.NO_AD, message, node.id()).withProtocolCode(VastCode.NO_AD);
    }

    /** Fails: the wrappers above want to be told, and those who are named. */
    Outcome.Failed failed(OpenNode node, Trail trail, AdError error, List<TrackingUrl> others) {
        var toTell = new ArrayList<>(trail.errors());
        toTell.addAll(others);
        node.fail(error.message());
        return fell(node, error.withBeacons(toTell));
    }

    /** Keeps a failure that knows whom to tell. */
    Outcome.Failed fell(OpenNode node, AdError error) {
        failures.add(error);
        error.protocolCode().ifPresent(code -> ErrorTable.standard().error(code)
                .ifPresent(type -> node.fact(ERROR_FACT, type.toString())));
        return new Outcome.Failed(error);
    }

    /** Keeps a failure that does not cost the ad. */
    void fellBeside(AdError error) {
        failures.add(error);
    }
}
