package io.spotcheck.protocol.openrtb;

import io.spotcheck.transport.HttpTransport;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A scenario over real HTTP: a bidder on this machine, and the wire to it. */
abstract class BidderScenario {

    final HttpTransport http = new HttpTransport();
    Bidder bidder;

    @BeforeEach
    void start() throws IOException {
        bidder = new Bidder();
    }

    @AfterEach
    void stop() {
        http.close();
        bidder.close();
    }
}
