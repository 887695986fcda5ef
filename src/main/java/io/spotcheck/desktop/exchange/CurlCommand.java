package io.spotcheck.desktop.exchange;

import io.spotcheck.resolution.Exchange;
import io.spotcheck.resolution.Headers;
import java.nio.charset.StandardCharsets;

/** A request as a command for curl, quoted for a POSIX shell, so that a colleague can repeat it anywhere. */
final class CurlCommand {

    private CurlCommand() {
    }

    static String of(Exchange.Request request) {
        var command = new StringBuilder("curl ");
        if (!request.method().equals("GET")) {
            command.append("-X ").append(quoted(request.method())).append(' ');
        }
        command.append(quoted(request.url()));
        for (Headers.Header header : request.headers().entries()) {
            command.append(" \\\n  -H ").append(quoted(header.name() + ": " + header.value()));
        }
        if (request.body().size() > 0) {
            command.append(" \\\n  --data-binary ").append(quoted(request.body().text(StandardCharsets.UTF_8)));
        }
        return command.append(" \\\n  --compressed").toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
