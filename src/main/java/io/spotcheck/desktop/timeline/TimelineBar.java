package io.spotcheck.desktop.timeline;

import io.spotcheck.desktop.control.Columns;
import io.spotcheck.desktop.timeline.Schedule.Placed;
import io.spotcheck.desktop.wording.Mark;
import io.spotcheck.desktop.wording.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * The content as a bar, with a mark for each break above it and times below it. Marks that would cover each other stand
 * one above the other.
 */
final class TimelineBar extends Region {

    /** How many marks stand one above the other at most. */
    static final int MOST_LANES = 4;

    private static final Messages TEXTS = Messages.of(TimelineBar.class);
    private static final PseudoClass DUE = PseudoClass.getPseudoClass("due");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass LOOSE = PseudoClass.getPseudoClass("loose");
    private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");
    private static final double MARK = 18;
    private static final double SMALL_MARK = 8;
    private static final double LANE = 20;
    private static final double SMALL_LANE = 12;
    private static final double BAR = 8;
    private static final double STEM = 4;
    private static final double TIMES = 16;
    private static final double GAP = 8;
    private static final double[] TICKS = {0, 1, 0.5, 0.25, 0.75};

    private final Consumer<Placed> onChoice;
    private final Region content = region("timeline-content");
    private final Region played = region("timeline-played");
    private final Region needle = region("timeline-needle");
    private final Label playhead = new Label();
    private final List<Label> times = new ArrayList<>();
    private final List<Label> marks = new ArrayList<>();
    private final List<Region> stems = new ArrayList<>();
    private Schedule schedule = Schedule.none();

    /** A bar that tells which break was clicked. */
    TimelineBar(Consumer<Placed> onChoice) {
        this.onChoice = onChoice;
        getStyleClass().add("timeline-bar");
        setId("timeline");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(TEXTS.get("bar"));
        setOnMousePressed(_ -> requestFocus());
        for (double _ : TICKS) {
            var time = new Label();
            time.getStyleClass().addAll("small", "muted");
            times.add(time);
        }
        playhead.getStyleClass().addAll("small", "strong");
    }

    void show(Schedule shown) {
        schedule = shown;
        marks.clear();
        stems.clear();
        for (Placed placed : shown.marks()) {
            marks.add(mark(placed));
            stems.add(region("timeline-stem"));
        }
        boolean placed = shown.playhead().isPresent() && !shown.span().isZero();
        shown.playhead().ifPresent(at -> playhead.setText(TEXTS.get("playhead", BreakWords.clock(at))));
        playhead.setVisible(placed);
        needle.setVisible(placed);
        played.setVisible(placed);
        var all = new ArrayList<Node>(List.of(content, played));
        all.addAll(stems);
        all.addAll(times);
        all.addAll(List.of(playhead, needle));
        all.addAll(marks);
        getChildren().setAll(all);
        requestLayout();
    }

    void choose(Optional<Placed> chosen) {
        for (int i = 0; i < marks.size(); i++) {
            boolean isIt = chosen.equals(Optional.of(schedule.marks().get(i)));
            marks.get(i).pseudoClassStateChanged(CHOSEN, isIt);
            if (isIt) {
                marks.get(i).toFront();
            }
        }
        requestLayout();
        setAccessibleText(chosen.map(c -> BreakWords.describe(c, schedule)).orElse(TEXTS.get("bar")));
    }

    /**
     * Whether there are more marks than room for them when the bar is this wide. Those of breaks that are as they should
     * be are small then, and what is wrong stands out.
     */
    boolean isCrowded(double width) {
        return place(width, false).overflows();
    }

    /** For each break the lane above the bar in which its mark stands, from 0, when the bar is this wide. */
    int[] lanes(double width) {
        Places full = place(width, false);
        return full.overflows() ? place(width, true).lanes() : full.lanes();
    }

    private record Places(int[] lanes, boolean overflows) {
    }

    private static double size(Placed placed, boolean crowded) {
        return crowded && placed.mark() != Mark.ERROR && placed.mark() != Mark.WARNING ? SMALL_MARK : MARK;
    }

    private double laneHeight(boolean crowded) {
        return schedule.marks().stream().allMatch(m -> size(m, crowded) == SMALL_MARK) ? SMALL_LANE : LANE;
    }

