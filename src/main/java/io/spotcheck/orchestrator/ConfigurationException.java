package io.spotcheck.orchestrator;

/** A configuration that cannot be read or is wrong. The message is one sentence that says what and where. */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** An exception with this sentence. */
    public ConfigurationException(String message) {
        super(message);
    }

    /** An exception with this sentence and what led to it. */
    public ConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
