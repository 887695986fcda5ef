package io.spotcheck.protocol;

import io.spotcheck.ad.Dimensions;
import io.spotcheck.ad.Timecode;
import io.spotcheck.macro.MacroValues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a player knows at the moment of an event, as far as it knows it (VAST 4.3 §6.2, “Player State Info”).
 *
 * @param adPlayhead      where the playback of the ad is
 * @param contentPlayhead where the playback of the content is
 * @param assetUri        the media file that is played
 * @param size            the player's size
 * @param muted           whether the sound is off
 * @param fullscreen      whether it fills the screen
 * @param inventory       attributes of the inventory, such as {@code skippable}
 * @param click           where the viewer clicked
 * @param errorCode       the VAST error code of what went wrong
 * @param reason          why a verification was not executed: 1 rejected, 2 not supported, 3 did not load
 */
public record PlayerState(Optional<Duration> adPlayhead, Optional<Duration> contentPlayhead, Optional<String> assetUri,
                          Optional<Dimensions> size, Optional<Boolean> muted, Optional<Boolean> fullscreen,
                          List<String> inventory, Optional<Click> click, OptionalInt errorCode, OptionalInt reason) {

    private static final PlayerState UNKNOWN = new PlayerState(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty(), OptionalInt.empty(),
            OptionalInt.empty());

    /**
     * A place relative to the player's upper left corner, in pixels that do not depend on the device.
     *
     * @param x to the right
     * @param y downwards
     */
    public record Click(int x, int y) {
    }

    /** Checks that nothing is missing and copies the list. */
    public PlayerState {
        Objects.requireNonNull(adPlayhead, "adPlayhead");
        Objects.requireNonNull(contentPlayhead, "contentPlayhead");
        Objects.requireNonNull(assetUri, "assetUri");
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(muted, "muted");
        Objects.requireNonNull(fullscreen, "fullscreen");
        Objects.requireNonNull(click, "click");
        Objects.requireNonNull(errorCode, "errorCode");
        Objects.requireNonNull(reason, "reason");
        inventory = List.copyOf(inventory);
    }

    /** Nothing is known. */
    public static PlayerState unknown() {
        return UNKNOWN;
    }

    /** The ad is played up to here. */
    public PlayerState withAdPlayhead(Duration at) {
        return new PlayerState(Optional.of(at), contentPlayhead, assetUri, size, muted, fullscreen, inventory, click,
                errorCode, reason);
    }

    /** The content is played up to here. */
    public PlayerState withContentPlayhead(Duration at) {
        return new PlayerState(adPlayhead, Optional.of(at), assetUri, size, muted, fullscreen, inventory, click,
                errorCode, reason);
    }

    /** This media file is played. */
    public PlayerState withAssetUri(String uri) {
        return new PlayerState(adPlayhead, contentPlayhead, Optional.of(uri), size, muted, fullscreen, inventory,
                click, errorCode, reason);
    }

    /** The player has this size in pixels. */
    public PlayerState withSize(int width, int height) {
        return new PlayerState(adPlayhead, contentPlayhead, assetUri, Optional.of(new Dimensions(width, height)), muted,
                fullscreen, inventory, click, errorCode, reason);
    }

    /** The sound is off or on, and the player fills the screen or not. */
    public PlayerState withState(boolean isMuted, boolean isFullscreen) {
        return new PlayerState(adPlayhead, contentPlayhead, assetUri, size, Optional.of(isMuted),
                Optional.of(isFullscreen), inventory, click, errorCode, reason);
    }

    /** The inventory has these attributes, such as {@code skippable} or {@code autoplayed}. */
    public PlayerState withInventory(List<String> attributes) {
        return new PlayerState(adPlayhead, contentPlayhead, assetUri, size, muted, fullscreen, attributes, click,
                errorCode, reason);
    }

    /** The viewer clicked here. */
    public PlayerState withClick(int x, int y) {
        return new PlayerState(adPlayhead, contentPlayhead, assetUri, size, muted, fullscreen, inventory,
                Optional.of(new Click(x, y)), errorCode, reason);
    }

    /** This VAST error happened. */
    public PlayerState withErrorCode(int code) {
        return new PlayerState(adPlayhead, contentPlayhead, assetUri, size, muted, fullscreen, inventory, click,
                OptionalInt.of(code), reason);
    }

    /** A verification was not executed for this reason, from 1 to 3. */
    public PlayerState withReason(int why) {
        return new PlayerState(adPlayhead, contentPlayhead, assetUri, size, muted, fullscreen, inventory, click,
                errorCode, OptionalInt.of(why));
    }

    /** What is known, as values for macros. */
    public MacroValues macros() {
        var values = new Known();
        adPlayhead.ifPresent(at -> values.put("ADPLAYHEAD", Timecode.of(at)));
        contentPlayhead.ifPresent(at -> {
            values.put("MEDIAPLAYHEAD", Timecode.of(at));
            values.put("CONTENTPLAYHEAD", Timecode.of(at));
        });
        assetUri.ifPresent(uri -> values.put("ASSETURI", uri));
        size.ifPresent(s -> values.put("PLAYERSIZE", s.width() + "," + s.height()));
        if (muted.isPresent() || fullscreen.isPresent()) {
            var state = new ArrayList<String>();
            muted.filter(Boolean::booleanValue).ifPresent(_ -> state.add("muted"));
            fullscreen.filter(Boolean::booleanValue).ifPresent(_ -> state.add("fullscreen"));
            values.put("PLAYERSTATE", state);
        }
        if (!inventory.isEmpty()) {
            values.put("INVENTORYSTATE", inventory);
        }
        click.ifPresent(c -> values.put("CLICKPOS", c.x() + "," + c.y()));
        errorCode.ifPresent(code -> values.put("ERRORCODE", String.valueOf(code)));
        reason.ifPresent(why -> values.put("REASON", String.valueOf(why)));
        return values.all;
    }

    /** Collects values. */
    private static final class Known {

        private MacroValues all = MacroValues.none();

        private void put(String name, String value) {
            all = all.with(name, value);
        }

        private void put(String name, List<String> elements) {
            all = all.with(name, elements);
        }
    }
}
