package io.spotcheck;

/** The program's one entry point. */
public final class Main {
    private Main() {
    }

    /**
     * Prints the version.
     *
     * @param args what the user typed after the program's name
     */
    public static void main(String[] args) {
        String version = Main.class.getPackage().getImplementationVersion();
        System.out.println("spotcheck " + (version == null ? "(unpackaged)" : version));
    }
}
