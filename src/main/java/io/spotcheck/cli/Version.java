package io.spotcheck.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this build, as its manifest has it. */
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"spotcheck " + (version == null ? "(development build)" : version)};
    }
}
