package io.spotcheck.desktop.resolution;

import static io.spotcheck.desktop.wording.Messages.text;

import io.spotcheck.desktop.wording.Amounts;
import io.spotcheck.orchestrator.Quantities;
import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.Status;
import io.spotcheck.resolution.Timing.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.layout.Region;

/** A node's bar in the waterfall: where its time lies in the whole, and what an exchange spent it on. */
final class Waterfall extends Region {

    private static final double HEIGHT = 8;
    private static final double THINNEST = 2;

    private final List<Bar> bars = new ArrayList<>();
    private double span = 1;

    Waterfall() {
        getStyleClass().add("waterfall");
    }

    /** Shows a node's time; nothing when it takes none of its own. */
    void show(Optional<Node> node) {
        bars.clear();
        node.filter(n -> ResolutionModel.timeOf(n).isPresent() || n.status() == Status.RUNNING)
                .ifPresent(this::collect);
        getChildren().setAll(bars.stream().map(Bar::picture).toList());
        requestLayout();
    }

    /** Sets the milliseconds of the whole width. */
    void span(double millis) {
        span = Math.max(1e-3, millis);
        requestLayout();
    }

    private void collect(Node node) {
        double start = millis(node.timing().start());
        if (node.status() == Status.RUNNING) {
            bars.add(new Bar(start, Double.POSITIVE_INFINITY, picture("running")));
        }
        Optional<Exchange> exchange = node.exchange();
        if (exchange.isEmpty()) {
            if (node.status() != Status.RUNNING) {
                bars.add(new Bar(start, start + millis(node.timing().duration()), picture("whole")));
            }
            return;
        }
        double from = millis(ResolutionModel.exchangeStart(node));
        bars.add(new Bar(from, from + millis(exchange.get().duration()), picture("whole")));
        for (Phase phase : exchange.get().phases()) {
            double begin = from + millis(phase.start());
            bars.add(new Bar(begin, begin + millis(phase.duration()),
                    picture(phase.step().name().toLowerCase(Locale.ROOT))));
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double top = Math.round((getHeight() - HEIGHT) / 2);
        for (Bar bar : bars) {
            double left = Math.min(width - THINNEST, bar.from / span * width);
            double right = Math.min(width, bar.to / span * width);
            bar.picture.resizeRelocate(left, top, Math.max(THINNEST, right - left), HEIGHT);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    /** What the bar says in words, a line for each step. */
    static String describe(Node node) {
        var lines = new ArrayList<String>();
        ResolutionModel.timeOf(node).ifPresent(time -> lines.add(text("resolution.time",
                Quantities.describe(time), Quantities.describe(ResolutionModel.exchangeStart(node)))));
        node.exchange().ifPresent(e -> e.phases().forEach(p -> lines.add(text("resolution.phase." + p.step()) + "  "
                + Amounts.milliseconds(p.duration()) + " ms")));
        return String.join("\n", lines);
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }

    private static Region picture(String kind) {
        var picture = new Region();
        picture.getStyleClass().addAll("bar", "bar-" + kind);
        return picture;
    }

    private record Bar(double from, double to, Region picture) {
    }
}
