package io.spotcheck.cli;

import io.spotcheck.ad.AdRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that make the request. */
final class RequestOptions {

    @Option(names = "--slot", paramLabel = "ID")
    private Optional<String> slot = Optional.empty();

    @Option(names = "--user", paramLabel = "ID")
    private Optional<String> user = Optional.empty();

    @Option(names = "-D", paramLabel = "name=value", mapFallbackValue = "")
    private Map<String, String> fields = new LinkedHashMap<>();

    /**
     * A request with what was given.
     *
     * @throws CommandFailure if a value makes no sense; it names the field
     */
    AdRequest applyTo(AdRequest request) {
        var all = new LinkedHashMap<String, String>();
        slot.ifPresent(id -> all.put("slotId", id));
        user.ifPresent(id -> all.put("userId", id));
        all.putAll(fields);
        return RequestFields.apply(request, all);
    }
}
