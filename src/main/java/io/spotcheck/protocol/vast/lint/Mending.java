package io.spotcheck.protocol.vast.lint;

import io.spotcheck.lint.Edit;
import io.spotcheck.lint.MarkupEdits;
import java.util.List;

/** How the fault of a finding is mended: asked only when somebody wants to, for it looks at the document again. */
@FunctionalInterface
interface Mending {

    /** The edits; none where the element is written in a way that leaves doubt. */
    List<Edit> edits(MarkupEdits element);
}
