package io.spotcheck.protocol.vmap;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdBreak;
import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.Timecode;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.macro.MacroContext;
import io.spotcheck.macro.MacroEngine;
import io.spotcheck.macro.MacroFindings;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.macro.Substitution;
import io.spotcheck.protocol.Fallbacks.Attempt;
import io.spotcheck.protocol.FetchContext;
import io.spotcheck.protocol.ReceivedText;
import io.spotcheck.protocol.SideBySide;
import io.spotcheck.protocol.vast.CarriedVast;
import io.spotcheck.protocol.vast.catalogue.MacroTable;
import io.spotcheck.protocol.vmap.document.VmapBreak;
import io.spotcheck.protocol.vmap.document.VmapDocument;
import io.spotcheck.protocol.vmap.document.VmapException;
import io.spotcheck.protocol.vmap.document.VmapReader;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.resolution.Severity;
import io.spotcheck.upstream.DocumentFetcher;
import io.spotcheck.upstream.Endpoint;
import io.spotcheck.upstream.FetchOutcome;
import io.spotcheck.upstream.UrlReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Resolves one schedule: fetches it, resolves its breaks, and says which are due. One instance serves once. */
final class ScheduleResolver {

    /** Said of what lies above a failure; the reason itself stands where it happened. */
    private static final String NOTHING_CAME = "No ad came of it.";

    private final VmapReader reader;
    private final MacroEngine macros;
    private final VmapUpstream upstream;
    private final Endpoint endpoint;
    private final AdRequest request;
    private final FetchContext context;
    private final CarriedVast vast;

    ScheduleResolver(VmapReader reader, MacroEngine macros, VmapUpstream upstream, Endpoint endpoint,
                     AdRequest request, FetchContext context, CarriedVast vast) {
        this.reader = reader;
        this.macros = macros;
        this.upstream = upstream;
        this.endpoint = upstream.server().mapping().speakingFor(request, endpoint);
        this.request = request;
        this.context = context;
        this.vast = vast;
    }

    Attempt resolve() {
        String tag = upstream.server().mapping().addParameters(endpoint.url(), request);
        Substitution substitution = macros.substitute(UrlReference.resolve(tag, tag), known(),
                MacroTable.standard(), MacroContext.REQUEST);
        String url = substitution.after();
        OpenNode node = context.root().open(NodeKind.DOCUMENT, url);
        if (!substitution.before().equals(url)) {
            node.fact("before macros", substitution.before());
        }
        MacroFindings.of(substitution).forEach(node::finding);
        upstream.server().mapping().check(request).forEach(node::finding);
        var fetcher = new DocumentFetcher(upstream.server().policy(), context.session());
        return switch (fetcher.fetch(endpoint, url, node, context.deadline())) {
            case FetchOutcome.Failed failed -> failed(node, url, failed.error(), Optional.empty());
            case FetchOutcome.Fetched fetched -> read(ReceivedText.of(fetched.response()), fetched.url(), url, node);
        };
    }

    /** What is known for macros before there is a break. */
    private MacroValues known() {
        return upstream.server().mapping().macros(request, context.session());
    }

    /** Goes on from what came; closes the node. */
    Attempt read(String text, String found, String asked, OpenNode node) {
        node.source(ReceivedText.source(found, text));
        if (text.isBlank()) {
            node.finding(Finding.of("VMAP-BODY-EMPTY", Severity.WARNING,
                    "The answer has no body. Say “no break” with an empty VMAP element.").by("VMAP 1.0.1 §2.6"));
            return failed(node, asked, AdError.of(ErrorCode.NO_AD, "The answer is empty.", node.id()),
                    Optional.of(text));
        }
        VmapDocument document;
        try {
            document = reader.read(text);
        } catch (VmapException wrong) {
            node.finding(wrong.toFinding());
            return failed(node, asked, wrong.toError(node.id()).atUrl(found), Optional.of(text));
        }
        if (!document.version().isEmpty()) {
            node.fact("version", document.version());
        }
        if (document.breaks().isEmpty()) {
            return failed(node, asked, AdError.of(ErrorCode.NO_AD, "The schedule has no break.", node.id())
                    .at(document.element().location()), Optional.of(text));
        }
        return schedule(document, text, found, asked, node);
    }

