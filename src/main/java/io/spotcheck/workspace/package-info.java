/**
 * The files that a team shares: a {@link io.spotcheck.workspace.Workspace} is a folder of
 * {@link io.spotcheck.workspace.Profile profiles}, one YAML file each, and of environments with values for their
 * variables. Here is also what every face says alike: how an answer is written as JSON
 * ({@link io.spotcheck.workspace.ResultJson}) and when it is what a profile expects
 * ({@link io.spotcheck.workspace.Expectation}).
 *
 * <p>Profiles are plain records that Jackson reads strictly: a misspelt name is an error with its line and column. A
 * profile holds an {@link io.spotcheck.orchestrator.OrchestratorConfig} as it is, so every configuration of the
 * library is also a profile, and nothing is described twice.
 */
@NullMarked
package io.spotcheck.workspace;

import org.jspecify.annotations.NullMarked;
