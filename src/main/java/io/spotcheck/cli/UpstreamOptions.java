package io.spotcheck.cli;

import io.spotcheck.orchestrator.OrchestratorConfig.CacheConfig;
import io.spotcheck.orchestrator.OrchestratorConfig.PolicyConfig;
import io.spotcheck.orchestrator.OrchestratorConfig.UpstreamConfig;
import io.spotcheck.orchestrator.OrchestratorConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options about how the upstream is asked. */
final class UpstreamOptions {

    @Option(names = "--protocol", paramLabel = "vast|vmap|openrtb|custom")
    private Optional<String> protocol = Optional.empty();

    @Option(names = "--header", paramLabel = "'Name: value'")
    private List<String> headers = new ArrayList<>();

    @Option(names = "--timeout", paramLabel = "TIME")
    private Optional<Duration> timeout = Optional.empty();

    @Option(names = "--max-depth", paramLabel = "N")
    private Optional<Integer> maxDepth = Optional.empty();

    /**
     * A configuration with what was given.
     *
     * @throws CommandFailure if a value makes no sense
     */
    OrchestratorConfig applyTo(OrchestratorConfig config) {
        // One fetch and then the end: a cache could only be missed, unless the profile is about it.
        CacheConfig cache = config.cache().orElseGet(
                () -> new CacheConfig(Optional.of(false), Optional.empty(), Optional.empty()));
        return new OrchestratorConfig(protocol.or(config::protocol), withHeaders(config.upstream()),
                Optional.of(limits(config.policy().orElse(PolicyConfig.standard()))), Optional.of(cache),
                config.tracking(), config.options());
    }

    private PolicyConfig limits(PolicyConfig policy) {
        maxDepth.filter(depth -> depth < 1).ifPresent(depth -> {
            throw new CommandFailure(Messages.text("option.max-depth", depth));
        });
        timeout.filter(Duration::isZero).ifPresent(time -> {
            throw new CommandFailure(Messages.text("option.timeout"));
        });
        // Who waits longer for the whole waits longer for one document, too.
        return new PolicyConfig(timeout.or(policy::timeout), policy.hopTimeout().or(() -> timeout),
                maxDepth.or(policy::maxDepth), policy.maxRedirects(), policy.maxBodySize());
    }

    private UpstreamConfig withHeaders(UpstreamConfig upstream) {
        if (headers.isEmpty()) {
            return upstream;
        }
        var all = new LinkedHashMap<>(upstream.headers());
        for (String header : headers) {
            int colon = header.indexOf(':');
            if (colon < 1 || header.chars().anyMatch(c -> c < ' ')) {
                throw new CommandFailure(Messages.text("option.header", header));
            }
            String name = header.substring(0, colon).strip();
            all.keySet().removeIf(name::equalsIgnoreCase);
            all.put(name, header.substring(colon + 1).strip());
        }
        return upstream.withHeaders(all);
    }
}
