package hep.aurum.format.yoda;

/**
 * Quote and unquote the values of annotations, which are YAML scalars.
 *
 * <p>Lists, maps and blocks of lines ({@code {stat: {dn: -1, up: 1}}}) are left as they are written.
 */
final class YodaText {

    private static final String INDICATORS = "\"'&*!|>%@`#{}[],?:-~";

    private YodaText() {}

    static String decoded(String yaml) {
        String text = yaml.strip();
        if (text.isEmpty() || text.equals("~")) {
            return "";
        }
        if (isQuoted(text)) {
            String inner = unquoted(text);
            return isStructure(inner) ? text : inner;
        }
        return text;
    }

    static String encoded(String value) {
        if (value.isEmpty()) {
            return "\"\"";
        }
        if (isStructure(value) || isQuoted(value) && isStructure(unquoted(value))) {
            return value;
        }
        return needsQuotes(value) ? quoted(value) : value;
    }

    private static boolean isStructure(String value) {
        return value.startsWith("{") && value.endsWith("}")
                || value.startsWith("[") && value.endsWith("]")
                || (value.startsWith("|") || value.startsWith(">")) && value.contains("\n ");
    }

    private static boolean isQuoted(String text) {
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        return text.length() >= 2 && (first == '"' || first == '\'') && text.charAt(text.length() - 1) == first;
    }

    private static String unquoted(String text) {
        String inner = text.substring(1, text.length() - 1);
        if (text.charAt(0) == '\'') {
            return inner.replace("''", "'");
        }
        StringBuilder out = new StringBuilder(inner.length());
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == '\\' && i + 1 < inner.length()) {
                c = switch (inner.charAt(++i)) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case 'r' -> '\r';
                    default -> inner.charAt(i);
                };
            }
            out.append(c);
        }
        return out.toString();
    }

    private static boolean needsQuotes(String value) {
        return INDICATORS.indexOf(value.charAt(0)) >= 0
                || !value.equals(value.strip())
                || value.endsWith(":")
                || value.contains(": ")
                || value.contains(" #")
                || value.chars().anyMatch(c -> c < ' ');
    }

    private static String quoted(String value) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> out.append(c < ' ' ? '\uFFFD' : c);
            }
        }
        return out.append('"').toString();
    }
}
