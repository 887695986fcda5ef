package io.spotcheck.sandbox;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Lists what the sandbox serves, with absolute addresses. */
record ListingRoute(SampleIndex index, Creatives creatives, URI baseUrl, JsonMapper json) implements Route {
    private record Listing(
            URI baseUrl,
            List<ListedSample> samples,
            List<Behaviour> behaviours,
            List<ListedCreative> creatives,
            String sendBeaconsBelow,
            String receivedBeacons) {
    }

    private record ListedSample(
            String url,
            String title,
            String description,
            Sample.Kind kind,
            String protocol,
            Optional<String> version,
            String outcome,
            Optional<Sample.Answer> answer) {
    }

    private record ListedCreative(String url, String type, long bytes) {
    }

    @Override
    public Reply answer(Request request) throws IOException {
        List<ListedCreative> listed = new ArrayList<>();
        for (Path file : creatives.all()) {
            String name = file.getFileName().toString();
            listed.add(new ListedCreative(
                    baseUrl + "/creatives/" + name, ContentType.ofFile(name).header(), Files.size(file)));
        }
        return Reply.of(200, ContentType.JSON, json.writeValueAsBytes(new Listing(
                baseUrl,
                index.samples().stream().map(this::listed).toList(),
                index.behaviours(),
                listed,
                baseUrl + "/beacon/",
                baseUrl + "/beacons")));
    }

    private ListedSample listed(Sample sample) {
        return new ListedSample(
                baseUrl + sample.path(),
                sample.title(),
                sample.description(),
                sample.kind(),
                sample.protocol(),
                sample.version(),
                sample.outcome(),
                sample.answer());
    }
}
