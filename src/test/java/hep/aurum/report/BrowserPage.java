package hep.aurum.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/** Look at one page as a reader does, and note what it asks for and what goes wrong. */
public final class BrowserPage {

    /** Modifier of a key or a wheel: control. */
    public static final int CONTROL = 2;

    private static final Set<String> SEVERE = Set.of("error", "assert", "warning");

    private final Chromium browser;
    private final String session;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<String> loaded = new CompletableFuture<>();

    BrowserPage(Chromium browser, String session) {
        this.browser = browser;
        this.session = session;
        browser.onEvent(this::hear);
        for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
            call(domain + ".enable", Map.of());
        }
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        return browser.call(session, method, parameters);
    }

    private void hear(JsonNode event) {
        if (!event.path("sessionId").asString("").equals(session)) {
            return;
        }
        JsonNode parameters = event.get("params");
        switch (event.get("method").stringValue()) {
            case "Page.loadEventFired" -> loaded.complete("loaded");
            case "Network.requestWillBeSent" ->
                requests.add(parameters.get("request").get("url").stringValue());
            case "Runtime.exceptionThrown" -> problems.add(parameters.toString());
            case "Runtime.consoleAPICalled" -> {
                if (SEVERE.contains(parameters.get("type").stringValue())) {
                    problems.add(parameters.toString());
                }
            }
            case "Log.entryAdded" -> problems.add(parameters.toString());
            default -> {
                // Not of interest.
            }
        }
    }

    /** Open a file and wait until it is loaded. */
    public BrowserPage open(Path file) {
        requests.clear();
        problems.clear();
        loaded = new CompletableFuture<>();
        call("Page.navigate", Map.of("url", file.toUri().toString()));
        Chromium.await(loaded, "loading " + file);
        return this;
    }

    /** Return the addresses that were asked for. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Return exceptions, errors and warnings of the console, violations of the policy. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** Set the size of the window in CSS pixels. */
    public BrowserPage size(int width, int height) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    /** Prefer {@code light} or {@code dark}. */
    public BrowserPage scheme(String scheme) {
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return this;
    }

    /** Evaluate an expression in the page. */
    public JsonNode evaluate(String expression) {
        JsonNode reply =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (reply.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + reply.get("exceptionDetails"));
        }
        return reply.get("result").path("value");
    }

    /** Move the mouse to a point of the window. */
    public void mouse(String type, double x, double y, Map<String, ?> more) {
        Map<String, Object> parameters = new LinkedHashMap<>(Map.of("type", type, "x", x, "y", y));
        parameters.putAll(more);
        call("Input.dispatchMouseEvent", parameters);
    }

    /** Press and release the left button. */
    public void click(double x, double y, int count) {
        Map<String, ?> button = Map.of("button", "left", "clickCount", count);
        mouse("mousePressed", x, y, button);
        mouse("mouseReleased", x, y, button);
    }

    /** Press and release a key by its name. */
    public void key(String key) {
        String text = key.length() == 1 ? key : key.equals("Enter") ? "\r" : "";
        Map<String, Object> down = new LinkedHashMap<>(Map.of("type", "keyDown", "key", key, "code", key));
        if (!text.isEmpty()) {
            down.put("text", text);
        }
        call("Input.dispatchKeyEvent", down);
        call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "code", key));
    }

    /** Save what the page looks like from top to end. */
    public void screenshot(Path file) {
        JsonNode picture = call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        try {
            Files.write(file, Base64.getDecoder().decode(picture.get("data").stringValue()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
