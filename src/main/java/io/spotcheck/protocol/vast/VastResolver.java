package io.spotcheck.protocol.vast;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.macro.MacroContext;
import io.spotcheck.macro.MacroEngine;
import io.spotcheck.macro.MacroFindings;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.macro.Substitution;
import io.spotcheck.protocol.FetchContext;
import io.spotcheck.protocol.ReceivedText;
import io.spotcheck.protocol.vast.catalogue.MacroTable;
import io.spotcheck.protocol.vast.document.VastAd;
import io.spotcheck.protocol.vast.document.VastDocument;
import io.spotcheck.protocol.vast.document.VastException;
import io.spotcheck.protocol.vast.document.VastReader;
import io.spotcheck.resolution.Finding;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Resolves one tag: fetches it, follows its wrappers, and makes ads of what it finds. One instance serves once. */
final class VastResolver {

    private static final int WRAPPER_UNAVAILABLE = 301;
    private static final int WRAPPER_LIMIT = 302;
    private static final int NO_AD = 303;
    private static final int WRAPPER_ERROR = 300;
    /** How many documents one tag may lead to: pods of wrappers to pods of wrappers grow without end. */
    private static final int MOST_DOCUMENTS = 100;
    /** Said of what lies above a failure; the reason itself stands where it happened. */
    private static final String NOTHING_CAME = "No ad came of it.";

    private final VastReader reader;
    private final MacroEngine macros;
    private final VastUpstream upstream;
    private final Endpoint endpoint;
    private final FetchContext context;
    private final DocumentFetcher fetcher;
    private final InLineAssembly assembly;
    private final AdRequest request;
    private final MacroValues values;
    private final Optional<DocumentBudget> budget;
    private final List<String> chain = new ArrayList<>();
    private final List<AdError> failures = new ArrayList<>();
    private Optional<String> firstText = Optional.empty();
    private Optional<String> lastText = Optional.empty();
    private Optional<Duration> expires = Optional.empty();

