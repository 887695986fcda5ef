package io.spotcheck.sandbox;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for HTTP/1.1 on one address; each connection has a virtual thread of its own. The JDK's own server refuses
 * request targets that {@link java.net.URI} refuses, such as those with an unfilled <code>${MACRO}</code>; ad servers
 * take them, and so does this.
 */
final class HttpListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpListener.class);

    /** How long the connection that is just being taken is waited for. */
    private static final Duration LAST_CONNECTION = Duration.ofSeconds(1);

    private final ServerSocket socket;
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("sandbox-", 0).factory());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    /** A thread of the platform, because a port is only free once a virtual one has noticed that it was closed. */
    private volatile Optional<Thread> accepting = Optional.empty();

    /** Answers requests. */
    @FunctionalInterface
    interface Handler {
        /** Answers one request; what it throws ends the connection. */
        void handle(HttpVisit visit) throws IOException, InterruptedException;
    }

    /** Listens at an address, of which a port of 0 takes any free one; nothing is answered before {@link #start}. */
    HttpListener(InetSocketAddress address, int waitingConnections) throws IOException {
        socket = new ServerSocket();
        try {
            socket.bind(address, waitingConnections);
        } catch (IOException taken) {
            socket.close();
            throw taken;
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    void start(Handler handler) {
        accepting = Optional.of(Thread.ofPlatform().daemon().name("sandbox-accept").start(() -> accept(handler)));
    }

    private void accept(Handler handler) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                open.add(client);
                threads.execute(() -> serve(client, handler));
            } catch (IOException | RejectedExecutionException failure) {
                if (!socket.isClosed()) {
                    LOG.warn("The sandbox could not take a connection", failure);
                }
            }
        }
        closeConnections();
    }

    private void serve(Socket client, Handler handler) {
        try (client) {
            client.setTcpNoDelay(true);
            converse(new BufferedInputStream(client.getInputStream()),
                    new BufferedOutputStream(client.getOutputStream()), handler);
        } catch (IOException gone) {
            // The client went away, or the sandbox closes. Nobody is left to be told.
            LOG.debug("A connection ended: {}", gone.toString());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private static void converse(InputStream in, OutputStream out, Handler handler)
            throws IOException, InterruptedException {
        try {
            boolean more = true;
            while (more) {
                Optional<RequestHead> head = RequestHead.read(in);
                if (head.isEmpty()) {
                    return;
                }
                var visit = new HttpVisit(head.get(), in, out);
                handler.handle(visit);
                more = visit.finish();
            }
        } catch (MalformedRequestException wrong) {
            byte[] sentence = wrong.getMessage().getBytes(StandardCharsets.UTF_8);
            out.write(("HTTP/1.1 400 \r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: "
                    + sentence.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(sentence);
            out.flush();
        }
    }

    private void closeConnections() {
        open.forEach(client -> {
            try {
                client.close();
            } catch (IOException closed) {
                LOG.debug("A connection would not close: {}", closed.toString());
            }
        });
    }

    /** Stops at once: open connections are cut, and the port is free again. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            LOG.debug("The port would not close: {}", failure.toString());
        }
        closeConnections();
        threads.shutdownNow();
        accepting.ifPresent(HttpListener::await);
    }

    private static void await(Thread accepting) {
        try {
            if (!accepting.join(LAST_CONNECTION)) {
                LOG.debug("The port may be taken a moment longer");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
