package io.spotcheck.ad;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A size on screen.
 *
 * @param width  in density-independent pixels
 * @param height in density-independent pixels
 */
public record Dimensions(int width, int height) {

    private static final Pattern FORM = Pattern.compile("\\s*(\\d{1,5})\\s*[xX×]\\s*(\\d{1,5})\\s*");

    /** Reads {@code 640x360}. */
    public static Optional<Dimensions> parse(String text) {
        var form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new Dimensions(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