    private Attempt failed(OpenNode node, String asked, AdError error, Optional<String> text) {
        node.fail(error.message());
        AdResponse.Builder response = AdResponse.failed(request.slotId(), error).protocol(VmapProtocolHandler.NAME)
                .resolutionChain(List.of(asked));
        text.ifPresent(response::rawResponse);
        return new Attempt(response.build(), false);
    }

    private Attempt schedule(VmapDocument document, String text, String found, String asked, OpenNode node) {
        Timeline timeline = Timeline.of(document.breaks(), request);
        node.fact("breaks", String.valueOf(document.breaks().size()));
        if (timeline.isCut()) {
            node.finding(Finding.of("VMAP-REPEAT-LIMIT", Severity.WARNING, "The breaks come more than "
                    + Timeline.MOST_OCCURRENCES + " times; the rest is left out.").at(document.element().location()));
        }
        List<OpenNode> nodes = new ArrayList<>();
        for (int i = 0; i < document.breaks().size(); i++) {
            nodes.add(open(document.breaks().get(i), timeline.of(i), node));
        }
        var resolver = new BreakResolver(vast, endpoint, request, known(), context, found, text);
        List<OpenBreak> open = IntStream.range(0, nodes.size())
                .mapToObj(i -> new OpenBreak(document.breaks().get(i), nodes.get(i))).toList();
        List<BreakResolver.Outcome> outcomes = SideBySide.some(upstream.breaksAtOnce(), open,
                each -> resolver.resolve(each.declared(), each.node()), OpenBreak::calledOff);
        return new Attempt(answer(document, timeline, nodes, outcomes, asked, node).rawResponse(text).build(),
                outcomes.stream().anyMatch(o -> !o.ads().isEmpty()));
    }

    /** A break, and its node. */
    private record OpenBreak(VmapBreak declared, OpenNode node) {

        BreakResolver.Outcome calledOff() {
            var error = AdError.of(ErrorCode.CANCELLED, "The fetch was called off.", node.id());
            node.fail(error.message());
            return BreakResolver.Outcome.failed(error);
        }
    }

    private OpenNode open(VmapBreak each, List<Timeline.Occurrence> comings, OpenNode parent) {
        OpenNode node = parent.open(NodeKind.BREAK, BreakLabel.of(each), each.element().location());
        node.fact("offset", each.timeOffset());
        List<String> times = comings.stream().flatMap(o -> o.moment().stream()).map(Timecode::of).toList();
        if (!times.isEmpty()) {
            node.fact(times.size() == 1 ? "time" : "times", String.join(", ", times));
        }
        node.fact("break type", String.join(",", each.breakTypes()));
        each.breakId().ifPresent(id -> node.fact("break id", id));
        each.repeatAfter().ifPresent(time -> node.fact("repeat after", Timecode.of(time)));
        Timeline.Occurrence telling = comings.stream().filter(Timeline.Occurrence::due).findFirst()
                .orElse(comings.getFirst());
        node.fact("due", (telling.due() ? "yes" : "no") + telling.why().map(why -> ": " + why).orElse(""));
        return node;
    }

