package io.spotcheck.cli;

import io.spotcheck.suite.SuiteEvent;
import io.spotcheck.suite.SuiteListener;
import java.io.PrintWriter;

/** Shows on stderr how far a run is: in one line that changes, or in a line for each profile. */
final class SuiteProgress implements SuiteListener {

    private final PrintWriter err;
    private final LiveLine line;
    private final OutputOptions output;

    SuiteProgress(PrintWriter err, LiveLine line, OutputOptions output) {
        this.err = err;
        this.line = line;
        this.output = output;
    }

    @Override
    public void onEvent(SuiteEvent event) {
        if (event instanceof SuiteEvent.ProfileFinished finished) {
            String where = Messages.text("run.progress", finished.done(), finished.total(),
                    finished.result().file().name());
            if (line.isShown()) {
                line.show(where);
            } else if (!output.quiet()) {
                err.println(where + "  " + Messages.text("outcome." + finished.result().outcome().wireName()));
            }
        }
    }
}
