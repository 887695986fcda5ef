package io.spotcheck.suite;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.orchestrator.ConfigurationException;
import io.spotcheck.orchestrator.Orchestrator;
import io.spotcheck.transport.HttpTransport;
import io.spotcheck.transport.Transport;
import io.spotcheck.workspace.Profile;
import io.spotcheck.workspace.ProfileFile;
import io.spotcheck.workspace.Variables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/** Runs profiles side by side, each on a virtual thread of its own. */
public final class SuiteRunner {

    /** How many profiles run at the same time unless told otherwise. */
    public static final int DEFAULT_PARALLELISM = 8;

    private final int parallelism;
    private final Variables variables;

    /**
     * A runner.
     *
     * @param parallelism how many profiles run at the same time, at least 1
     * @param variables   the values for their variables
     */
    public SuiteRunner(int parallelism, Variables variables) {
        if (parallelism < 1) {
            throw new IllegalArgumentException("at least one profile runs at a time, not " + parallelism);
        }
        this.parallelism = parallelism;
        this.variables = variables;
    }

    /** Begins to run these profiles. A file that is broken does not stop the others. */
    public SuiteRun start(List<ProfileFile> profiles, SuiteListener listener) {
        var run = new Run(profiles, listener);
        return run.start();
    }

    /** One run. */
    private final class Run {

        private final List<ProfileFile> profiles;
        private final SuiteListener listener;
        private final Transport http = new HttpTransport();
        private final Semaphore places = new Semaphore(parallelism);
        private final ReentrantLock telling = new ReentrantLock();
        private final long started = System.nanoTime();
        private int done;

        private Run(List<ProfileFile> profiles, SuiteListener listener) {
            this.profiles = List.copyOf(profiles);
            this.listener = listener;
        }

        private SuiteRun start() {
            var results = new ArrayList<CompletableFuture<ProfileResult>>();
            var threads = new ArrayList<Thread>();
            for (ProfileFile file : profiles) {
                var result = new CompletableFuture<ProfileResult>();
                results.add(result);
                threads.add(Thread.ofVirtual().name("profile " + file.name()).unstarted(() -> {
                    try {
                        result.complete(runOne(file));
                    } catch (RuntimeException | Error fault) {
                        result.completeExceptionally(fault);
                    }
                }));
            }
            threads.forEach(Thread::start);
            CompletableFuture<SuiteResult> all = CompletableFuture
                    .allOf(results.toArray(CompletableFuture[]::new))
                    .whenComplete((nothing, fault) -> http.close())
                    .thenApply(nothing -> new SuiteResult(results.stream().map(CompletableFuture::join).toList(),
                            since(started)));
            return new SuiteRun(all, List.copyOf(threads));
        }

        private ProfileResult runOne(ProfileFile file) {
            try {
                places.acquire();
            } catch (InterruptedException calledOff) {
                return finished(ProfileResult.cancelled(file, Duration.ZERO, Optional.empty()));
            }
            try {
                tell(new SuiteEvent.ProfileStarted(file));
                return finished(switch (file.content()) {
                    case ProfileFile.Readable readable -> fetch(file, readable.profile());
                    case ProfileFile.Broken broken -> ProfileResult.broken(file, broken.error());
                });
            } finally {
                places.release();
            }
        }

        private ProfileResult fetch(ProfileFile file, Profile profile) {
            long began = System.nanoTime();
            try {
                Profile ready = variables.expand(profile);
                try (Orchestrator orchestrator = ready.config().toBuilder(file.folder(), http).build()) {
                    AdResponse response = orchestrator.fetchAd(ready.request());
                    // Only a run that was called off interrupts; a profile may well expect CANCELLED of its upstream.
                    boolean calledOff = Thread.interrupted()
                            && response.errorCode().filter(ErrorCode.CANCELLED::equals).isPresent();
                    return calledOff ? ProfileResult.cancelled(file, since(began), Optional.of(response))
                            : ProfileResult.of(file, response, ready.expectation().check(response), since(began));
                }
            } catch (ConfigurationException wrong) {
                return ProfileResult.broken(file, file.file().getFileName() + ": " + wrong.getMessage());
            }
        }

        private ProfileResult finished(ProfileResult result) {
            telling.lock();
            try {
                done++;
                listener.onEvent(new SuiteEvent.ProfileFinished(result, done, profiles.size()));
                return result;
            } finally {
                telling.unlock();
            }
        }

        private void tell(SuiteEvent event) {
            telling.lock();
            try {
                listener.onEvent(event);
            } finally {
                telling.unlock();
            }
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