    private AdResponse.Builder answer(VmapDocument document, Timeline timeline, List<OpenNode> nodes,
                                      List<BreakResolver.Outcome> outcomes, String asked, OpenNode node) {
        var breaks = new ArrayList<AdBreak>();
        var ads = new LinkedHashSet<Ad>();
        var beacons = new LinkedHashSet<TrackingUrl>();
        var errors = new ArrayList<AdError>();
        for (Timeline.Occurrence one : timeline.occurrences()) {
            VmapBreak each = document.breaks().get(one.index());
            BreakResolver.Outcome outcome = outcomes.get(one.index());
            int nodeId = nodes.get(one.index()).id();
            List<TrackingUrl> own = VmapTracking.beacons(each, nodeId);
            breaks.add(new AdBreak(each.timeOffset(), one.moment(), each.breakId(), each.breakTypes(), one.due(),
                    outcome.ads(), outcome.error(), own, nodeId));
            if (one.due()) {
                ads.addAll(outcome.ads());
                beacons.addAll(own);
                outcome.ads().forEach(ad -> beacons.addAll(ad.tracking()));
                outcome.error().ifPresent(errors::add);
            }
        }
        List<AdError> failures = failures(document, timeline, outcomes);
        AdResponse.Builder response;
        if (!ads.isEmpty() && !isCalledOff(outcomes)) {
            node.succeed();
            response = AdResponse.served(request.slotId()).ads(List.copyOf(ads)).trackingUrls(List.copyOf(beacons))
                    .failures(failures);
        } else {
            AdError error = calledOff(outcomes).or(() -> errors.stream().findFirst())
                    .orElseGet(() -> nothingDue(timeline, node));
            if (errors.isEmpty()) {
                node.succeed(error.message());
            } else {
                node.fail(NOTHING_CAME);
            }
            response = AdResponse.failed(request.slotId(), error)
                    .failures(failures.isEmpty() ? List.of(error) : failures)
                    .trackingUrls(errors.stream().flatMap(e -> e.beacons().stream()).distinct().toList());
        }
        outcomes.stream().flatMap(o -> o.expires().stream()).min(Duration::compareTo)
                .ifPresent(response::cacheableFor);
        return response.protocol(VmapProtocolHandler.NAME).breaks(breaks).extensions(kept(extensions(document))).resolutionChain(chain(asked, outcomes));
    }

    /**
     * What failed. Nobody is told of it where the break is not due at the playhead: a player would not have asked. That
     * a time cannot be read is seen at once.
     */
    private List<AdError> failures(VmapDocument document, Timeline timeline, List<BreakResolver.Outcome> outcomes) {
        var failures = new ArrayList<AdError>();
        for (int i = 0; i < outcomes.size(); i++) {
            boolean told = request.playheadPosition().isEmpty() || document.breaks().get(i).offset().isEmpty()
                    || timeline.of(i).stream().anyMatch(Timeline.Occurrence::due);
            outcomes.get(i).failures().forEach(f -> failures.add(told ? f : f.withBeacons(List.of())));
        }
        return failures;
    }

    private Map<String, Object> kept(Map<String, Object> extensions) {
        return upstream.server().mapping().keptForBeacons(request, context.session()).among(extensions);
    }

    private static Optional<AdError> calledOff(List<BreakResolver.Outcome> outcomes) {
        return outcomes.stream().flatMap(o -> o.error().stream())
                .filter(e -> e.code() == ErrorCode.CANCELLED).findFirst();
    }

    private static boolean isCalledOff(List<BreakResolver.Outcome> outcomes) {
        return calledOff(outcomes).isPresent();
    }

    private AdError nothingDue(Timeline timeline, OpenNode node) {
        String reasons = timeline.occurrences().stream().filter(o -> o.moment().isEmpty())
                .flatMap(o -> o.why().stream()).distinct().collect(Collectors.joining(" "));
        return AdError.of(ErrorCode.NO_AD, (request.playheadPosition()
                .map(now -> "No break is due at " + Timecode.of(now) + ".").orElse("No break can come.")
                + " " + reasons).strip(), node.id());
    }

    private static List<String> chain(String asked, List<BreakResolver.Outcome> outcomes) {
        var chain = new ArrayList<String>();
        chain.add(asked);
        outcomes.forEach(o -> chain.addAll(o.chain()));
        return chain;
    }

    /** The extensions, verbatim: those of the whole, and those of each break that has some. */
    private static Map<String, Object> extensions(VmapDocument document) {
        var all = new LinkedHashMap<String, Object>();
        if (!document.extensions().isEmpty()) {
            all.put("vmap_extensions", document.extensions());
        }
        List<Map<String, Object>> ofBreaks = document.breaks().stream().filter(b -> !b.extensions().isEmpty())
                .map(b -> Map.<String, Object>of("timeOffset", b.timeOffset(), "breakId", b.breakId().orElse(""),
                        "extensions", b.extensions())).toList();
        if (!ofBreaks.isEmpty()) {
            all.put("vmap_break_extensions", ofBreaks);
        }
        return all;
    }
}
