package io.spotcheck.ad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AdResponseTest {

    private static final Creative.Linear LINEAR = new Creative.Linear(Optional.of("c1"),
            Optional.of(Duration.ofSeconds(15)), Optional.empty(),
            List.of(file("https://a.example/small.mp4", 300, false), file("https://a.example/right.mp4", 800, true)),
            Optional.empty(), Optional.empty(), 1);
    private static final Creative.NonLinear OVERLAY = new Creative.NonLinear(Optional.empty(), OptionalInt.of(300),
            OptionalInt.of(50), Optional.of(Duration.ofSeconds(5)),
            List.of(new Resource(Resource.Kind.HTML, Optional.empty(), "<b>x</b>"),
                    new Resource(Resource.Kind.STATIC, Optional.of("image/png"), "https://a.example/o.png")),
            Optional.empty(), Optional.empty(), 2);
    private static final Creative.Companion COMPANION = new Creative.Companion(Optional.empty(), OptionalInt.of(300),
            OptionalInt.empty(), Optional.empty(),
            List.of(new Resource(Resource.Kind.HTML, Optional.empty(), "<b>x</b>")), Optional.empty(),
            Optional.empty(), 3);

    @Test
    void theFirstAdsLinearCreativeFillsTheFieldsOfOneCreative() {
        AdResponse answer = AdResponse.served("slot")
                .ads(List.of(ad("first", LINEAR, COMPANION), ad("second", OVERLAY))).build();

        assertThat(answer.success()).isTrue();
        assertThat(answer.adId()).contains("first");
        assertThat(answer.adSystem()).contains("System of first");
        assertThat(answer.advertiser()).contains("Advertiser of first");
        assertThat(answer.format()).contains("linear");
        assertThat(answer.duration()).contains(Duration.ofSeconds(15));
        assertThat(answer.creativeUrl()).contains("https://a.example/right.mp4");
        assertThat(answer.creativeType()).contains("video/mp4");
        assertThat(answer.bitrate()).hasValue(800);
        assertThat(answer.dimensions()).contains(new Dimensions(640, 360));
        assertThat(answer.ads()).extracting(a -> a.id().orElseThrow()).containsExactly("first", "second");
    }

    @Test
    void anOverlayIsToldOfByItsFirstResourceWithAUrl() {
        AdResponse answer = AdResponse.served("slot").ads(List.of(ad("a", OVERLAY))).build();

        assertThat(answer.format()).contains("nonlinear");
        assertThat(answer.duration()).contains(Duration.ofSeconds(5));
        assertThat(answer.creativeUrl()).contains("https://a.example/o.png");
        assertThat(answer.creativeType()).contains("image/png");
        assertThat(answer.dimensions()).contains(new Dimensions(300, 50));
    }

    @Test
    void aCompanionOfMarkupHasNoUrlAndHalfASizeIsNone() {
        AdResponse answer = AdResponse.served("slot").ads(List.of(ad("a", COMPANION))).build();

        assertThat(answer.format()).contains("companion");
        assertThat(answer.creativeUrl()).isEmpty();
        assertThat(answer.dimensions()).isEmpty();
    }

    @Test
    void nothingOfAnEarlierAdIsLeftWhenAnotherTakesItsPlace() {
        AdResponse before = AdResponse.served("slot").ads(List.of(ad("before", LINEAR))).build();

        AdResponse companion = before.toBuilder().ads(List.of(ad("after", COMPANION))).build();
        assertThat(companion).isEqualTo(AdResponse.served("slot").ads(List.of(ad("after", COMPANION))).build());

        AdResponse bare = before.toBuilder().ads(List.of(ad("bare"))).build();
        assertThat(bare).isEqualTo(AdResponse.served("slot").ads(List.of(ad("bare"))).build());
        assertThat(bare.format()).isEmpty();
    }

    @Test
    void aFailureTellsItsErrorAndIsAmongTheFailures() {
        AdError error = AdError.of(ErrorCode.NO_AD, "There is no ad.", 0).withProtocolCode(303);

        AdResponse answer = AdResponse.failed("slot", error).build();

        assertThat(answer.success()).isFalse();
        assertThat(answer.error()).contains("There is no ad.");
        assertThat(answer.errorCode()).contains(ErrorCode.NO_AD);
        assertThat(answer.protocolCode()).hasValue(303);
        assertThat(answer.failures()).containsExactly(error);
    }

    @Test
    void anErrorIsNotPutAmongFailuresThatAreAlreadyTold() {
        AdError first = AdError.of(ErrorCode.TIMEOUT, "first", 0);
        AdError second = AdError.of(ErrorCode.NO_AD, "second", 0);

        AdResponse answer = AdResponse.served("slot").failures(List.of(first, second)).error(second).build();

        assertThat(answer.failures()).containsExactly(first, second);
    }

    @Test
    void beaconsAreFoundByTheirEventWhateverItsCase() {
        AdResponse answer = AdResponse.served("slot").trackingUrls(List.of(TrackingUrl.of("firstQuartile", "a"),
                TrackingUrl.of("start", "b"), TrackingUrl.of("firstQuartile", "c"))).build();

        assertThat(answer.trackingUrls("FIRSTQUARTILE")).extracting(TrackingUrl::url).containsExactly("a", "c");
        assertThat(answer.trackingUrls("complete")).isEmpty();
    }

    @Test
    void anAnswerCannotBeChanged() {
        var chain = new ArrayList<>(List.of("https://a.example/"));
        AdResponse answer = AdResponse.served("slot").resolutionChain(chain).extensions(Map.of("k", new ArrayList<>()))
                .build();
        chain.clear();

        assertThat(answer.resolutionChain()).hasSize(1);
        assertRefused(() -> answer.resolutionChain().add("x"));
        assertRefused(() -> answer.extensions().put("k", 1));
        assertRefused(() -> ((List<?>) answer.extensions().get("k")).clear());
        assertRefused(() -> answer.ads().clear());
    }

    @Test
    void aBuilderCanGoOnFromAnAnswer() {
        AdResponse answer = AdResponse.failed("slot", AdError.of(ErrorCode.NO_AD, "none", 0)).protocol("vast")
                .campaignId("c").usedFallback(true).cached(true).resolutionTimeMs(7).cacheableFor(Duration.ofSeconds(1))
                .rawResponse("<VAST/>").extensions(Map.of("k", "v")).ads(List.of(ad("a", LINEAR))).build();

        assertThat(answer.toBuilder().build()).isEqualTo(answer);
    }

    private static void assertRefused(Runnable change) {
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(change::run);
    }

    private static Ad ad(String id, Creative... creatives) {
        return new Ad(Optional.of(id), OptionalInt.empty(), Optional.of("System of " + id), Optional.empty(),
                Optional.of("Advertiser of " + id), Optional.empty(), List.of(), List.of(creatives), List.of(),
                List.of(), List.of(), 0);
    }

    private static MediaFile file(String url, int bitrate, boolean chosen) {
        return new MediaFile(url, "video/mp4", OptionalInt.of(bitrate), OptionalInt.of(640), OptionalInt.of(360),
                Optional.empty(), Optional.empty(), Optional.empty(), chosen, "", 0);
    }
}
