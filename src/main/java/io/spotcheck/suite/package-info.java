/**
 * Runs many profiles side by side and says which of them answer as expected:
 * {@link io.spotcheck.suite.SuiteRunner} starts a {@link io.spotcheck.suite.SuiteRun}, a
 * {@link io.spotcheck.suite.SuiteListener} hears its progress, {@link io.spotcheck.suite.SuiteResult} is what came of
 * it. Each profile has an orchestrator and a cache of its own, so that none changes another's answer; connections are
 * shared.
 */
@NullMarked
package io.spotcheck.suite;

import org.jspecify.annotations.NullMarked;