    VastResolver(VastReader reader, MacroEngine macros, VastUpstream upstream, Endpoint endpoint, AdRequest request,
                 MacroValues more, FetchContext context, Optional<DocumentBudget> budget) {
        this.reader = reader;
        this.macros = macros;
        this.upstream = upstream;
        this.endpoint = upstream.mapping().speakingFor(request, endpoint);
        this.context = context;
        fetcher = new DocumentFetcher(upstream.policy(), context.session());
        assembly = new InLineAssembly(request);
        this.request = request;
        values = upstream.mapping().macros(request, context.session()).with(more);
        this.budget = budget;
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

    private Outcome document(String declared, String base, OpenNode parent, Trail trail) {
        Substitution substitution = macros.substitute(UrlReference.resolve(base, declared),
                values.with(WrapperMacros.of(trail)), MacroTable.standard(), MacroContext.REQUEST);
        String url = substitution.after();
        OpenNode node = parent.open(NodeKind.DOCUMENT, url);
        if (!substitution.before().equals(url)) {
            node.fact("before macros", substitution.before());
        }
        if (!substitution.unfilled().isEmpty()) {
            node.fact("unfilled macros", String.join(", ", substitution.unfilled()));
        }
        MacroFindings.of(substitution).forEach(node::finding);
        upstream.mapping().check(request).forEach(node::finding);
        if (trail.hasVisited(substitution.before()) || trail.hasVisited(url)) {
            return failed(node, trail, AdError.of(ErrorCode.WRAPPER_LOOP,
                    "The wrapper leads back to a document above it.", node.id()).withProtocolCode(WRAPPER_LIMIT)
                    .atUrl(url).at(trail.nearest().orElseThrow().tagElement().location()), List.of());
        }
        if (trail.hop() > 0 && Redirects.leavesTheNetwork(base, url)) {
            return failed(node, trail, AdError.of(ErrorCode.UNSUPPORTED,
                    "A wrapper cannot lead from the network to “" + url + "”.", node.id())
                    .withProtocolCode(WRAPPER_ERROR).atUrl(url)
                    .at(trail.nearest().orElseThrow().tagElement().location()), List.of());
        }
        Optional<Integer> tooMany = exceeded();
        if (tooMany.isPresent()) {
            AdError error = AdError.of(ErrorCode.LIMIT_REACHED, "More than " + tooMany.get()
                    + " documents were asked for.", node.id()).withProtocolCode(WRAPPER_LIMIT).atUrl(url);
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
        return error.withProtocolCode(WRAPPER_UNAVAILABLE)
                .at(trail.nearest().get().tagElement().location());
    }

    private Outcome read(FetchOutcome.Fetched fetched, OpenNode node, Trail trail) {
        String text = ReceivedText.of(fetched.response());
        return read(() -> reader.read(text), text, fetched.url(), node, trail);
    }

    private Outcome read(Reading reading, String text, String url, OpenNode node, Trail trail) {
        node.source(ReceivedText.source(url, text));
        if (firstText.isEmpty()) {
            firstText = Optional.of(text);
        }
        lastText = Optional.of(text);
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
        }
        List<TrackingUrl> rootErrors = document.errors().stream().map(b -> b.at(trail.hop(), node.id())).toList();
        if (document.ads().isEmpty()) {
            return failed(node, trail, noAd("The document has no ad.", node)
                    .at(document.element().location()), rootErrors);
        }
        Outcome outcome = new AdSelection(document, url, node, trail).select();
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

    /** Makes a document of what is at hand. */
    @FunctionalInterface
    private interface Reading {

        VastDocument document() throws VastException;
    }

    private AdError noAd(String message, OpenNode node) {
        return AdError.of(ErrorCode.NO_AD, message, node.id()).withProtocolCode(NO_AD);
    }

    private Outcome.Failed failed(OpenNode node, Trail trail, AdError error, List<TrackingUrl> rootErrors) {
        var toTell = new ArrayList<>(trail.errors());
        toTell.addAll(rootErrors);
        AdError told = error.withBeacons(toTell);
        failures.add(told);
        node.fail(told.message());
        return new Outcome.Failed(told);
    }

    /** Decides which ads of one document are taken (VAST 4.3 §2.3.4.2 and §3.3.1). */
    private final class AdSelection {

        private final VastDocument document;
        private final String url;
        private final OpenNode node;
        private final Trail trail;

        private AdSelection(VastDocument document, String url, OpenNode node, Trail trail) {
            this.document = document;
            this.url = url;
            this.node = node;
            this.trail = trail;
        }

        private Outcome select() {
            List<VastAd> standAlone = document.ads().stream()
                    .filter(ad -> ad.definition().sequence().isEmpty()).toList();
            List<VastAd> pod = document.ads().stream().filter(ad -> ad.definition().sequence().isPresent())
                    .sorted(Comparator.comparingInt(ad -> ad.definition().sequence().getAsInt())).toList();
            if (!trail.allowsMultipleAds()) {
                if (trail.nearest().isEmpty()) {
                    return onlyOne(standAlone, pod);
                }
                pod.forEach(ad -> skip(ad, "The wrapper above allows only one ad that stands alone."));
                if (standAlone.isEmpty()) {
                    return failed(node, trail, noAd("There are only ads of a pod, and the wrapper above allows "
                            + "only one ad that stands alone.", node).at(document.element().location()), List.of());
                }
                standAlone.stream().skip(1).forEach(ad -> skip(ad, "The wrapper above allows only one ad."));
                return resolve(standAlone.getFirst());
            }
            return pod.isEmpty() ? firstThatServes(standAlone) : pod(pod, new ArrayList<>(standAlone));
        }

        /** Whoever carries the document takes one ad of it: one that stands alone, else the first of the pod. */
        private Outcome onlyOne(List<VastAd> standAlone, List<VastAd> pod) {
            if (standAlone.isEmpty()) {
                return firstThatServes(pod);
            }
            pod.forEach(ad -> skip(ad, "Only one ad is allowed here, and another stands alone."));
            return firstThatServes(standAlone);
        }

        /** Of several ads of which one is wanted, a player takes one. */
        private Outcome firstThatServes(List<VastAd> ads) {
            Optional<Outcome.Failed> firstFailure = Optional.empty();
            for (int i = 0; i < ads.size(); i++) {
                Outcome outcome = resolve(ads.get(i));
                if (outcome instanceof Outcome.Served) {
                    ads.stream().skip(i + 1L).forEach(ad -> skip(ad, ad.definition().sequence().isPresent()
                            ? "Only one ad is allowed here, and another was taken."
                            : "Another ad that stands alone was taken."));
                    return outcome;
                }
                firstFailure = firstFailure.or(() -> Optional.of((Outcome.Failed) outcome));
                if (ads.get(i) instanceof VastAd.Wrapper wrapper && !wrapper.fallbackOnNoAd()) {
                    ads.stream().skip(i + 1L).forEach(ad -> skip(ad,
                            "The wrapper before it does not ask for a fallback."));
                    break;
                }
            }
            return firstFailure.orElseThrow();
        }

        /** The ads of a pod play in sequence; ads that stand alone take the place of those that fail. */
        private Outcome pod(List<VastAd> ads, List<VastAd> substitutes) {
            var served = new ArrayList<Ad>();
            Optional<Outcome.Failed> firstFailure = Optional.empty();
            for (VastAd ad : ads) {
                Outcome outcome = resolve(ad);
                boolean replaceable = !(ad instanceof VastAd.Wrapper wrapper) || wrapper.fallbackOnNoAd();
                while (outcome instanceof Outcome.Failed failed && replaceable && !substitutes.isEmpty()) {
                    firstFailure = firstFailure.or(() -> Optional.of(failed));
                    outcome = resolve(substitutes.removeFirst());
                }
                switch (outcome) {
                    case Outcome.Served more -> served.addAll(more.ads());
                    case Outcome.Failed failed -> firstFailure = firstFailure.or(() -> Optional.of(failed));
                }
            }
            substitutes.forEach(ad -> skip(ad, "It is a substitute, and no ad of the pod needs it."));
            return served.isEmpty() ? firstFailure.orElseThrow() : new Outcome.Served(served);
        }

        private Outcome resolve(VastAd ad) {
            OpenNode at = open(ad);
            return switch (ad) {
                case VastAd.InLine inLine -> inLine(inLine, at);
                case VastAd.Wrapper wrapper -> wrapper(wrapper, at);
            };
        }

        private Outcome inLine(VastAd.InLine inLine, OpenNode at) {
            Outcome outcome = assembly.assemble(inLine, trail, at);
            switch (outcome) {
                case Outcome.Served served -> inLine.expires().ifPresent(life ->
                        expires = expires.filter(e -> e.compareTo(life) <= 0).or(() -> Optional.of(life)));
                case Outcome.Failed failed -> failures.add(failed.error());
            }
            return outcome;
        }

        private Outcome wrapper(VastAd.Wrapper wrapper, OpenNode at) {
            Trail below = trail.through(wrapper, at.id());
            if (!trail.allowsWrappers()) {
                return failed(at, below, noAd(trail.nearest().isEmpty()
                        ? "Wrappers are not followed here." : "The wrapper above does not allow further wrappers.", at), List.of());
            }
            if (below.hop() > upstream.maxWrappers()) {
                return failed(at, below, AdError.of(ErrorCode.WRAPPER_LIMIT, "There are more than "
                        + upstream.maxWrappers() + " wrappers.", at.id()).withProtocolCode(WRAPPER_LIMIT)
                        .at(wrapper.definition().element().location()), List.of());
            }
            if (wrapper.tagUri().isEmpty()) {
                return failed(at, below, AdError.of(ErrorCode.MALFORMED, "The wrapper does not say where the ad is.",
                        at.id()).withProtocolCode(WRAPPER_ERROR).at(wrapper.tagElement().location()), List.of());
            }
            Outcome outcome = document(wrapper.tagUri().get(), url, at, below);
            switch (outcome) {
                case Outcome.Served served -> at.succeed();
                case Outcome.Failed failed -> at.fail(NOTHING_CAME);
            }
            return outcome;
        }

        private OpenNode open(VastAd ad) {
            VastAd.Definition definition = ad.definition();
            OpenNode at = switch (ad) {
                case VastAd.InLine inLine -> node.open(NodeKind.AD,
                        inLine.adTitle().or(definition::id).orElse("inline"), definition.element().location());
                case VastAd.Wrapper wrapper -> node.open(NodeKind.WRAPPER,
                        definition.id().or(definition::adSystem).orElse("wrapper"), definition.element().location());
            };
            definition.id().ifPresent(id -> at.fact("id", id));
            definition.sequence().ifPresent(place -> at.fact("sequence", String.valueOf(place)));
            definition.adSystem().ifPresent(system -> at.fact("ad system", system));
            return at;
        }

        private void skip(VastAd ad, String reason) {
            open(ad).skip(reason);
        }
    }
}
