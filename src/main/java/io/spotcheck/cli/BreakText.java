package io.spotcheck.cli;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdBreak;
import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.Timecode;
import io.spotcheck.resolution.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tells of each break of a schedule when it comes, what it is for, and what is shown in it. */
final class BreakText {

    private final Ink ink;

    BreakText(Ink ink) {
        this.ink = ink;
    }

    /** A row of the table: the columns, and the mark before them. */
    private record Row(Status status, String time, String declared, String name, String types, String ads) {
    }

    /** The lines about all breaks; empty when the answer is no schedule. */
    List<String> lines(AdResponse response) {
        if (response.breaks().isEmpty()) {
            return List.of();
        }
        List<Row> rows = response.breaks().stream().map(this::row).toList();
        int time = widest(rows.stream().map(Row::time).toList());
        int declared = widest(rows.stream().map(Row::declared).toList());
        int name = widest(rows.stream().map(Row::name).toList());
        int types = widest(rows.stream().map(Row::types).toList());
        var lines = new ArrayList<String>();
        lines.add(ink.bold(Messages.text("breaks.heading")));
        rows.forEach(row -> lines.add("  " + ink.mark(row.status()) + " " + padded(row.time(), time)
                + ink.dim(padded(row.declared(), declared)) + padded(row.name(), name)
                + ink.dim(padded(row.types(), types)) + row.ads()));
        return lines;
    }

    private Row row(AdBreak one) {
        String time = one.offset().map(Timecode::of).orElse(one.timeOffset());
        Status status = one.error().isPresent() ? Status.ERROR : one.due() ? Status.OK : Status.SKIPPED;
        String declared = time.startsWith(one.timeOffset()) ? "" : one.timeOffset();
        return new Row(status, time, declared, one.breakId().orElse(""), String.join(",", one.breakTypes()),
                one.error().map(this::reason).orElseGet(() -> ads(one)));
    }

    private String ads(AdBreak one) {
        String titles = one.ads().stream().map(BreakText::title).collect(Collectors.joining(ink.dim(" · ")));
        return one.due() ? titles : titles + ink.dim("  " + Messages.text("breaks.undue"));
    }

    private String reason(AdError error) {
        String number = error.protocolCode().isPresent() ? " " + error.protocolCode().getAsInt() : "";
        return ink.bad(error.code() + number) + ink.dim(" · ") + error.message();
    }

    private static String title(Ad ad) {
        return ad.adTitle().or(ad::id).orElse(Messages.text("break.ad"));
    }

    private static int widest(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }

    /** Two blanks part the columns; a column that nobody fills is not there. */
    private static String padded(String text, int width) {
        return width == 0 ? "" : text + " ".repeat(width - text.length() + 2);
    }
}
