package io.spotcheck.protocol.vast;

import io.spotcheck.ad.AdDetails;
import io.spotcheck.ad.AdType;
import io.spotcheck.ad.Category;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.ad.MezzanineFile;
import io.spotcheck.protocol.vast.document.VastAd;
import io.spotcheck.protocol.vast.document.VastCreative;
import io.spotcheck.protocol.vast.document.VastMediaFile;
import io.spotcheck.resolution.Finding;
import io.spotcheck.resolution.Location;
import io.spotcheck.resolution.Severity;
import io.spotcheck.xml.XmlElement;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Holds an ad against the terms of the request and against the categories that the wrappers above it block
 * (VAST 4.3 §2.3.6 and §3.19.2).
 */
final class Screening {

    private final Terms terms;

    Screening(Terms terms) {
        this.terms = terms;
    }

    /** The first reason for which the ad is not wanted, whatever it shows. */
    Optional<Refusal> refuse(VastAd.InLine inLine, Trail trail) {
        AdDetails details = inLine.definition().details();
        Location place = inLine.definition().element().location();
        AdType type = type(inLine);
        if (terms.adType().filter(wanted -> wanted != type).isPresent()) {
            return unsupported(VastCode.TYPE_NOT_EXPECTED, "An ad for " + terms.adType().get().wireName()
                    + " was asked for, and this is one for " + type.wireName() + ".", place);
        }
        if (details.conditional() && !terms.conditionalAds()) {
            return unsupported(VastCode.CONDITIONAL_AD,
                    "The ad is conditional: it may turn out to be none, and such ads are not accepted.", place);
        }
        return category(inLine, trail).or(() -> linearity(inLine)).or(() -> linears(inLine).stream()
                .map(this::linear).flatMap(Optional::stream).findFirst());
    }

    /** What an ad is made for: what it says, else what all of its files are (before VAST 4.1, no ad could say it). */
    static AdType type(VastAd.InLine inLine) {
        boolean silent = inLine.definition().element().attributes().stream()
                .noneMatch(attribute -> attribute.name().equalsIgnoreCase("adType"));
        List<VastMediaFile> files = linears(inLine).stream().flatMap(l -> l.mediaFiles().stream()).toList();
        return silent && !files.isEmpty() && files.stream().allMatch(f -> f.type().startsWith("audio/"))
                ? AdType.AUDIO : inLine.definition().details().type();
    }

    /** What makes it doubtful whether the ad is wanted (VAST 4.3 §3.4.5). */
    Optional<Finding> doubt(VastAd.InLine inLine, Trail trail) {
        boolean blocks = !terms.blocked().isEmpty() || !trail.blockedCategories().isEmpty();
        return blocks && inLine.definition().details().categories().isEmpty()
                ? Optional.of(Finding.of("VAST-CATEGORY-ABSENT", Severity.INFO,
                "Categories are blocked, and the ad does not say what it is about.")
                .at(inLine.definition().element().location()).by("VAST 4.3 §3.4.5")) : Optional.empty();
    }

