package io.spotcheck.protocol.vast.document;

import static io.spotcheck.protocol.vast.document.ElementSearch.attribute;
import static io.spotcheck.protocol.vast.document.ElementSearch.children;
import static io.spotcheck.protocol.vast.document.ElementSearch.flag;
import static io.spotcheck.protocol.vast.document.ElementSearch.value;

import io.spotcheck.ad.ClosedCaption;
import io.spotcheck.ad.InteractiveFile;
import io.spotcheck.ad.MediaFileDetails;
import io.spotcheck.ad.MezzanineFile;
import io.spotcheck.xml.XmlElement;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads what a {@code MediaFiles} element holds (VAST 4.3 §3.9). */
final class MediaReader {

    private static final Pattern BYTES = Pattern.compile("\\d{1,18}");

    private MediaReader() {
    }

    static List<VastMediaFile> mediaFiles(XmlElement linear) {
        return children(linear, "MediaFiles", "MediaFile").stream().map(MediaReader::mediaFile).toList();
    }

    static List<MezzanineFile> mezzanines(XmlElement linear) {
        return children(linear, "MediaFiles", "Mezzanine").stream().map(file -> new MezzanineFile(file.text(),
                value(file, "type"), VastTime.number(attribute(file, "width")),
                VastTime.number(attribute(file, "height")), value(file, "delivery"), value(file, "codec"))).toList();
    }

    static List<InteractiveFile> interactiveFiles(XmlElement linear) {
        return children(linear, "MediaFiles", "InteractiveCreativeFile").stream().filter(file -> !file.text().isEmpty())
                .map(file -> new InteractiveFile(file.text(), value(file, "type"), value(file, "apiFramework"),
                        flag(file, "variableDuration").orElse(false))).toList();
    }

    static List<ClosedCaption> captions(XmlElement linear) {
        return children(linear, "MediaFiles", "ClosedCaptionFiles").stream()
                .flatMap(files -> children(files, "ClosedCaptionFile").stream()).filter(file -> !file.text().isEmpty())
                .map(file -> new ClosedCaption(file.text(), value(file, "type"), value(file, "language"))).toList();
    }

    private static VastMediaFile mediaFile(XmlElement file) {
        OptionalInt bitrate = VastTime.number(attribute(file, "bitrate"));
        OptionalInt least = VastTime.number(attribute(file, "minBitrate"));
        OptionalInt most = VastTime.number(attribute(file, "maxBitrate"));
        if (bitrate.isEmpty()) {
            bitrate = least.isPresent() && most.isPresent()
                    ? OptionalInt.of((least.getAsInt() + most.getAsInt()) / 2) : most.isPresent() ? most : least;
        }
        // Files of VAST 1.0 put the URL one level deeper; some servers still do.
        String url = file.text().isEmpty() ? ElementSearch.childText(file, "URL").orElse("") : file.text();
        var details = new MediaFileDetails(value(file, "id"), least, most, flag(file, "scalable"),
                flag(file, "maintainAspectRatio"), bytes(file), value(file, "mediaType"));
        return new VastMediaFile(url, value(file, "type").orElse(""), bitrate,
                VastTime.number(attribute(file, "width")), VastTime.number(attribute(file, "height")),
                value(file, "delivery"), value(file, "codec"), value(file, "apiFramework"), details, file);
    }

    private static OptionalLong bytes(XmlElement file) {
        return value(file, "fileSize").filter(size -> BYTES.matcher(size).matches())
                .map(size -> OptionalLong.of(Long.parseLong(size))).orElse(OptionalLong.empty());
    }
}
