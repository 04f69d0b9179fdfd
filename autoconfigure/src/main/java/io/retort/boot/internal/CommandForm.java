package io.retort.boot.internal;

import io.retort.error.AdviceStyle;
import io.retort.error.AdviceStyle.Option;
import io.retort.internal.text.ShellWord;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.util.ClassUtils;

/** How the user runs commands of Retort on this application. */
public enum CommandForm {
    /** As Maven goals, where the application is developed: {@code mvn migrate:upgrade -Dtarget=heads}. */
    MAVEN {
        @Override
        String command(String name, List<Option> options) {
            return Stream.concat(
                            Stream.of("mvn migrate:" + name),
                            options.stream()
                                    .map(option -> option(new Option(
                                            option.isTarget() && name.equals("merge") ? "revisions" : option.name(),
                                            option.value(),
                                            option.quoted()))))
                    .collect(Collectors.joining(" "));
        }

        @Override
        String option(Option option) {
            return "-D" + parameter(option.name()) + (option.hasValue() ? "=" + word(option) : "");
        }

        @Override
        String target(String command, String target) {
            String word = word(new Option(AdviceStyle.TARGET, target, false));
            return switch (command) {
                case "history" -> "-Drange=:" + word;
                case "revision" -> "-Dhead=" + word;
                case "merge" -> "-Drevisions=" + word;
                default -> "-Dtarget=" + word;
            };
        }

        private static String word(Option option) {
            return isPlain(option) ? option.value() : ShellWord.quoted(option.value());
        }

        private static String parameter(String option) {
            String[] words = option.split("-");
            StringBuilder parameter = new StringBuilder(words[0]);
            for (int i = 1; i < words.length; i++) {
                parameter
                        .append(words[i].substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(words[i].substring(1));
            }
            return parameter.toString();
        }
    },
    /** With a variable, where the application is a jar: {@code RETORT_COMMAND="upgrade heads"}. */
    PACKAGED {
        @Override
        String command(String name, List<Option> options) {
            List<String> words = new ArrayList<>(List.of(name));
            options.stream()
                    .filter(Option::isTarget)
                    .map(option -> inShell(word(option)))
                    .forEach(words::add);
            options.stream()
                    .filter(option -> !option.isTarget())
                    .map(this::option)
                    .forEach(words::add);
            return "RETORT_COMMAND=\"" + String.join(" ", words) + '"';
        }

        @Override
        String option(Option option) {
            return inShell("--" + option.name() + (option.hasValue() ? "=" + word(option) : ""));
        }

        @Override
        String target(String command, String target) {
            String word = inShell(word(new Option(AdviceStyle.TARGET, target, false)));
            return switch (command) {
                case "history" -> "--range=:" + word;
                case "revision" -> "--head=" + word;
                default -> command + " " + word;
            };
        }

        /** The whole command line stands in double quotes of the shell, in which these signs have a meaning. */
        private static String inShell(String text) {
            return text.replaceAll("[\\\\\"$`]", "\\\\$0");
        }

        /** Quotes a value for the command line of Retort. */
        private static String word(Option option) {
            String text = option.value();
            if (isPlain(option)) {
                return text;
            }
            boolean needsEscapes =
                    text.chars().anyMatch(sign -> sign == '\'' || sign == '!' || Character.isISOControl(sign));
            return needsEscapes ? '"' + escaped(text) + '"' : "'" + text + "'";
        }

        /** An interactive shell replaces an exclamation mark even in quotes, and no backslash prevents it. */
        private static String escaped(String text) {
            StringBuilder escaped = new StringBuilder();
            for (char sign : text.toCharArray()) {
                if (sign == '!' || Character.isISOControl(sign)) {
                    escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) sign));
                } else {
                    escaped.append(sign == '\\' || sign == '"' ? "\\" : "").append(sign);
                }
            }
            return escaped.toString();
        }
    };

    private static final List<String> PACKED = List.of("/BOOT-INF/classes/", "/WEB-INF/classes/");

    /** A placeholder, alone or as the start of a range: {@code <from>:heads}. */
    private static final Pattern PLACEHOLDER = Pattern.compile("<[a-z ]+>(:(<[a-z ]+>|[\\p{L}\\p{Nd}_.,=+/%@-]*))?");

    /** A placeholder needs no quotes. */
    private static boolean isPlain(Option option) {
        String value = option.value();
        return !option.quoted()
                && (PLACEHOLDER.matcher(value).matches() || ShellWord.of(value).equals(value));
    }

    abstract String command(String name, List<Option> options);

    abstract String option(Option option);

    abstract String target(String command, String target);

    /** Returns how commands are run on an application that starts: as goals if its classes are in folders. */
    public static CommandForm of(BeanFactory beans) {
        try {
            return !AutoConfigurationPackages.has(beans)
                            || AutoConfigurationPackages.get(beans).stream().anyMatch(CommandForm::isInFolder)
                    ? MAVEN
                    : PACKAGED;
        } catch (BeansException closed) {
            return ofMainClass();
        }
    }

    /** After a failed start, beans that did not exist before cannot be created any more. */
    private static CommandForm ofMainClass() {
        File source = new ApplicationHome().getSource();
        return source != null && source.isFile() ? PACKAGED : MAVEN;
    }

    /**
     * Returns how the command of this process was run.
     *
     * @param main the application's main class, or null if it is unknown
     */
    public static CommandForm ofCommand(@Nullable Class<?> main) {
        boolean byGoal = System.getProperty("retort.command") != null || System.getenv("RETORT_COMMAND") == null;
        return byGoal && (main == null || isInFolder(main.getPackageName())) ? MAVEN : PACKAGED;
    }

    private static boolean isInFolder(String packageName) {
        ClassLoader loader = ClassUtils.getDefaultClassLoader();
        try {
            return loader == null
                    || Collections.list(loader.getResources(packageName.replace('.', '/'))).stream()
                            .anyMatch(CommandForm::isFolder);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean isFolder(URL url) {
        return url.getProtocol().equals("file") && PACKED.stream().noneMatch(url.getPath()::contains);
    }
}
