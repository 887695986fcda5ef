package io.spotcheck.desktop.session;

import io.spotcheck.ad.AdError;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.orchestrator.ConfigurationException;
import io.spotcheck.orchestrator.Fetch;
import io.spotcheck.orchestrator.Freshness;
import io.spotcheck.orchestrator.Orchestrator;
import io.spotcheck.resolution.Node;
import io.spotcheck.resolution.NodeKind;
import io.spotcheck.resolution.Resolution;
import io.spotcheck.resolution.Status;
import io.spotcheck.resolution.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The resolution that a tab runs. It is started and called off on the JavaFX thread, runs on a virtual thread, and
 * tells what it found on the JavaFX thread again, once per frame. A start while another runs calls that one off.
 */
public final class RunningResolution implements LiveResolution {

    private final UiThread ui;
    private final Pulses pulses;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(this, "phase", Phase.IDLE);
    private final ReadOnlyObjectWrapper<Resolution> resolution =
            new ReadOnlyObjectWrapper<>(this, "resolution", Resolution.none());
    private final ReadOnlyObjectWrapper<Optional<AdResponse>> response =
            new ReadOnlyObjectWrapper<>(this, "response", Optional.empty());
    private final History history = new History();
    private Optional<Run> run = Optional.empty();
    private Optional<Orchestrator> orchestrator = Optional.empty();
    private Optional<AdRequest> request = Optional.empty();

    /** A resolution that has not begun. */
    public RunningResolution(UiThread ui, Pulses pulses) {
        this.ui = ui;
        this.pulses = pulses;
    }

    /** Makes the orchestrator that a resolution runs on; called on a thread that may block. */
    @FunctionalInterface
    public interface Opening {

        /**
         * Makes it.
         *
         * @throws ConfigurationException if that is not possible; its sentence is shown
         */
        Orchestrators.Ready open();
    }

    @Override
    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Resolution> resolutionProperty() {
        return resolution.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Optional<AdResponse>> responseProperty() {
        return response.getReadOnlyProperty();
    }

    @Override
    public Optional<AdRequest> request() {
        return request;
    }

    /** The answers so far. */
    public History history() {
        return history;
    }

    /** The orchestrator that gave the answer. */
    public Optional<Orchestrator> orchestrator() {
        ui.check();
        return orchestrator;
    }

    /** Begins to resolve; an answer from the cache is fine. */
    public void start(Opening opening) {
        start(opening, Freshness.CACHED_IS_FINE);
    }

    /** Begins to resolve, from the cache or not. */
    public void start(Opening opening, Freshness freshness) {
        ui.check();
        abandon();
        var next = new Run(opening, freshness);
        run = Optional.of(next);
        restart(Phase.RUNNING);
        next.begin();
    }

    /** Everything of the answer before is gone at once, so that no pane mixes two of them. */
    private void restart(Phase into) {
        response.set(Optional.empty());
        resolution.set(Resolution.none());
        phase.set(into);
    }

    /** Calls the resolution off; what was found so far stays. */
    public void cancel() {
        ui.check();
        run.ifPresent(Run::cancel);
    }

    /** Shows an answer that was there before, such as one from the cache. */
    public void show(AdResponse earlier, Optional<Orchestrator> from) {
        ui.check();
        abandon();
        restart(Phase.IDLE);
        orchestrator = from;
        finish(earlier);
    }

    /** Shows an answer of the history again. */
    public void recall(History.Entry entry) {
        ui.check();
        abandon();
        restart(Phase.IDLE);
        orchestrator = entry.orchestrator();
        request = entry.request();
        finish(entry.answer());
    }

    /** Calls off whatever runs, and tells nothing any more. */
    public void dispose() {
        ui.check();
        abandon();
    }

    private void abandon() {
        run.ifPresent(Run::abandon);
        run = Optional.empty();
        orchestrator = Optional.empty();
        request = Optional.empty();
    }

    private void finish(AdResponse answer) {
        resolution.set(answer.resolution());
        response.set(Optional.of(answer));
        phase.set(Phase.FINISHED);
    }

    /** One run, from its start to its answer. */
    private final class Run {

        private final Opening opening;
        private final Freshness freshness;
        private final GrowingTree tree = new GrowingTree();
        private final Thread thread;
        private Pulses.Beat beat = () -> { };

        private Run(Opening opening, Freshness freshness) {
            this.opening = opening;
            this.freshness = freshness;
            thread = Thread.ofVirtual().name("resolve").unstarted(this::work);
        }

        private void begin() {
            beat = pulses.begin(() -> tree.ifGrown().ifPresent(resolution::set));
            thread.start();
        }

        private void cancel() {
            thread.interrupt();
        }

        private void abandon() {
            beat.end();
            thread.interrupt();
        }

        private void work() {
            ui.checkNot();
            Optional<Orchestrators.Ready> opened = Optional.empty();
            Instant began = Instant.now();
            AdResponse answer;
            try {
                Orchestrators.Ready ready = opening.open();
                opened = Optional.of(ready);
                answer = await(ready.orchestrator().start(ready.request(), freshness, tree));
            } catch (ConfigurationException wrong) {
                answer = unanswered(ErrorCode.INVALID_REQUEST, wrong.getMessage());
            }
            AdResponse found = answer;
            Optional<Orchestrators.Ready> by = opened;
            ui.execute(() -> land(found, by, began));
        }

        private AdResponse await(Fetch fetch) {
            var answer = fetch.response();
            while (true) {
                try {
                    return answer.get();
                } catch (InterruptedException calledOff) {
                    // The fetch ends at once now, with what it has found.
                    fetch.cancel();
                } catch (ExecutionException fault) {
                    return unanswered(ErrorCode.INTERNAL, "The resolution failed: " + fault.getCause());
                }
            }
        }

        private void land(AdResponse answer, Optional<Orchestrators.Ready> by, Instant began) {
            ui.check();
            beat.end();
            if (run.filter(r -> r == this).isEmpty()) {
                return;
            }
            run = Optional.empty();
            orchestrator = by.map(Orchestrators.Ready::orchestrator);
            request = by.map(Orchestrators.Ready::request);
            history.add(began, answer, orchestrator, request);
            finish(answer);
        }

    }

    /** The answer when nothing was asked. */
    public static AdResponse unanswered(ErrorCode code, String sentence) {
        var root = new Node(0, NodeKind.REQUEST, "", Status.ERROR, Timing.zero(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.of(sentence), List.of(), Map.of(), List.of());
        return AdResponse.failed("", AdError.of(code, sentence, root.id()))
                .resolution(new Resolution(root, Instant.now(), Duration.ZERO))
                .build();
    }
}
