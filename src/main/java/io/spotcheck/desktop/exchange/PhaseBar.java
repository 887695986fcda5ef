package io.spotcheck.desktop.exchange;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import io.spotcheck.resolution.Timing.Phase;
import io.spotcheck.resolution.Timing.Step;
import java.util.ArrayList;
import javafx.scene.layout.Region;

/** The times of one step of an exchange, drawn where they lie within the whole. */
final class PhaseBar extends Region {

    private static final double HEIGHT = 8;
    private static final double THINNEST = 2;

    private final double total;
    private final List<Phase> phases;
    private final List<Region> bars = new ArrayList<>();

    /** The bars of these phases in an exchange that took this long. */
    PhaseBar(List<Phase> phases, Duration total) {
        this.phases = phases;
        this.total = Math.max(1, total.toNanos());
        getStyleClass().add("phase-bar");
        for (Phase phase : phases) {
            var bar = new Region();
            bar.getStyleClass().addAll("phase", styleClass(phase.step()));
            bars.add(bar);
        }
        getChildren().setAll(bars);
    }

    /** The style class that colours a step. */
    static String styleClass(Step step) {
        return step.name().toLowerCase(Locale.ROOT);
    }

    @Override
    protected void layoutChildren() {
        double top = Math.round((getHeight() - HEIGHT) / 2);
        for (int i = 0; i < bars.size(); i++) {
            Phase phase = phases.get(i);
            double width = Math.max(THINNEST, phase.duration().toNanos() / total * getWidth());
            double left = Math.min(getWidth() - width, phase.start().toNanos() / total * getWidth());
            bars.get(i).resizeRelocate(Math.max(0, left), top, Math.min(width, getWidth()), HEIGHT);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT * 2;
    }
}
