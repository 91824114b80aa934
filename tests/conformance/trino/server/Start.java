/** Starts Trino's own server, as its distribution does. */
public class Start {
    public static void main(String[] arguments) {
        new io.trino.server.Server().start("411");
    }
}
