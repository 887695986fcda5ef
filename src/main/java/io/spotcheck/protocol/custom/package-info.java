/**
 * Protocols that are described in a profile, with no code: how a request becomes a message, and where everything is in
 * a JSON or XML answer.
 *
 * <pre>{@code
 * protocol: custom
 * upstream:
 *   endpoint: "https://house.example/placements/{slotId}?cb=[CACHEBUSTING]"
 * options:
 *   request:
 *     headers: {X-Viewer: "{userId}"}
 *     body:
 *       json:
 *         player: {width: "{playerWidth}", height: "{playerHeight}"}
 *   answer:
 *     noAd: {when: {at: /status, is: empty}, reason: /reason}
 *     error: {reason: /error/message, code: /error/code}
 *     ads:
 *       each: /ads
 *       id: /id
 *       advertiser: {at: /brand, optional: true}
 *       tracking: {impression: /urls/seen, error: /urls/failed}
 *       creatives:
 *         url: /film/url
 *         type: {at: /film/mime, otherwise: video/mp4}
 *         duration: {at: /film/length, unit: ms}
 *         clickThrough: /landing
 *         tracking: {each: /events, event: /on, url: /tell, names: {begin: start, end: complete}}
 * }</pre>
 *
 * <p>Each record tells of its own options, in the order of the whole:
 * {@link io.spotcheck.protocol.custom.RequestTemplate} ({@code request}),
 * {@link io.spotcheck.protocol.custom.RequestBody} ({@code request.body}),
 * {@link io.spotcheck.protocol.custom.Template} (fields in braces),
 * {@link io.spotcheck.protocol.custom.AnswerMapping} ({@code answer}),
 * {@link io.spotcheck.protocol.custom.AnswerFormat} (how places are named),
 * {@link io.spotcheck.protocol.custom.RefusalMapping} ({@code noAd} and {@code error}),
 * {@link io.spotcheck.protocol.custom.AdMapping} ({@code ads}),
 * {@link io.spotcheck.protocol.custom.CreativeMapping} ({@code creatives}),
 * {@link io.spotcheck.protocol.custom.FileMapping} ({@code files}),
 * {@link io.spotcheck.protocol.custom.TrackingMapping} ({@code tracking}), and
 * {@link io.spotcheck.protocol.custom.ValueMapping} (every single value).
 *
 * <p>A description that makes no sense is refused before anything is asked, with a sentence that names the option. What
 * an answer lacks though it is described is a finding at the place where it should be, by the option that describes it;
 * an ad with nothing to show is no ad.
 */
@NullMarked
package io.spotcheck.protocol.custom;

import org.jspecify.annotations.NullMarked;
