package io.retort.error;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Advice for a program that calls Retort itself. */
final class LibraryStyle implements AdviceStyle {

    @Override
    public String command(String name, List<Option> options) {
        return options.isEmpty()
                ? name
                : name + options.stream().map(option -> " " + option(option)).collect(Collectors.joining());
    }

    @Override
    public String option(Option option) {
        if (option.isTarget()) {
            return option.value();
        }
        String value = option.quoted() ? "\"" + option.value() + "\"" : option.value();
        return "--" + option.name() + (option.hasValue() ? "=" + value : "");
    }

    @Override
    public String target(String target) {
        return target;
    }

    @Override
    public String setting(String name, String value) {
        return value.isEmpty() ? name : name + "=" + value;
    }

    @Override
    public String dataSource(List<Login> properties, boolean first) {
        List<String> names = properties.stream().map(LibraryStyle::name).toList();
        int last = names.size() - 1;
        String listed =
                last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
        return article(first) + listed + " of the data source";
    }

    @Override
    public String inSentence(String kind, String typed, boolean first) {
        return article(first) + kind + " `" + typed + "`";
    }

    private static String article(boolean first) {
        return first ? "The " : "the ";
    }

    private static String name(Login property) {
        return property == Login.URL ? "URL" : property.name().toLowerCase(Locale.ROOT);
    }
}
