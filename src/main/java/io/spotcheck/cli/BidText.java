package io.spotcheck.cli;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.Bid;
import io.spotcheck.resolution.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Tells of each bid of an auction who made it, what it offered, and what became of it. */
final class BidText {

    /** More rows than this nobody reads; the JSON has them all. */
    private static final int MOST_ROWS = 25;

    private final Ink ink;

    BidText(Ink ink) {
        this.ink = ink;
    }

    /** The lines about the bids, in the order of their ranking; empty when there was no auction. */
    List<String> lines(AdResponse response) {
        if (response.bids().isEmpty()) {
            return List.of();
        }
        List<Bid> shown = response.bids().stream().limit(MOST_ROWS).toList();
        int price = widest(shown, BidText::price);
        int seat = widest(shown, BidText::seat);
        int impression = widest(shown, Bid::impId);
        int deal = widest(shown, BidText::deal);
        var lines = new ArrayList<String>();
        lines.add(ink.bold(Messages.text("bids.heading")));
        shown.forEach(bid -> lines.add("  " + ink.mark(mark(bid)) + " "
                + " ".repeat(price - price(bid).length()) + price(bid) + "  " + padded(seat(bid), seat)
                + ink.dim(padded(bid.impId(), impression)) + padded(deal(bid), deal) + ink.dim(bid.reason())));
        if (response.bids().size() > MOST_ROWS) {
            lines.add("  " + ink.dim(Messages.text("bids.more", response.bids().size() - MOST_ROWS)));
        }
        return lines;
    }

    private static Status mark(Bid bid) {
        return switch (bid.outcome()) {
            case WON -> Status.OK;
            case LOST -> Status.SKIPPED;
            case REJECTED -> Status.ERROR;
        };
    }

    private static String price(Bid bid) {
        BigDecimal bare = bid.price().stripTrailingZeros();
        return (bare.scale() < 2 ? bare.setScale(2) : bare).toPlainString() + " " + bid.currency();
    }

    private static String seat(Bid bid) {
        return bid.seat().orElseGet(bid::bidder);
    }

    private static String deal(Bid bid) {
        return bid.dealId().orElse("");
    }

    private static int widest(List<Bid> bids, Function<Bid, String> column) {
        return bids.stream().map(column).mapToInt(String::length).max().orElse(0);
    }

    /** Two blanks part the columns; a column that nobody fills is not there. */
    private static String padded(String text, int width) {
        return width == 0 ? "" : text + " ".repeat(width - text.length() + 2);
    }
}
