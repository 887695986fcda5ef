package io.spotcheck.ad;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A part of an ad that is shown. */
public sealed interface Creative {

    /** The creative's own identifier. */
    Optional<String> id();

    /** Where a click leads, before macros. */
    Optional<String> clickThrough();

    /** Its node in the resolution tree. */
    int nodeId();

    /** The name in results: {@code linear}, {@code nonlinear} or {@code companion}. */
    String kind();

    /**
     * Video or audio in the content's place.
     *
     * @param id           the creative's own identifier
     * @param duration     how long it plays
     * @param skipOffset   when it can be skipped, as declared: {@code hh:mm:ss[.mmm]} or {@code n%}
     * @param mediaFiles   the renditions, in the document's order
     * @param clickThrough where a click leads, before macros
     * @param adParameters data for the creative, as declared
     * @param details      what it has beyond its media files
     * @param nodeId       its node in the resolution tree
     */
    record Linear(Optional<String> id, Optional<Duration> duration, Optional<String> skipOffset,
                  List<MediaFile> mediaFiles, Optional<String> clickThrough, Optional<String> adParameters,
                  LinearDetails details, int nodeId) implements Creative {

        /** A linear creative that has no more. */
        public Linear(Optional<String> id, Optional<Duration> duration, Optional<String> skipOffset,
                      List<MediaFile> mediaFiles, Optional<String> clickThrough, Optional<String> adParameters,
                      int nodeId) {
            this(id, duration, skipOffset, mediaFiles, clickThrough, adParameters, LinearDetails.none(), nodeId);
        }

        /** Copies the list. */
        public Linear {
            mediaFiles = List.copyOf(mediaFiles);
        }

        /** The rendition to play. */
        public Optional<MediaFile> chosen() {
            return mediaFiles.stream().filter(MediaFile::chosen).findFirst();
        }

        @Override
        public String kind() {
            return "linear";
        }
    }

    /**
     * An overlay over the content.
     *
     * @param id                   the creative's own identifier
     * @param width                in pixels
     * @param height               in pixels
     * @param minSuggestedDuration the shortest time it should be shown
     * @param resources            what it shows
     * @param clickThrough         where a click leads, before macros
     * @param apiFramework         the API that it needs
     * @param details              what else it declares
     * @param nodeId               its node in the resolution tree
     */
    record NonLinear(Optional<String> id, OptionalInt width, OptionalInt height,
                     Optional<Duration> minSuggestedDuration, List<Resource> resources,
                     Optional<String> clickThrough, Optional<String> apiFramework, NonLinearDetails details,
                     int nodeId) implements Creative {

        /** An overlay that declares no more. */
        public NonLinear(Optional<String> id, OptionalInt width, OptionalInt height,
                         Optional<Duration> minSuggestedDuration, List<Resource> resources,
                         Optional<String> clickThrough, Optional<String> apiFramework, int nodeId) {
            this(id, width, height, minSuggestedDuration, resources, clickThrough, apiFramework,
                    NonLinearDetails.none(), nodeId);
        }

        /** Copies the list. */
        public NonLinear {
            resources = List.copyOf(resources);
        }

        @Override
        public String kind() {
            return "nonlinear";
        }
    }

    /**
     * Something shown beside the player.
     *
     * @param id           the companion's own identifier
     * @param width        in pixels
     * @param height       in pixels
     * @param adSlotId     the slot on the page that it is for
     * @param resources    what it shows
     * @param clickThrough where a click leads, before macros
     * @param altText      the text that stands for it
     * @param details      what else it declares
     * @param nodeId       its node in the resolution tree
     */
    record Companion(Optional<String> id, OptionalInt width, OptionalInt height, Optional<String> adSlotId,
                     List<Resource> resources, Optional<String> clickThrough, Optional<String> altText,
                     CompanionDetails details, int nodeId) implements Creative {

        /** A companion that declares no more. */
        public Companion(Optional<String> id, OptionalInt width, OptionalInt height, Optional<String> adSlotId,
                         List<Resource> resources, Optional<String> clickThrough, Optional<String> altText,
                         int nodeId) {
            this(id, width, height, adSlotId, resources, clickThrough, altText, CompanionDetails.none(), nodeId);
        }

        /** Copies the list. */
        public Companion {
            resources = List.copyOf(resources);
        }

        @Override
        public String kind() {
            return "companion";
        }
    }
}