    private Optional<Refusal> category(VastAd.InLine inLine, Trail trail) {
        List<Category> own = inLine.definition().details().categories();
        Location place = inLine.definition().element().location();
        if (own.isEmpty() && terms.categoryRequired()) {
            return none(VastCode.CATEGORY_MISSING, "The ad must say what it is about, and has no Category.", place);
        }
        for (Category category : own) {
            Optional<Trail.WrapperHop> blocking = trail.wrappers().stream().filter(above -> above.wrapper()
                    .definition().details().blocked().stream().anyMatch(b -> b.matches(category))).findFirst();
            if (blocking.isPresent()) {
                return none(VastCode.CATEGORY_BLOCKED, "The ad is about " + category + ", which the wrapper "
                        + blocking.get().label() + " blocks.", place);
            }
            if (terms.blocked().stream().anyMatch(b -> b.matches(category))) {
                return none(VastCode.CATEGORY_BLOCKED, "The ad is about " + category
                        + ", which the request blocks.", place);
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> linearity(VastAd.InLine inLine) {
        if (terms.linearity().isEmpty()) {
            return Optional.empty();
        }
        boolean linear = !linears(inLine).isEmpty();
        boolean overlay = inLine.definition().creatives().stream().anyMatch(VastCreative.NonLinear.class::isInstance);
        boolean wantsLinear = terms.linearity().get().equals("linear");
        return (wantsLinear ? linear : overlay) || !linear && !overlay ? Optional.empty()
                : unsupported(VastCode.LINEARITY_NOT_EXPECTED, wantsLinear
                ? "A linear ad was asked for, and this is an overlay."
                : "An overlay was asked for, and this is a linear ad.", inLine.definition().element().location());
    }

    private Optional<Refusal> linear(VastCreative.Linear linear) {
        XmlElement element = linear.element();
        if (linear.skipOffset().isPresent() && !terms.skippable()) {
            return unsupported(VastCode.TYPE_NOT_EXPECTED,
                    "The ad can be skipped, and an ad that cannot was asked for.", element.location());
        }
        return duration(linear).or(() -> mezzanine(linear)).or(() -> size(linear));
    }

    private Optional<Refusal> duration(VastCreative.Linear linear) {
        if (linear.duration().isEmpty()) {
            return Optional.empty();
        }
        Duration length = linear.duration().get();
        Optional<String> wanted = terms.exact().filter(exact -> !exact.equals(length)).map(Screening::seconds)
                .or(() -> terms.shortest().filter(least -> length.compareTo(least) < 0)
                        .map(least -> "at least " + seconds(least)))
                .or(() -> terms.longest().filter(most -> length.compareTo(most) > 0)
                        .map(most -> "at most " + seconds(most)));
        return wanted.flatMap(w -> unsupported(VastCode.DURATION_NOT_EXPECTED, "The ad lasts " + seconds(length)
                + ", and " + w + " was asked for.", linear.element().location()));
    }

    private Optional<Refusal> mezzanine(VastCreative.Linear linear) {
        if (!terms.mezzanineRequired()) {
            return Optional.empty();
        }
        List<MezzanineFile> files = linear.details().mezzanines();
        if (files.isEmpty()) {
            return none(VastCode.MEZZANINE_MISSING, "A mezzanine file is needed, and the ad has none.",
                    linear.element().location());
        }
        return files.stream().anyMatch(Screening::canBeUsed) ? Optional.empty() : none(VastCode.MEZZANINE_UNFIT,
                "The mezzanine file lacks a URL, a type or a size.", linear.element().location());
    }

    private static boolean canBeUsed(MezzanineFile file) {
        boolean sound = file.type().filter(type -> type.startsWith("audio/")).isPresent();
        return !file.url().isEmpty() && file.type().isPresent()
                && (sound || file.width().orElse(0) > 0 && file.height().orElse(0) > 0);
    }

    private Optional<Refusal> size(VastCreative.Linear linear) {
        if (terms.size().isEmpty() || linear.mediaFiles().isEmpty()) {
            return Optional.empty();
        }
        boolean found = linear.mediaFiles().stream().anyMatch(file ->
                file.width().orElse(0) == terms.size().get().width()
                        && file.height().orElse(0) == terms.size().get().height());
        return found ? Optional.empty() : unsupported(VastCode.SIZE_NOT_EXPECTED, "No media file has the size "
                + terms.size().get() + " that was asked for.", linear.element().location());
    }

    private static List<VastCreative.Linear> linears(VastAd.InLine inLine) {
        return inLine.definition().creatives().stream().filter(VastCreative.Linear.class::isInstance)
                .map(VastCreative.Linear.class::cast).toList();
    }

    private static Optional<Refusal> unsupported(int code, String message, Location place) {
        return Optional.of(new Refusal(code, ErrorCode.UNSUPPORTED, message, place));
    }

    private static Optional<Refusal> none(int code, String message, Location place) {
        return Optional.of(new Refusal(code, ErrorCode.NO_AD, message, place));
    }

    /** A length as in {@code 30 s}. */
    static String seconds(Duration length) {
        return BigDecimal.valueOf(length.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}
