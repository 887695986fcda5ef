package io.spotcheck.ad;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a linear creative has beyond its media files.
 *
 * @param identity             what tells it from others
 * @param mezzanines           the raw files, never played
 * @param interactiveFiles     the files that make it interactive
 * @param captions             its captions
 * @param icons                the icons over it: of each program the one closest to the ad
 * @param clickThroughHop      the document whose click-through it is: 0 is the outermost
 * @param adParametersEncoded  whether its parameters are XML within XML
 */
public record LinearDetails(CreativeIdentity identity, List<MezzanineFile> mezzanines,
                            List<InteractiveFile> interactiveFiles, List<ClosedCaption> captions, List<Icon> icons,
                            OptionalInt clickThroughHop, boolean adParametersEncoded) {

    private static final LinearDetails NONE = new LinearDetails(CreativeIdentity.none(), List.of(), List.of(),
            List.of(), List.of(), OptionalInt.empty(), false);

    /** Copies the lists. */
    public LinearDetails {
        mezzanines = List.copyOf(mezzanines);
        interactiveFiles = List.copyOf(interactiveFiles);
        captions = List.copyOf(captions);
        icons = List.copyOf(icons);
    }

    /** Nothing more. */
    public static LinearDetails none() {
        return NONE;
    }
}
