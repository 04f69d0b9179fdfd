package io.retort.maven.fork;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The user's class data archives. Each belongs to one JDK and one list of jars; a changed jar has another archive.
 *
 * @param folder the folder of the archives, which need not exist
 */
public record ClassDataCache(Path folder) {

    private static final int LENGTH = 20;

    /**
     * Returns the cache in the folder for such files in the user's home directory.
     *
     * @param environment the environment variables; never null
     * @param home the user's home directory; never null
     */
    public static ClassDataCache ofUser(Map<String, String> environment, Path home) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path caches = home.resolve(".cache");
        if (system.contains("win")) {
            caches = Path.of(environment.getOrDefault("LOCALAPPDATA", caches.toString()));
        } else if (system.contains("mac")) {
            caches = home.resolve("Library/Caches");
        } else if (!environment.getOrDefault("XDG_CACHE_HOME", "").isBlank()) {
            caches = Path.of(environment.get("XDG_CACHE_HOME"));
        }
        return new ClassDataCache(caches.resolve("retort").resolve("class-data"));
    }

    /**
     * Chooses the way in which the application's JVM is started.
     *
     * @param java the Java executable; never null
     * @param classPath the whole class path of the application; never null
     * @param recordable whether the command loads the classes that most commands need, so that it can be recorded
     */
    public Launch launch(Path java, List<Path> classPath, boolean recordable) {
        return launch(java, LauncherClassPath.of(classPath), recordable);
    }

    Launch launch(Path java, LauncherClassPath classPath, boolean recordable) {
        Launch plain = new Launch.Plain(classPath.original());
        try {
            return classPath.isPossible() && Jdk.of(java).canShareClasses()
                    ? archive(java, classPath.jars())
                            .choose(classPath, recordable)
                            .orElse(plain)
                    : plain;
        } catch (IOException unusable) {
            return plain;
        }
    }

    private ClassDataArchive archive(Path java, List<Path> jars) throws IOException {
        MessageDigest digest = sha256();
        update(digest, java.toRealPath() + Jdk.of(java).release());
        for (Path jar : jars) {
            BasicFileAttributes file = Files.readAttributes(jar, BasicFileAttributes.class);
            update(digest, jar.toAbsolutePath() + "|" + file.size() + "|" + file.lastModifiedTime());
        }
        String key = HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
        return new ClassDataArchive(folder, key, java);
    }

    private static void update(MessageDigest digest, String text) {
        digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
