package io.spotcheck.protocol.openrtb;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.protocol.FetchContext;
import io.spotcheck.protocol.openrtb.request.BidRequest;
import io.spotcheck.protocol.openrtb.response.BidResponse;
import io.spotcheck.protocol.openrtb.response.BidResponseException;
import io.spotcheck.protocol.openrtb.response.BidResponseReader;
import io.spotcheck.resolution.Body;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Headers;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.OpenNode;
import io.spotcheck.resolution.Severity;
import io.spotcheck.resolution.Source;
import io.spotcheck.upstream.DocumentFetcher;
import io.spotcheck.upstream.Endpoint;
import io.spotcheck.upstream.FetchOutcome;
import io.spotcheck.upstream.Message;
import io.spotcheck.upstream.UpstreamPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;

/** Sends a bid request to bidders and reads what they answer (OpenRTB 2.6 §2). */
final class BidderCall {

    private static final int NO_CONTENT = 204;

    private final BidRequest request;
    private final Message message;
    private final DocumentFetcher fetcher;
    private final FetchContext context;
    private final BidResponseReader reader;

    BidderCall(BidRequest request, OpenRtbOptions options, UpstreamPolicy policy, FetchContext context,
               BidResponseReader reader) {
        this.request = request;
        this.message = message(request, options);
        this.context = context;
        this.reader = reader;
        // What a bidder was told to keep is what it gets, if it is less than a hop's time.
        fetcher = new DocumentFetcher(policy.withHopTimeout(request.tmax().map(Duration::ofMillis)
                .filter(tmax -> tmax.compareTo(policy.hopTimeout()) < 0).orElse(policy.hopTimeout())),
                context.session());
    }

    private static Message message(BidRequest request, OpenRtbOptions options) {
        Headers headers = Headers.none().with("Content-Type", "application/json")
                .with("Accept", "application/json")
                .with("x-openrtb-version", options.template().version().number());
        return options.gzip()
                ? Message.post(headers.with("Content-Encoding", "gzip"), Body.of(gzipped(request.text())))
                : Message.post(headers, Body.of(request.text()));
    }

    private static byte[] gzipped(String text) {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }

    /**
     * Asks a bidder; the node of its answer is closed unless it bids.
     *
     * @param url its URL after macros
     */
    BidderAnswer ask(Endpoint bidder, String url) {
        OpenNode node = context.root().open(NodeKind.DOCUMENT, url);
        node.fact("bidder", name(bidder));
        request.tmax().ifPresent(tmax -> node.fact("tmax", tmax + " ms"));
        return switch (fetcher.fetch(bidder, url, message, node, context.deadline(), List.of())) {
            case FetchOutcome.Failed failed -> none(failed.error(), node, Optional.empty());
            case FetchOutcome.Fetched fetched -> read(bidder, fetched, node);
        };
    }

    private BidderAnswer read(Endpoint bidder, FetchOutcome.Fetched fetched, OpenNode node) {
        if (fetched.response().status() == NO_CONTENT) {
            return noBid(new BidResponse.NoBid(BidResponse.Form.NO_CONTENT, OptionalInt.empty(),
                    "The bidder does not bid: it answered 204.", Optional.empty()), fetched, node, "");
        }
        String text = withoutByteOrderMark(fetched.response().body().text(StandardCharsets.UTF_8));
        node.source(new Source(fetched.url(), Source.Syntax.JSON, text));
        fetched.response().headers().first("x-openrtb-version").ifPresent(v -> node.fact("version", v));
        fetched.response().headers().first("Content-Type").filter(type -> !type.toLowerCase(Locale.ROOT)
                .contains("json")).ifPresent(type -> node.finding(Finding.of("OPENRTB-RESPONSE-CONTENT-TYPE",
                Severity.WARNING, "The answer says that it is “" + type + "”, and is to be application/json.")
                .by("OpenRTB 2.6 §2.3")));
        try {
            return switch (reader.read(text)) {
                case BidResponse.NoBid noBid -> noBid(noBid, fetched, node, text);
                case BidResponse.Offers offers -> {
                    if (offers.id().isEmpty()) {
                        node.finding(Finding.of("OPENRTB-RESPONSE-ID-MISSING", Severity.WARNING,
                                "The answer does not say which request it answers.").by("OpenRTB 2.6 §4.2.1"));
                    }
                    node.fact("currency", offers.currency());
                    offers.bidId().ifPresent(id -> node.fact("response id", id));
                    yield new BidderAnswer.Bids(name(bidder), bidder, fetched.url(), offers, text, node);
                }
            };
        } catch (BidResponseException wrong) {
            node.finding(Finding.of("OPENRTB-RESPONSE-" + wrong.code().name().replace('_', '-'), Severity.ERROR,
                    wrong.getMessage()).at(wrong.location()).by("OpenRTB 2.6 §4.2"));
            return none(AdError.of(wrong.code(), wrong.getMessage(), node.id()).atUrl(fetched.url())
                    .at(wrong.location()), node, Optional.of(text));
        }
    }

    private static BidderAnswer noBid(BidResponse.NoBid noBid, FetchOutcome.Fetched fetched, OpenNode node,
                                      String text) {
        if (noBid.form() == BidResponse.Form.EMPTY_BODY) {
            node.finding(Finding.of("OPENRTB-RESPONSE-EMPTY", Severity.WARNING,
                    "The answer has status " + fetched.response().status()
                            + " and no body. Say “no bid” with status 204.").by("OpenRTB 2.6 §2.1"));
        }
        AdError error = AdError.of(ErrorCode.NO_BID, noBid.message(), node.id()).atUrl(fetched.url());
        AdError placed = noBid.location().map(error::at).orElse(error);
        return none(noBid.reason().isPresent() ? placed.withProtocolCode(noBid.reason().getAsInt()) : placed, node,
                Optional.of(text).filter(t -> !t.isEmpty()));
    }

    private static BidderAnswer none(AdError error, OpenNode node, Optional<String> text) {
        if (error.code() == ErrorCode.NO_BID) {
            // Not to bid is a proper answer.
            node.skip(error.message());
        } else {
            node.fail(error.message());
        }
        return new BidderAnswer.None(error, text);
    }

    /** The host, or the whole URL where there is none. */
    private static String name(Endpoint bidder) {
        try {
            URI url = URI.create(bidder.url());
            return Optional.ofNullable(url.getRawAuthority()).filter(a -> !a.isEmpty()).orElse(bidder.url());
        } catch (IllegalArgumentException notAUri) {
            return bidder.url();
        }
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
