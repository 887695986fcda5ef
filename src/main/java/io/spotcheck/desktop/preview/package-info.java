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
 * <li>What goes wrong is tracked with the code of VAST for it (VAST 4.3 §2.3.6): 304, 400, 401, 402, 403 and 405 for the
 *     media file, 500, 502 and 503 for overlays, 600 and 602 to 604 for companions. What only this computer lacks is no
 *     fault of the ad, and no server is told of it. Nothing here runs VPAID or SIMID, so their units report no 901 and
 *     no 902.
 * <li>No vendor's code is run: {@code verificationNotExecuted} is tracked at the impression where it is declared.
 * <li>A replay tracks nothing. A new playback is begun by choosing one.
 * </ul>
 */
@NullMarked
package io.spotcheck.desktop.preview;

import org.jspecify.annotations.NullMarked;
