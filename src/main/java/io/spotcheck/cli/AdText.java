package io.spotcheck.cli;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.Creative;
import io.spotcheck.ad.MediaFile;
import io.spotcheck.ad.Resource;
import io.spotcheck.orchestrator.Quantities;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Tells of each ad what is shown: title, length, the chosen media file and why, companions. */
final class AdText {

    private final Ink ink;

    AdText(Ink ink) {
        this.ink = ink;
    }

    /** The lines about all ads. */
    List<String> lines(AdResponse response) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < response.ads().size(); i++) {
            Ad ad = response.ads().get(i);
            lines.add(ink.bold(Messages.text("ad.heading", i + 1)) + "  " + join(Stream.of(
                    ad.adTitle().or(ad::id).stream(), ad.advertiser().stream(), ad.adSystem().stream())
                    .flatMap(part -> part)));
            ad.creatives().forEach(creative -> lines.addAll(lines(creative)));
        }
        return lines;
    }

    private List<String> lines(Creative creative) {
        return switch (creative) {
            case Creative.Linear linear -> linear(linear);
            case Creative.NonLinear overlay -> resources("ad.overlay", size(overlay.width(), overlay.height()),
                    overlay.resources());
            case Creative.Companion companion -> resources("ad.companion",
                    size(companion.width(), companion.height()), companion.resources());
        };
    }

    private List<String> linear(Creative.Linear linear) {
        var lines = new ArrayList<String>();
        lines.add(named("ad.linear", join(Stream.of(linear.duration().map(Quantities::describe).stream(),
                linear.skipOffset().map(offset -> Messages.text("ad.skippable", offset)).stream(),
                Stream.of(Messages.text("ad.files", linear.mediaFiles().size()))).flatMap(part -> part))));
        linear.chosen().ifPresent(file -> {
            lines.add(named("ad.plays", describe(file)));
            lines.add(named("", file.url()));
            lines.add(named("", ink.dim(file.reason())));
        });
        return lines;
    }

    private List<String> resources(String name, String size, List<Resource> resources) {
        return resources.stream().map(resource -> named(name, join(Stream.concat(
                Stream.of(size).filter(text -> !text.isEmpty()),
                Stream.of(switch (resource.kind()) {
                    case STATIC -> resource.type().orElse("image") + "  " + resource.value();
                    case IFRAME -> "iframe  " + resource.value();
                    case HTML -> "html, " + resource.value().length() + " characters";
                }))))).toList();
    }

    private static String describe(MediaFile file) {
        return join(Stream.of(Stream.of(file.type()), Stream.of(size(file.width(), file.height())),
                file.bitrate().isPresent() ? Stream.of(file.bitrate().getAsInt() + " kbit/s") : Stream.<String>empty(),
                file.codec().stream(), file.apiFramework().stream()).flatMap(part -> part)
                .filter(text -> !text.isEmpty()));
    }

    private String named(String key, String text) {
        String name = key.isEmpty() ? "" : Messages.text(key);
        return "  " + ink.dim(name + " ".repeat(Math.max(1, 11 - name.length()))) + text;
    }

    private static String size(OptionalInt width, OptionalInt height) {
        return width.isPresent() && height.isPresent() ? width.getAsInt() + "×" + height.getAsInt() : "";
    }

    private static String join(Stream<String> parts) {
        return String.join(" · ", parts.toList());
    }
}
