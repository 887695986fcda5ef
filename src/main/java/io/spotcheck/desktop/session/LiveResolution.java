package io.spotcheck.desktop.session;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.resolution.Resolution;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;

/** The resolution of a tab, while it grows and when it is done. Properties change on the JavaFX thread. */
public interface LiveResolution {

    /** How far the resolution is. */
    enum Phase {
        /** Nothing was asked yet. */
        IDLE,
        /** Hops are arriving. */
        RUNNING,
        /** The answer is there. */
        FINISHED
    }

    /** How far it is. */
    ReadOnlyObjectProperty<Phase> phaseProperty();

    /** The tree as it is now, replaced at most once per pulse while it grows; {@link Resolution#none} when idle. */
    ReadOnlyObjectProperty<Resolution> resolutionProperty();

    /** The answer, once it is there. */
    ReadOnlyObjectProperty<Optional<AdResponse>> responseProperty();

    /** The request that the answer is to, all variables filled; empty when nobody knows it any more. */
    Optional<AdRequest> request();
}
