package io.spotcheck.desktop.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.Creative;
import io.spotcheck.ad.MediaFile;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.desktop.preview.PreviewModel.State;
import io.spotcheck.desktop.sample.SampleTab;
import io.spotcheck.protocol.vast.catalogue.ErrorTable;
import io.spotcheck.protocol.vast.catalogue.ErrorType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PreviewModelTest {

    private final SampleTab tab = SampleTab.finished();
    private final List<FakePlayer> players = new ArrayList<>();
    private final PreviewModel model = new PreviewModel(tab.live(), tab.selection(), tab.beacons(),
            (file, listener) -> {
                var player = new FakePlayer(file, listener);
                players.add(player);
                return player;
            });

    @Test
    void nothingIsOpenedBeforePlay() {
        assertThat(model.renditionProperty().get()).map(MediaFile::type).contains("video/mp4");
        assertThat(players).isEmpty();
    }

    @Test
    void playsTheChosenFileAndTracksWithThePlayhead() {
        FakePlayer player = play(20);
        player.listener.playhead(Duration.ofMillis(40));
        player.listener.playhead(Duration.ofMillis(5_100));

        assertThat(model.stateProperty().get()).isEqualTo(State.PLAYING);
        assertThat(tab.beacons().events()).containsExactly("impression", "start", "progress", "firstQuartile");
        assertThat(model.earned()).contains("firstQuartile");
        assertThat(tab.beacons().tracked().get(2).macros().value("OFFSET")).contains("00:00:01");
        assertThat(tab.beacons().tracked().getLast().adIndex()).isEqualTo(OptionalInt.of(0));
        assertThat(tab.beacons().tracked().getLast().macros().byName())
                .containsEntry("ADPLAYHEAD", "00:00:05.100").containsEntry("PLAYERSTATE", "")
                .containsEntry("ASSETURI", model.renditionProperty().get().orElseThrow().url());
    }

    @Test
    void saysWhenTheFileIsNotAsLongAsDeclared() {
        play(20);
        assertThat(model.problemProperty().get().orElseThrow()).contains("0:15.0").contains("0:20.0");
        model.reset();
        play(15);
        assertThat(model.problemProperty().get()).isEmpty();
    }

    @Test
    void skipsFromTheDeclaredMoment() {
        FakePlayer player = play(15);
        player.listener.playhead(Duration.ofSeconds(1));
        assertThat(model.skippableIn()).contains(Duration.ofSeconds(1));
        model.skip();
        assertThat(model.stateProperty().get()).isEqualTo(State.PLAYING);
        player.listener.playhead(Duration.ofSeconds(2));
        assertThat(model.skippableIn()).contains(Duration.ZERO);
        model.skip();
        assertThat(model.stateProperty().get()).isEqualTo(State.OVER);
        assertThat(player.playing).isFalse();
        assertThat(tab.beacons().events()).endsWith("skip");
    }

    @Test
    void aReplayTracksNothingAndANewPlaybackTracksAgain() {
        FakePlayer player = play(15);
        player.listener.playhead(Duration.ofSeconds(15));
        player.listener.ended();
        int tracked = tab.beacons().tracked().size();
        model.play();
        player.listener.playhead(Duration.ofSeconds(15));
        player.listener.ended();
        assertThat(tab.beacons().tracked()).hasSize(tracked);

        model.reset();
        play(15).listener.playhead(Duration.ofSeconds(1));
        assertThat(tab.beacons().events().subList(tracked, tab.beacons().tracked().size()))
                .startsWith("impression", "start");
    }

    @Test
    void aFaultIsSaidAndTrackedWithItsCode() {
        FakePlayer player = play(15);
        player.listener.failed(new MediaFault(MediaFault.Kind.DISPLAY, "codec"));
        player.listener.failed(new MediaFault(MediaFault.Kind.GENERAL, "halted"));

        assertThat(model.stateProperty().get()).isEqualTo(State.FAILED);
        assertThat(tab.beacons().events()).containsExactly("error");
        assertThat(tab.beacons().tracked().getFirst().macros().value("ERRORCODE")).contains("405");
        assertThat(model.problemProperty().get().orElseThrow()).contains("405");
    }

    @ParameterizedTest
    @EnumSource(value = MediaFault.Kind.class, names = {"NO_SOUND", "NO_CODEC", "NO_PLAYER"})
    void aFaultOfThisComputerIsSaidAndNotTracked(MediaFault.Kind kind) {
        tab.beacons().fire(true);
        FakePlayer player = play(15);
        player.listener.failed(new MediaFault(kind, "detail"));
        player.listener.playhead(Duration.ofSeconds(1));

        assertThat(model.stateProperty().get()).isEqualTo(State.FAILED);
        assertThat(model.problemProperty().get().orElseThrow()).contains("This computer", "no error is tracked");
        assertThat(model.earned()).isEmpty();
        assertThat(tab.beacons().events()).isEmpty();
    }

    @Test
    void everyCodeOfThePlaybackHasItsMoment() {
        var overlay = new Creative.NonLinear(Optional.empty(), OptionalInt.empty(), OptionalInt.empty(),
                Optional.empty(), List.of(), Optional.empty(), Optional.empty(), 1);
        var companion = new Creative.Companion(Optional.empty(), OptionalInt.empty(), OptionalInt.empty(),
                Optional.empty(), List.of(), Optional.empty(), Optional.empty(), 2);
        Stream<Integer> ofMedia = Arrays.stream(MediaFault.Kind.values())
                .flatMapToInt(kind -> new MediaFault(kind, "").code().stream()).boxed();
        Stream<Integer> ofResources = Arrays.stream(ResourceFault.Kind.values()).map(kind -> new ResourceFault(kind, ""))
                .flatMap(fault -> Stream.of(fault.code(overlay), fault.code(companion)));

        assertThat(Stream.concat(ofMedia, ofResources)).containsAll(ErrorTable.standard().errors().stream()
                .filter(error -> error.moment() == ErrorType.Moment.PLAYBACK).map(ErrorType::code).toList());
    }

    @Test
    void vendorsWhoseCodeIsNotRunAreToldAtTheImpression() {
        Ad ad = tab.answer().ads().getFirst();
        var beacon = new TrackingUrl("verificationNotExecuted", "https://v.example/?r=[REASON]", 1, Optional.empty(),
                ad.nodeId(), Optional.empty(), TrackingUrl.Scope.VERIFICATION);
        var tracking = new ArrayList<>(ad.tracking());
        tracking.add(beacon);
        tab.live().finish(tab.answer().toBuilder().ads(List.of(new Ad(ad.id(), ad.sequence(), ad.adSystem(),
                ad.adTitle(), ad.advertiser(), ad.adServingId(), ad.universalAdIds(), ad.creatives(),
                ad.verifications(), tracking, ad.extensions(), ad.details(), ad.nodeId()))).build());
        FakePlayer player = play(15);
        player.listener.playhead(Duration.ofMillis(40));
        player.listener.playhead(Duration.ofMillis(80));

        assertThat(tab.beacons().events()).containsExactly("impression", "verificationNotExecuted", "start");
    }

    @Test
    void aTypeThatCannotBePlayedIsKnownBeforeAnythingIsAsked() {
        MediaFile webm = model.subjectProperty().get().orElseThrow().linear().orElseThrow().mediaFiles().get(1);

        assertThat(MediaFault.ofType(webm)).map(MediaFault::code).contains(OptionalInt.of(403));
        assertThat(MediaFault.ofType(model.renditionProperty().get().orElseThrow())).isEmpty();
    }

    @Test
    void lookingAtAnotherRenditionDoesNotEndAPlayback() {
        MediaFile other = model.subjectProperty().get().orElseThrow().linear().orElseThrow().mediaFiles().get(1);
        FakePlayer player = play(15);
        player.listener.playhead(Duration.ofSeconds(1));
        tab.selection().select(other.nodeId());
        assertThat(player.disposed).isFalse();
        model.choose(other);
        assertThat(player.disposed).isTrue();
        assertThat(model.stateProperty().get()).isEqualTo(State.IDLE);
    }

    @Test
    void muteIsKeptForTheNextPlayerAndTrackedOnlyWhilePlaying() {
        model.mutedProperty().set(true);
        FakePlayer player = play(15);
        assertThat(player.muted).isTrue();
        player.listener.playhead(Duration.ofSeconds(1));
        model.mutedProperty().set(false);

        assertThat(tab.beacons().events()).containsExactly("impression", "start", "progress", "unmute");
    }

    @Test
    void disposalStopsThePlayer() {
        FakePlayer player = play(15);
        model.dispose();

        assertThat(player.disposed).isTrue();
    }

    private FakePlayer play(int seconds) {
        model.play();
        players.getLast().listener.ready(Optional.of(Duration.ofSeconds(seconds)));
        return players.getLast();
    }

    private static final class FakePlayer implements Player {
        private final MediaFile file;
        private final Listener listener;
        private boolean playing;
        private boolean muted;
        private boolean disposed;

        FakePlayer(MediaFile file, Listener listener) {
            this.file = file;
            this.listener = listener;
        }

        @Override
        public void play() {
            playing = true;
        }

        @Override
        public void pause() {
            playing = false;
        }

        @Override
        public void seek(Duration to) {
        }

        @Override
        public void mute(boolean mutes) {
            muted = mutes;
        }

        @Override
        public void volume(double volume) {
        }

        @Override
        public void dispose() {
            disposed = true;
        }

        @Override
        public String toString() {
            return file.url();
        }
    }
}
