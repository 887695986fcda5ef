/**
 * The preview: plays the chosen media file and tracks what the playback earns.
 *
 * <p>Decisions:
 * <ul>
 * <li>Nothing is asked for before a person presses Play or Show: neither the media file nor a companion, because they
 *     lie on other people's servers.
 * <li>A quartile is earned when everything before it was played and the playhead is there ("played continuously for
 *     at least 25% of the total duration at normal speed", VAST 4.3 §3.14.1). What a seek leaps over was not played:
 *     its quartiles, and {@code complete}, are earned only after the gap was played too. A seek backwards earns nothing
 *     ahead of the playhead.
 * <li>Impression, start, quartiles, progress, complete, skip, closeLinear and error are tracked once in a playback.
 *     What the viewer does with the controls (pause, resume, mute, unmute, rewind) is tracked each time it is done.
 * <li>A replay tracks nothing. A new playback is begun by choosing one.
 * </ul>
 */
@NullMarked
package io.spotcheck.desktop.preview;

import org.jspecify.annotations.NullMarked;
