package io.spotcheck.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running sandbox: an ad server on {@code 127.0.0.1} that serves the samples of an assets directory and records the
 * beacons it receives.
 *
 * <p>Each request has a virtual thread of its own. The server keeps its latest 10,000 beacons. It is safe to use from
 * any thread.
 */
public final class SandboxServer implements AutoCloseable {
    private static final int KEPT_BEACONS = 10_000;
    private static final int WAITING_CONNECTIONS = 512;

    private final HttpListener server;
    private final HttpFront front;
    private final CountDownLatch closing;
    private final URI baseUrl;
    private final SampleIndex index;
    private final BeaconLog beacons;

    private SandboxServer(HttpListener server, Path assets, SampleIndex index) {
        this.server = server;
        this.index = index;
        this.baseUrl = URI.create("http://127.0.0.1:" + server.port());
        this.closing = new CountDownLatch(1);
        this.beacons = new BeaconLog(KEPT_BEACONS);
        JsonMapper json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .build();
        front = new HttpFront(routes(assets, json), json);
    }

    /**
     * Starts a sandbox.
     *
     * @param assets the directory with {@code tags/index.yaml} and {@code creatives}
     * @param port   the port to listen on, from 0 to 65535; 0 takes any free one
     * @throws SandboxException if the assets are not there or cannot be understood, or the port is taken
     */
    public static SandboxServer start(Path assets, int port) throws SandboxException {
        if (port < 0 || port > 65_535) {
            throw new SandboxException("A port is a number from 0 to 65535, not " + port + ".");
        }
        SampleIndex index = SampleIndex.read(assets);
        if (!Files.isDirectory(assets.resolve("creatives"))) {
            throw new SandboxException("The sandbox has no creatives to serve: there is no folder creatives in "
                    + assets.toAbsolutePath() + ".");
        }
        SandboxServer sandbox = new SandboxServer(bound(port), assets, index);
        sandbox.server.start(sandbox.front);
        return sandbox;
    }

    private static HttpListener bound(int port) throws SandboxException {
        try {
            InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
            return new HttpListener(new InetSocketAddress(loopback, port), WAITING_CONNECTIONS);
        } catch (BindException taken) {
            throw new SandboxException(
                    "The sandbox cannot listen on port " + port + ": it is taken or not allowed. "
                            + "Port 0 takes any free one.",
                    taken);
        } catch (IOException failure) {
            throw new SandboxException("The sandbox cannot listen on port " + port + ": " + failure.getMessage(),
                    failure);
        }
    }

    private RouteTable routes(Path assets, JsonMapper json) {
        var templates = new TagTemplates(assets.resolve("tags"), baseUrl);
        var creatives = new Creatives(assets.resolve("creatives"));
        var routes = new RouteTable()
                .at("/", new ListingRoute(index, creatives, baseUrl, json))
                .at("/beacons", new BeaconListRoute(beacons, json))
                .below("/beacon", new BeaconRoute(beacons, InstantSource.system()))
                .below("/creatives", new CreativeRoute(creatives));
        for (Sample sample : index.samples()) {
            sample.template().ifPresent(template -> {
                var tag = new TagRoute(templates, template);
                routes.at(sample.path(), tag).at(sample.path() + ".xml", tag);
            });
        }
        for (Behaviour behaviour : index.behaviours()) {
            routes.below(behaviour.route(), switch (behaviour) {
                case Behaviour.Delay delay -> new DelayRoute(delay, templates, closing);
                case Behaviour.Status _ -> new StatusRoute();
                case Behaviour.Redirect redirect -> new RedirectRoute(redirect, baseUrl);
                case Behaviour.Chain chain -> new ChainRoute(chain, templates);
                case Behaviour.Oversize oversize -> new OversizeRoute(oversize, templates);
                case Behaviour.House house -> new HouseRoute(house, templates, json);
                case Behaviour.Bidders bidders -> new BidderRoute(bidders, templates, json, baseUrl, closing);
            });
        }
        return routes;
    }

    /** Returns where it listens, such as {@code http://127.0.0.1:8711}, without a slash at the end. */
    public URI baseUrl() {
        return baseUrl;
    }

    /** Returns what it offers to try, in the order of the index. */
    public List<Sample> samples() {
        return index.samples();
    }

    /** Returns the latest 10,000 beacons, oldest first, as they are now. */
    public List<ReceivedBeacon> beacons() {
        return beacons.all();
    }

    /** Forgets the beacons received so far. */
    public void clearBeacons() {
        beacons.clear();
    }

    /**
     * Tells a listener of every beacon from now on, until the subscription is closed.
     *
     * @param listener called once for each beacon when it is recorded, on the thread that answers it: several at a
     *                 time, and the sender waits for it
     */
    public BeaconSubscription onBeacon(Consumer<ReceivedBeacon> listener) {
        return beacons.onBeacon(listener);
    }

    /** Stops at once: open connections are cut, answers that still wait are dropped. A second call does nothing. */
    @Override
    public void close() {
        closing.countDown();
        server.close();
    }
}
