package io.retort.boot.autoconfigure.scan;

import org.springframework.core.io.ResourceLoader;

/**
 * A place of {@code retort.locations}, as a person writes it.
 *
 * @param text a package such as {@code db.revisions}, or a folder such as {@code classpath:db/revisions}
 */
record Location(String text) {

    /** Whether it is a folder of SQL files; else it is a package of classes. */
    boolean isFolder() {
        return text.indexOf(':') >= 0 || text.indexOf('/') >= 0;
    }

    /** Whether it is one path of the class path; a folder without a prefix is. */
    boolean isOnClassPath() {
        return !text.contains("*") && (text.indexOf(':') < 0 || text.startsWith(ResourceLoader.CLASSPATH_URL_PREFIX));
    }

    /** The path without a prefix, with slashes, without one at either end. */
    String path() {
        if (!isFolder()) {
            return text.replace('.', '/');
        }
        int begin = text.indexOf(':') + 1;
        int end = text.length();
        while (begin < end && text.charAt(begin) == '/') {
            begin++;
        }
        while (end > begin && text.charAt(end - 1) == '/') {
            end--;
        }
        return text.substring(begin, end);
    }

    /** What is read there. */
    String ending() {
        return isFolder() ? ".sql" : ".class";
    }
}
