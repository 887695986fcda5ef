package io.spotcheck.orchestrator;

import io.spotcheck.cache.MemoryCache;
import io.spotcheck.protocol.HandlerSettings;
import io.spotcheck.protocol.ProtocolHandlerProvider;
import io.spotcheck.protocol.ProtocolHandlers;
import io.spotcheck.protocol.vmap.TagHandlerProvider;
import io.spotcheck.resolution.Headers;
import io.spotcheck.tracking.RecordingTracker;
import io.spotcheck.transport.FileTransport;
import io.spotcheck.transport.HttpTransport;
import io.spotcheck.transport.MemoryTransport;
import io.spotcheck.transport.RoutingTransport;
import io.spotcheck.transport.Transport;
import io.spotcheck.upstream.Endpoint;
import io.spotcheck.upstream.UpstreamPolicy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an orchestrator is made from, as a file describes it. Every part may be left out; the record then holds its
 * default.
 *
 * @param protocol the protocol; when left out, VAST or VMAP, whatever comes
 * @param upstream whom to ask
 * @param policy   the limits
 * @param cache    what is kept
 * @param tracking what is done with beacons; they are fired when left out
 * @param options  what only one protocol understands, by name
 */
public record OrchestratorConfig(Optional<String> protocol, UpstreamConfig upstream, Optional<PolicyConfig> policy,
                                 Optional<CacheConfig> cache, Optional<TrackingMode> tracking,
                                 Map<String, Object> options) {

    /** The wires that an upstream can be asked over. */
    public enum UpstreamType {
        /** Over the network. */
        HTTP,
        /** From the configuration itself. */
        MEMORY,
        /** From files. */
        FILE
    }

    /** What is done with beacons. */
    public enum TrackingMode {
        /** They are only written down. */
        RECORD,
        /** They are sent. */
        FIRE
    }

    /**
     * One place to ask, and whom to ask when it does not serve.
     *
     * @param type      the wire, HTTP when left out
     * @param endpoint  the URL; the path of a file for {@link UpstreamType#FILE}; any URL for memory
     * @param headers   header fields that go with every request
     * @param document  the answer of a memory upstream to its endpoint
     * @param documents the answers of a memory upstream to further URLs
     * @param fallbacks whom to ask when this one does not serve, in order
     */
    public record UpstreamConfig(Optional<UpstreamType> type, String endpoint, Map<String, String> headers,
                                 Optional<String> document, Map<String, String> documents,
                                 List<UpstreamConfig> fallbacks) {

        /** Fills what was left out. */
        public UpstreamConfig {
            endpoint = endpoint == null ? "" : endpoint;
            headers = headers == null ? Map.of() : new LinkedHashMap<>(headers);
            documents = documents == null ? Map.of() : new LinkedHashMap<>(documents);
            fallbacks = fallbacks == null ? List.of() : List.copyOf(fallbacks);
        }

        /** An upstream on the network. */
        public static UpstreamConfig http(String endpoint) {
            return new UpstreamConfig(Optional.of(UpstreamType.HTTP), endpoint, Map.of(), Optional.empty(), Map.of(),
                    List.of());
        }

        /** An upstream that answers with this document. */
        public static UpstreamConfig memory(String endpoint, String document) {
            return new UpstreamConfig(Optional.of(UpstreamType.MEMORY), endpoint, Map.of(), Optional.of(document),
                    Map.of(), List.of());
        }

        /** An upstream that is a file. */
        public static UpstreamConfig file(String path) {
            return new UpstreamConfig(Optional.of(UpstreamType.FILE), path, Map.of(), Optional.empty(), Map.of(),
                    List.of());
        }

        /** Whether this upstream or one of its fallbacks is a file. */
        boolean readsFiles() {
            return type.filter(UpstreamType.FILE::equals).isPresent()
                    || fallbacks.stream().anyMatch(UpstreamConfig::readsFiles);
        }

        /** This upstream with other headers. */
        public UpstreamConfig withHeaders(Map<String, String> fields) {
            return new UpstreamConfig(type, endpoint, fields, document, documents, fallbacks);
        }
    }

    /**
     * The limits; each has a default.
     *
     * @param timeout      the time for the whole, 10 s
     * @param hopTimeout   the time for one document, 5 s
     * @param maxDepth     how many wrappers may stand above an ad, 5
     * @param maxRedirects how many redirects one document may take, 10
     * @param maxBodySize  the largest answer in bytes, 5 MiB; written {@code 5MiB}
     */
    public record PolicyConfig(Optional<Duration> timeout, Optional<Duration> hopTimeout, Optional<Integer> maxDepth,
                               Optional<Integer> maxRedirects, Optional<String> maxBodySize) {

        /** All defaults. */
        public static PolicyConfig standard() {
            return new PolicyConfig(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                    Optional.empty());
        }

        UpstreamPolicy toPolicy() {
            UpstreamPolicy policy = UpstreamPolicy.standard();
            return new UpstreamPolicy(hopTimeout.orElse(policy.hopTimeout()),
                    maxRedirects.orElse(policy.maxRedirects()),
                    maxBodySize.map(Quantities::parseSize).orElse(policy.maxBodyBytes()));
        }
    }

    /**
     * What is kept; each has a default.
     *
     * @param enabled    whether anything is: yes, but no when a file is among the upstreams, as files are edited
     * @param ttl        how long at most, 1 h
     * @param maxEntries how many answers, 1000
     */
    public record CacheConfig(Optional<Boolean> enabled, Optional<Duration> ttl, Optional<Long> maxEntries) {
    }

    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\t -~]*");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** How many wrappers may stand above an ad unless told otherwise. */
    public static final int DEFAULT_MAX_DEPTH = 5;

    /** Fills what was left out. */
    public OrchestratorConfig {
        upstream = upstream == null ? UpstreamConfig.http("") : upstream;
        options = options == null ? Map.of() : new LinkedHashMap<>(options);
    }

    /** A configuration of a protocol and an upstream, and defaults for everything else. */
    public static OrchestratorConfig of(String protocol, UpstreamConfig upstream) {
        return new OrchestratorConfig(Optional.of(protocol), upstream, Optional.empty(), Optional.empty(),
                Optional.empty(), Map.of());
    }

    /**
     * Reads a YAML or JSON file. Paths in it are relative to the file.
     *
     * @throws ConfigurationException if it cannot be read or is wrong; it says where
     */
    static Located read(Path file) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        return new Located(ConfigFormat.read(file, OrchestratorConfig.class), folder);
    }

    /** A configuration and the folder that its paths are relative to. */
    record Located(OrchestratorConfig config, Path folder) {

        Orchestrator open() {
            var http = new HttpTransport();
            return config.toBuilder(folder, http).onClose(http::close).build();
        }
    }

    /**
     * Begins an orchestrator as this configuration describes it. The caller may still set the cache, the tracker and
     * the listener, and closes the transport when it is done.
     *
     * @param folder what the paths of file upstreams are relative to
     * @param http   the wire for the network
     * @throws ConfigurationException if a value is wrong
     */
    public Orchestrator.Builder toBuilder(Path folder, Transport http) {
        ProtocolHandlerProvider provider = protocol.map(OrchestratorConfig::provider)
                .orElseGet(TagHandlerProvider::new);
        PolicyConfig limits = policy.orElse(PolicyConfig.standard());
        try {
            var endpoints = new ArrayList<Endpoint>();
            collect(upstream, folder, http, endpoints);
            var settings = new HandlerSettings(endpoints, limits.toPolicy(),
                    limits.maxDepth().orElse(DEFAULT_MAX_DEPTH), options);
            Orchestrator.Builder builder = Orchestrator.builder(provider.create(settings));
            limits.timeout().ifPresent(builder::timeout);
            // Reading a file again costs nothing, and whoever edits one wants to see the edit.
            builder.enableCaching(!upstream.readsFiles());
            cache.ifPresent(kept -> {
                kept.enabled().ifPresent(builder::enableCaching);
                kept.ttl().ifPresent(builder::cacheTtl);
                kept.maxEntries().ifPresent(max -> builder.cache(new MemoryCache(max)));
            });
            if (tracking.filter(TrackingMode.RECORD::equals).isPresent()) {
                builder.tracker(new RecordingTracker());
            }
            return builder;
        } catch (IllegalArgumentException wrong) {
            throw new ConfigurationException("The configuration is wrong: " + wrong.getMessage() + ".", wrong);
        }
    }

    private static ProtocolHandlerProvider provider(String name) {
        ProtocolHandlers handlers = ProtocolHandlers.load();
        return handlers.provider(name).orElseThrow(() -> new ConfigurationException(
                String.join(" ", Stream.concat(
                Stream.of("There is no protocol “" + name + "”; there is " + String.join(", ", handlers.names()) + "."),
                handlers.problems().stream()).toList())));
    }

    private static void collect(UpstreamConfig upstream, Path folder, Transport http, List<Endpoint> endpoints) {
        if (upstream.endpoint().isBlank()) {
            throw new ConfigurationException("An upstream needs an endpoint.");
        }
        endpoints.add(endpoint(upstream, folder, http));
        upstream.fallbacks().forEach(fallback -> collect(fallback, folder, http, endpoints));
    }

    private static Endpoint endpoint(UpstreamConfig upstream, Path folder, Transport http) {
        Headers headers = headers(upstream.headers());
        return switch (upstream.type().orElse(UpstreamType.HTTP)) {
            // A tag from the network never leads to this machine's files or to memory.
            case HTTP -> new Endpoint(new RoutingTransport(Map.of("http", http, "https", http)),
                    upstream.endpoint().strip(), headers);
            case FILE -> new Endpoint(
                    new RoutingTransport(Map.of("file", new FileTransport(), "http", http, "https", http)),
                    folder.resolve(upstream.endpoint().strip()).normalize().toUri().toString(), headers);
            case MEMORY -> {
                var documents = new LinkedHashMap<String, byte[]>();
                upstream.document().ifPresent(d -> documents.put(upstream.endpoint().strip(), bytes(d)));
                upstream.documents().forEach((url, d) -> documents.put(url, bytes(d)));
                yield new Endpoint(new MemoryOrNetwork(new MemoryTransport(documents), documents.keySet(), http),
                        upstream.endpoint().strip(), headers);
            }
        };
    }

    /** Header fields that can be sent: names without blanks, and values of visible ASCII, blanks and tabs. */
    private static Headers headers(Map<String, String> fields) {
        fields.forEach((name, value) -> {
            if (!HEADER_NAME.matcher(name).matches()) {
                throw new ConfigurationException("“" + name + "” is not the name of a header field.");
            }
            if (!HEADER_VALUE.matcher(value).matches()) {
                throw new ConfigurationException("The header field “" + name
                        + "” holds a character that cannot be sent; encode it, or leave it out.");
            }
        });
        return Headers.of(fields);
    }

    /** A document's bytes. Its text is decoded already: a byte order mark outdoes the encoding that it may declare. */
    private static byte[] bytes(String document) {
        boolean declares = document.stripLeading().startsWith("<?xml");
        return (declares ? BYTE_ORDER_MARK + document : document).getBytes(StandardCharsets.UTF_8);
    }
}
