package io.spotcheck.ad;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An icon over a linear creative (VAST 4.3 §3.11).
 *
 * @param program        whose icon it is, such as {@code AdChoices}
 * @param width          in pixels
 * @param height         in pixels
 * @param xPosition      pixels from the left, {@code left} or {@code right}, as declared
 * @param yPosition      pixels from the top, {@code top} or {@code bottom}, as declared
 * @param offset         how long after the creative's start it appears
 * @param duration       how long it stays
 * @param apiFramework   the API that it needs
 * @param pixelRatio     the ratio of pixels on the device for which it is made, as declared
 * @param altText        the text that stands for it
 * @param hoverText      the text that appears over it
 * @param resources      what it shows
 * @param clickThrough   where a click leads
 * @param fallbackImages what a click shows where no page can be shown
 * @param hop            the document that declares it: 0 is the outermost
 */
public record Icon(Optional<String> program, OptionalInt width, OptionalInt height, Optional<String> xPosition,
                   Optional<String> yPosition, Optional<Duration> offset, Optional<Duration> duration,
                   Optional<String> apiFramework, Optional<String> pixelRatio, Optional<String> altText,
                   Optional<String> hoverText, List<Resource> resources, Optional<String> clickThrough,
                   List<FallbackImage> fallbackImages, int hop) {

    /**
     * A picture that a click on the icon shows (VAST 4.3 §3.11.6.1).
     *
     * @param width    in pixels
     * @param height   in pixels
     * @param altText  the text that stands for it
     * @param resource the picture
     */
    public record FallbackImage(OptionalInt width, OptionalInt height, Optional<String> altText,
                                Optional<Resource> resource) {
    }

    /** Copies the lists. */
    public Icon {
        resources = List.copyOf(resources);
        fallbackImages = List.copyOf(fallbackImages);
    }

    /** The same, declared by another document. */
    public Icon atHop(int number) {
        return new Icon(program, width, height, xPosition, yPosition, offset, duration, apiFramework, pixelRatio,
                altText, hoverText, resources, clickThrough, fallbackImages, number);
    }
}
