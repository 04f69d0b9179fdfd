package io.retort.boot.internal.scan;

import org.springframework.core.io.ResourceLoader;

/**
 * An entry of {@code retort.locations}.
 *
 * @param text a package such as {@code db.revisions}, or a folder such as {@code classpath:db/revisions}
 */
record Location(String text) {

    /** Returns whether this is a folder of SQL files rather than a package of classes. */
    boolean isFolder() {
        return text.indexOf(':') >= 0 || text.indexOf('/') >= 0;
    }

    /** Returns whether this is a single path of the class path. A folder without a prefix is one. */
    boolean isOnClassPath() {
        return !text.contains("*") && (text.indexOf(':') < 0 || text.startsWith(ResourceLoader.CLASSPATH_URL_PREFIX));
    }

    /** Returns the path without its prefix, separated by slashes, without one at either end. */
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

    /** Returns the extension of the files to read. */
    String ending() {
        return isFolder() ? ".sql" : ".class";
    }
}
