package io.spotcheck.desktop.sample;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.desktop.session.LiveResolution;
import io.spotcheck.resolution.Resolution;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A resolution that a test moves on by hand. */
public final class FakeResolution implements LiveResolution {

    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.IDLE);
    private final ReadOnlyObjectWrapper<Resolution> resolution = new ReadOnlyObjectWrapper<>(Resolution.none());
    private final ReadOnlyObjectWrapper<Optional<AdResponse>> response =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<AdRequest> request = Optional.empty();

    /** The tree grew. */
    public void grow(Resolution now) {
        phase.set(Phase.RUNNING);
        resolution.set(now);
    }

    /** The answer to a request is there. */
    public void finish(AdRequest asked, AdResponse answer) {
        request = Optional.of(asked);
        finish(answer);
    }

    /** The answer is there. */
    public void finish(AdResponse answer) {
        resolution.set(answer.resolution());
        response.set(Optional.of(answer));
        phase.set(Phase.FINISHED);
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
}
