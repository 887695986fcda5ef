package io.spotcheck.desktop.sample;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdBreak;
import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.Creative;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.resolution.ResolutionListener;
import io.spotcheck.resolution.ResolutionRecorder;
import io.spotcheck.resolution.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An answer with the breaks of a schedule, each with a node, and with an ad below it unless it failed. */
public final class SampleSchedule {

    /** Where the schedule came from. */
    public static final String URL = "https://ads.harbor.example/schedule/v1/playlist.xml?show=harbour-nights";

    private static final Duration LENGTH = Duration.ofMinutes(30);

    private final ResolutionRecorder recorder = new ResolutionRecorder("show-1", ResolutionListener.none());
    private final OpenNode document = recorder.root().open(NodeKind.DOCUMENT, URL);
    private final List<AdBreak> breaks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder("<vmap:VMAP version=\"1.0\">\n");

    /** A schedule of half an hour with every kind of break. */
    public static AdResponse answer() {
        return new SampleSchedule().add("start", Duration.ZERO, "pre", true, 2)
                .add("00:07:30.000", Duration.ofSeconds(450), "mid-1", false, 1)
                .add("50%", Duration.ofMinutes(15), "mid-2", true, 1)
                .failed("00:15:00", Duration.ofMinutes(15), "mid-2-overlay")
                .add("50%", Duration.ofMinutes(15), "mid-2-late", false, 0)
                .add("#3", null, "wherever", false, 1)
                .add("end", LENGTH, "post", false, 1).seal();
    }

    /** What the answer was asked for. */
    public static AdRequest request() {
        return AdRequest.builder("show-1", "tester").contentDuration(LENGTH).playheadPosition(Duration.ofMinutes(15))
                .build();
    }

    /** Adds a break that came to this many ads. */
    public SampleSchedule add(String timeOffset, @org.jspecify.annotations.Nullable Duration offset, String id,
                              boolean due, int ads) {
        OpenNode node = open(timeOffset, id);
        var found = new ArrayList<Ad>();
        for (int i = 0; i < ads; i++) {
            OpenNode ad = node.open(NodeKind.AD, id + " ad " + (i + 1));
            ad.succeed();
            found.add(ad(ad.id()));
        }
        if (ads == 0) {
            node.skip("Nothing is booked.");
        } else {
            node.succeed();
        }
        breaks.add(new AdBreak(timeOffset, Optional.ofNullable(offset), Optional.of(id), List.of("linear"), due, found,
                Optional.empty(), List.of(), node.id()));
        return this;
    }

    /** Adds a break that failed. */
    public SampleSchedule failed(String timeOffset, Duration offset, String id) {
        OpenNode node = open(timeOffset, id);
        node.fail("No answer within two seconds.");
        breaks.add(new AdBreak(timeOffset, Optional.of(offset), Optional.of(id), List.of("linear", "nonlinear"), false,
                List.of(), Optional.of(AdError.of(ErrorCode.TIMEOUT, "No answer within two seconds.", node.id())),
                List.of(), node.id()));
        return this;
    }

    /** The answer. */
    public AdResponse seal() {
        document.source(new Source(URL, Source.Syntax.XML, text + "</vmap:VMAP>\n"));
        document.succeed();
        recorder.root().succeed();
        List<Ad> due = breaks.stream().filter(AdBreak::due).flatMap(b -> b.ads().stream()).toList();
        return AdResponse.served("show-1").protocol("vmap").ads(due).breaks(breaks).resolutionChain(List.of(URL))
                .resolutionTimeMs(184).resolution(recorder.seal("")).build();
    }

    private OpenNode open(String timeOffset, String id) {
        text.append("  <vmap:AdBreak timeOffset=\"").append(timeOffset).append("\" breakId=\"").append(id)
                .append("\" breakType=\"linear\"/>\n");
        return document.open(NodeKind.BREAK, timeOffset + "  " + id, new Location(breaks.size() + 2, 3, ""));
    }

    private static Ad ad(int node) {
        return new Ad(Optional.of("a" + node), OptionalInt.empty(), Optional.of("Harbor"), Optional.of("Spring"),
                Optional.empty(), Optional.empty(), List.of(), List.of(new Creative.Linear(Optional.empty(),
                Optional.of(Duration.ofSeconds(15)), Optional.empty(), List.of(), Optional.empty(), Optional.empty(),
                node)), List.of(), List.of(), List.of(), node);
    }
}
