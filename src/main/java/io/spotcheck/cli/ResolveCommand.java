package io.spotcheck.cli;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.lint.LintSettings;
import io.spotcheck.macro.MacroValues;
import io.spotcheck.orchestrator.Orchestrator;
import io.spotcheck.orchestrator.OrchestratorConfig.TrackingMode;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.ResolutionEvent;
import io.spotcheck.resolution.ResolutionListener;
import io.spotcheck.resolution.Severity;
import io.spotcheck.sandbox.SandboxServer;
import io.spotcheck.tracking.FiringTracker;
import io.spotcheck.tracking.RecordingTracker;
import io.spotcheck.tracking.TrackingResult;
import io.spotcheck.transport.HttpTransport;
import io.spotcheck.validation.DocumentValidator;
import io.spotcheck.validation.LintSettingsFile;
import io.spotcheck.validation.LintedResolution;
import io.spotcheck.workspace.Profile;
import io.spotcheck.workspace.ProfileFile;
import io.spotcheck.workspace.ResultJson;
import io.spotcheck.workspace.Variables;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Fetches one ad and prints how it was resolved. */
@Command(name = "resolve", sortOptions = false)
final class ResolveCommand implements Callable<Integer> {

    private static final Duration BEACON_TIMEOUT = Duration.ofSeconds(5);

    private final Terminal terminal;

    @Parameters(paramLabel = "SOURCE", descriptionKey = "source")
    private String source = "";

    @Mixin
    private UpstreamOptions upstream = new UpstreamOptions();

    @Mixin
    private RequestOptions request = new RequestOptions();

    @Mixin
    private VariableOptions variables = new VariableOptions();

    @Option(names = "--fire")
    private boolean fire;

    @Option(names = "--track", paramLabel = "EVENT")
    private List<String> events = new ArrayList<>();

    @Option(names = "--lint")
    private boolean lint;

    @Mixin
    private OutputOptions output = new OutputOptions();

    ResolveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        output.refuseStream();
        ProfileFile file = SourceArgument.read(source, terminal.in());
        Profile profile = file.profile().orElseThrow();
        Profile asked = profile.withConfig(upstream.applyTo(profile.config()))
                .withRequest(request.applyTo(profile.request()));
        Variables given = variables.values(file.folder());
        Optional<LintSettings> judging = lint ? Optional.of(LintSettingsFile.around(file.folder())) : Optional.empty();
        Optional<SandboxServer> sandbox = Sandboxes.startFor(
                List.of(new ProfileFile(file.file(), "", new ProfileFile.Readable(asked))), given);
        try (var http = new HttpTransport()) {
            Profile ready = Sandboxes.with(given, sandbox).expand(asked);
            // The user or the profile says so; otherwise nothing is sent.
            fire = fire || ready.config().tracking().filter(TrackingMode.FIRE::equals).isPresent();
            Orchestrator.Builder builder = ready.config().toBuilder(file.folder(), http)
                    .tracker(fire ? new FiringTracker(http, BEACON_TIMEOUT) : new RecordingTracker());
            try (Orchestrator orchestrator = builder.build()) {
                AdResponse response = fetch(orchestrator, ready);
                List<TrackingResult> tracked = tracked(orchestrator, response);
                AdResponse told = judging.map(settings -> judged(response, settings)).orElse(response);
                print(told, tracked);
                return status(told);
            }
        } finally {
            sandbox.ifPresent(SandboxServer::close);
        }
    }

    private AdResponse fetch(Orchestrator orchestrator, Profile profile) {
        try (LiveLine line = output.liveLine(terminal)) {
            ResolutionListener hops = step -> {
                if (step instanceof ResolutionEvent.Opened opened && opened.node().kind() == NodeKind.DOCUMENT) {
                    line.show(Messages.text("resolve.progress", opened.node().label()));
                }
            };
            return orchestrator.fetchAd(profile.request(), hops);
        }
    }

    /** Tracks what has happened, when it is to be fired, and what the user asked for. */
    private List<TrackingResult> tracked(Orchestrator orchestrator, AdResponse response) {
        var tracked = new ArrayList<TrackingResult>();
        if (fire) {
            firstAds(response).forEach(ad -> tracked.add(orchestrator.trackEvent("breakStart", response,
                    OptionalInt.of(ad), MacroValues.none())));
        }
        Stream.concat(fire ? due(response).stream() : Stream.of(), events.stream()).distinct()
                .forEach(event -> tracked.add(orchestrator.trackEvent(event, response)));
        return tracked;
    }

    /** For each break that has begun, its first ad: with it the break began. */
    private static IntStream firstAds(AdResponse response) {
        List<Integer> nodes = response.ads().stream().map(Ad::nodeId).toList();
        return response.breaks().stream().filter(each -> each.due() && !each.ads().isEmpty()
                        && each.tracking().stream().anyMatch(beacon -> beacon.event().equals("breakStart")))
                .mapToInt(each -> nodes.indexOf(each.ads().getFirst().nodeId())).filter(index -> index >= 0).distinct();
    }

    /**
     * What has happened: an auction is over for its winners and losers, and ads were shown, or failed, or both, as in
     * a pod.
     */
    private static List<String> due(AdResponse response) {
        var events = new ArrayList<>(Stream.of("win", "loss")
                .filter(event -> response.trackingUrls(event).findAny().isPresent()).toList());
        if (response.success()) {
            events.add("impression");
        }
        if (!response.success() || response.failures().stream().flatMap(failure -> failure.beacons().stream())
                .anyMatch(beacon -> beacon.event().equalsIgnoreCase("error"))) {
            events.add("error");
        }
        return events;
    }

    /** The answer, with what is wrong with its documents in its tree. */
    private static AdResponse judged(AdResponse response, LintSettings settings) {
        return response.toBuilder().resolution(
                LintedResolution.of(response.resolution(), new DocumentValidator(), settings).resolution()).build();
    }

    private static int status(AdResponse response) {
        boolean broken = !response.success()
                || response.resolution().findings().stream().anyMatch(f -> f.severity() == Severity.ERROR);
        return broken ? ExitStatus.FAILED : ExitStatus.OK;
    }

    private void print(AdResponse response, List<TrackingResult> tracked) {
        if (output.json()) {
            if (!output.quiet()) {
                terminal.err().println(Messages.text(fire ? "mode.fire" : "mode.record"));
            }
            terminal.out().println(json(response, tracked, fire ? "fired" : "tracked"));
            return;
        }
        Ink ink = output.ink(terminal);
        PrintWriter out = terminal.out();
        if (!output.quiet()) {
            new TreeText(ink, terminal.width(), output.verbose()).lines(response).forEach(out::println);
            block(new BreakText(ink).lines(response));
            block(new BidText(ink).lines(response));
            block(new AdText(ink).lines(response));
            var beacons = new BeaconText(ink);
            block(beacons.table(response, fire));
            tracked.forEach(result -> block(beacons.sent(result)));
            out.println();
        }
        out.println(new VerdictLine(response, ink).text());
    }

    private void block(List<String> lines) {
        if (!lines.isEmpty()) {
            terminal.out().println();
            lines.forEach(terminal.out()::println);
        }
    }

    /** The contract's document; what was tracked stands in a part of its own, and only when something was to be. */
    private static String json(AdResponse response, List<TrackingResult> tracked, String part) {
        if (tracked.isEmpty()) {
            return ResultJson.write(response);
        }
        ObjectNode document = ResultJson.of(response);
        ArrayNode sent = document.putArray(part);
        tracked.forEach(result -> result.events().forEach(event -> {
            ObjectNode json = sent.addObject();
            json.put("event", event.beacon().event());
            json.put("url", event.url());
            json.put("urlBeforeMacros", event.macros().before());
            if (!event.macros().unfilled().isEmpty()) {
                ArrayNode unfilled = json.putArray("unfilledMacros");
                event.macros().unfilled().forEach(unfilled::add);
            }
            json.put("hop", event.beacon().hop());
            json.put("outcome", event.outcome().name().toLowerCase(Locale.ROOT));
            event.status().ifPresent(status -> json.put("httpStatus", status));
            json.put("durationMs", event.duration().toMillis());
            event.error().ifPresent(error -> json.put("error", error));
            if (!event.findings().isEmpty()) {
                json.set("findings", ResultJson.findings(event.findings()));
            }
        }));
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document);
    }
}