    private Places place(double width, boolean crowded) {
        boolean overflows = false;
        double[] free = new double[MOST_LANES];
        Arrays.fill(free, Double.NEGATIVE_INFINITY);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < schedule.marks().size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> schedule.marks().get(i).at()));
        int[] lanes = new int[order.size()];
        for (int i : order) {
            double x = x(schedule.marks().get(i).at(), width);
            double half = size(schedule.marks().get(i), crowded) / 2;
            int lane = 0;
            while (lane < MOST_LANES - 1 && x - half < free[lane]) {
                lane++;
            }
            overflows |= x - half < free[lane];
            lanes[i] = lane;
            free[lane] = x + half;
        }
        return new Places(lanes, overflows);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double wide = width < 0 ? getWidth() : width;
        int highest = Arrays.stream(lanes(wide)).max().orElse(0) + 1;
        return snappedTopInset() + highest * laneHeight(isCrowded(wide)) + STEM + BAR + TIMES + 4 + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 320;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double top = getHeight() - snappedBottomInset() - TIMES - BAR - 2;
        double left = x(0, width);
        double right = x(1, width);
        content.resizeRelocate(left, top, right - left, BAR);
        schedule.playhead().ifPresent(at -> {
            double now = snapPositionX(x(schedule.at(at), width));
            played.resizeRelocate(left, top, now - left, BAR);
            needle.resizeRelocate(now - 1, top - 2, 2, BAR + 4);
        });
        int[] lanes = lanes(width);
        boolean crowded = isCrowded(width);
        double lane = laneHeight(crowded);
        for (int i = 0; i < lanes.length; i++) {
            boolean chosen = marks.get(i).getPseudoClassStates().contains(CHOSEN);
            double size = chosen ? MARK : size(schedule.marks().get(i), crowded);
            marks.get(i).pseudoClassStateChanged(SMALL, size == SMALL_MARK);
            double x = snapPositionX(x(schedule.marks().get(i).at(), width));
            double middle = snapPositionY(top - STEM - (lanes[i] + 0.5) * lane);
            marks.get(i).resizeRelocate(snapPositionX(x - size / 2), middle - size / 2, size, size);
            stems.get(i).resizeRelocate(x - 0.5, middle, 1, top - middle);
        }
        layTimes(width, top + BAR + 2);
    }

    /** The times, as many as there is room for; that of the playhead before all others. */
    private void layTimes(double width, double y) {
        var taken = new ArrayList<double[]>();
        if (playhead.isVisible()) {
            lay(playhead, schedule.playhead().map(schedule::at).orElse(0.0), width, y, taken);
        }
        for (int i = 0; i < TICKS.length; i++) {
            Label time = times.get(i);
            time.setText(textAt(TICKS[i]));
            lay(time, TICKS[i], width, y, taken);
        }
    }

    private static void lay(Label label, double at, double width, double y, List<double[]> taken) {
        double wide = label.prefWidth(-1);
        double x = Math.round(Math.clamp(x(at, width) - wide / 2, 0, Math.max(0, width - wide)));
        boolean free = !label.getText().isEmpty()
                && taken.stream().noneMatch(t -> x < t[1] + GAP && x + wide > t[0] - GAP);
        label.setVisible(free);
        if (free) {
            label.resizeRelocate(x, y, wide, TIMES);
            taken.add(new double[] {x, x + wide});
        }
    }

    private String textAt(double at) {
        if (schedule.length().isEmpty() && at == 1) {
            return TEXTS.get("end");
        }
        if (schedule.length().isEmpty() && at > 0) {
            return "";
        }
        return BreakWords.clock(Duration.ofMillis(Math.round(schedule.span().toMillis() * at)));
    }

    private Label mark(Placed placed) {
        var mark = new Label(placed.mark().shape());
        mark.getStyleClass().addAll("timeline-mark", placed.mark().styleClass());
        mark.pseudoClassStateChanged(DUE, placed.adBreak().due());
        mark.pseudoClassStateChanged(LOOSE, !placed.exact());
        mark.setTooltip(Columns.tooltip(BreakWords.describe(placed, schedule)));
        mark.setOnMouseClicked(_ -> onChoice.accept(placed));
        return mark;
    }

    /** A mark at either end keeps within the bar's room. */
    private static double x(double at, double width) {
        double side = MARK / 2 + 2;
        return side + at * Math.max(0, width - 2 * side);
    }

    private static Region region(String style) {
        var region = new Region();
        region.getStyleClass().add(style);
        region.setMouseTransparent(true);
        return region;
    }

    /** The shape of a mark and what it means, for the legend. */
    static List<Mark> kinds(Schedule schedule) {
        return Arrays.stream(Mark.values())
                .filter(mark -> schedule.marks().stream().anyMatch(m -> m.mark() == mark)).toList();
    }
}
