package io.spotcheck.protocol.openrtb.data;

import io.spotcheck.protocol.SpecificationData;
import java.util.Map;
import java.util.Optional;

/**
 * The lists of codes that exchange and bidders tell each other (OpenRTB 3.0, lists No-Bid Reason Codes and Loss Reason
 * Codes). Immutable; read once from {@code lists.yaml}.
 */
public final class CodeLists {

    private static final int FIRST_OF_EXCHANGE = 500;

    private final Map<Integer, String> noBid;
    private final Map<Integer, String> loss;

    private CodeLists(Document document) {
        noBid = Map.copyOf(document.noBid);
        loss = Map.copyOf(document.loss);
    }

    private record Document(Map<Integer, String> noBid, Map<Integer, String> loss) {
    }

    /** Reading waits until somebody asks. */
    private static final class Standard {

        private static final CodeLists INSTANCE = new CodeLists(SpecificationData.read("openrtb", "lists.yaml", Document.class));
    }

    /** The lists of the specification. */
    public static CodeLists standard() {
        return Standard.INSTANCE;
    }

    /** What a bidder means by a no-bid reason code, also for codes of the exchange's own and unknown ones. */
    public String noBid(int code) {
        return Optional.ofNullable(noBid.get(code))
                .orElse(code >= FIRST_OF_EXCHANGE ? "a reason of the exchange's own" : "a code that no list has");
    }

    /** What a loss reason code means. */
    public Optional<String> loss(int code) {
        return Optional.ofNullable(loss.get(code));
    }
}
