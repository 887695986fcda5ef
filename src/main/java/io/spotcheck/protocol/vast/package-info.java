/**
 * VAST 2.0 to 4.3: asks for tags, follows wrappers, merges what each hop contributes, chooses media files and tracks
 * events ({@code VAST 4.3}).
 *
 * <p>A {@code VastResolver} fetches documents; an {@code AdSelection} decides which ads of one document are taken; an
 * {@code InLineAssembly} makes an ad of an inline ad and of the {@code Trail} of wrappers that led to it, after a
 * {@code Screening} has held it against the {@code Terms} of the request.
 *
 * <p>Where the specification leaves a choice, these were made. A single ad with a {@code sequence} is an ad of a pod,
 * and a wrapper without {@code allowMultipleAds} takes none (§3.19); the reason says so. After a wrapper that failed,
 * other stand-alone ads are tried only when it has {@code fallbackOnNoAd}. Companions come from the one document
 * closest to the ad that has some, unless the request names the places for them. An ad that must be cut for lack of
 * room is error 206, and those behind a break that has all its ads are not asked for. Interactive and verification code
 * that does not run costs no ad; it is an error beside it (409, 410). Beacons of what is not shown (icons and
 * companions that lost to closer ones, tracking for a kind of creative that the ad does not have) are not beacons of
 * the ad.
 */
@NullMarked
package io.spotcheck.protocol.vast;

import org.jspecify.annotations.NullMarked;
