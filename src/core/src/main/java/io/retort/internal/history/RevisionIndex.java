package io.retort.internal.history;

import io.retort.error.RetortException;
import io.retort.internal.text.EscapedText;
import io.retort.migration.Phase;
import io.retort.revision.AdoptionMark;
import io.retort.revision.ReplacedRevision;
import io.retort.revision.RevisionInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The index of revisions of one jar, written when it is packaged, so that a start need not open each file.
 *
 * <p>It is a text file. The first line is the format, the second the digest, then there is one line per file with
 * fields separated by tabs. Files that are no revisions are listed with path and checksum only. An index is up to date
 * if it lists exactly the existing files.
 *
 * @param digest the summary; null if the index has no summary
 * @param entries one entry per file, sorted by path
 */
public record RevisionIndex(@Nullable IndexDigest digest, List<Entry> entries) {

    /** The path of the index in a jar. */
    public static final String LOCATION = "META-INF/retort/revisions";

    private static final String FORMAT = "retort-revisions 5";
    private static final int FIRST_REMARK = 13;

    public RevisionIndex {
        entries = List.copyOf(entries);
    }

    /**
     * A file.
     *
     * @param path the path in the jar
     * @param checksum the CRC-32, as in the jar
     * @param info the metadata of the revision; its location is the class or path; null if the file is no revision
     * @param phase when the revision runs
     */
    public record Entry(
            String path, long checksum, @Nullable RevisionInfo info, Phase phase) {

        /** Creates an entry for a file that is no revision. */
        public Entry(String path, long checksum) {
            this(path, checksum, null, Phase.START);
        }
    }

    /** Returns the files in a folder and its subfolders. */
    public List<Entry> in(String folder) {
        List<Entry> found = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.path().startsWith(folder)) {
                found.add(entry);
            }
        }
        return found;
    }

    /**
     * Returns whether the index lists exactly these files of a folder.
     *
     * @param folder the folder
     * @param checksums the CRC-32 of each file in the folder and its subfolders, by path
     */
    public boolean isFresh(String folder, Map<String, Long> checksums) {
        List<Entry> known = in(folder);
        if (known.size() != checksums.size()) {
            return false;
        }
        for (Entry entry : known) {
            Long checksum = checksums.get(entry.path());
            if (checksum == null || checksum != entry.checksum()) {
                return false;
            }
        }
        return true;
    }

    /** Returns the index as text. */
    public String text() {
        String head = FORMAT + "\n" + (digest == null ? "" : digest.line()) + "\n";
        return entries.stream().map(RevisionIndex::line).collect(Collectors.joining("\n", head, "\n"));
    }

    /**
     * Parses an index.
     *
     * @throws RetortException if the text is not an index, or has another version
     */
    public static RevisionIndex parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 2 || !lines.get(0).equals(FORMAT)) {
            throw unreadable("it does not begin with \"" + FORMAT + "\"");
        }
        List<Entry> entries = new ArrayList<>();
        for (String line : lines.subList(2, lines.size())) {
            entries.add(entry(line));
        }
        return new RevisionIndex(digest(text), entries);
    }

    /**
     * Parses only the digest of an index.
     *
     * @return the digest; null if the index has no digest, or if the text is not an index
     */
    public static @Nullable IndexDigest digest(String text) {
        int begin = FORMAT.length() + 1;
        int end = text.startsWith(FORMAT + "\n") ? text.indexOf('\n', begin) : -1;
        return end <= begin ? null : IndexDigest.parse(text.substring(begin, end));
    }

    private static String line(Entry entry) {
        List<String> fields = new ArrayList<>(List.of(entry.path(), Long.toHexString(entry.checksum())));
        RevisionInfo info = entry.info();
        if (info != null) {
            fields.addAll(List.of(
                    info.location(),
                    info.id(),
                    String.join(",", info.parents()),
                    String.join(",", info.dependsOn()),
                    String.join(",", info.labels()),
                    Boolean.toString(info.transactional()),
                    entry.phase().name(),
                    time(info.created()),
                    info.message(),
                    info.adopts() == null ? "" : info.adopts().text(),
                    info.replaces().stream().map(ReplacedRevision::text).collect(Collectors.joining(" "))));
            fields.addAll(info.remarks());
        }
        return fields.stream().map(EscapedText::of).collect(Collectors.joining("\t"));
    }

    private static Entry entry(String line) {
        String[] fields = line.split("\t", -1);
        try {
            long checksum = Long.parseLong(fields[1], 16);
            if (fields.length == 2) {
                return new Entry(EscapedText.plain(fields[0]), checksum);
            }
            RevisionInfo info = new RevisionInfo(
                    fields[3],
                    list(fields[4]),
                    list(fields[5]),
                    list(fields[6]),
                    EscapedText.plain(fields[10]),
                    time(fields[9]),
                    Boolean.parseBoolean(fields[7]),
                    EscapedText.plain(fields[2]),
                    Arrays.stream(fields)
                            .skip(FIRST_REMARK)
                            .map(EscapedText::plain)
                            .toList(),
                    AdoptionMark.parse(EscapedText.plain(fields[11]), fields[2]),
                    fields[12].isEmpty()
                            ? List.of()
                            : ReplacedRevision.parse(List.of(EscapedText.plain(fields[12])), fields[2]));
            return new Entry(EscapedText.plain(fields[0]), checksum, info, Phase.valueOf(fields[8]));
        } catch (RuntimeException broken) {
            throw unreadable("its line \"" + line + "\" is not an entry");
        }
    }

    private static List<String> list(String field) {
        if (field.indexOf(',') < 0) {
            return field.isEmpty() ? List.of() : List.of(field);
        }
        return Arrays.stream(field.split(",")).filter(item -> !item.isEmpty()).toList();
    }

    /** Seconds and nanoseconds since 1970, because parsing a thousand dates takes longer than everything else. */
    private static String time(@Nullable Instant created) {
        return created == null ? "" : created.getEpochSecond() + "." + created.getNano();
    }

    private static @Nullable Instant time(String field) {
        int point = field.indexOf('.');
        return field.isEmpty()
                ? null
                : Instant.ofEpochSecond(
                        Long.parseLong(field.substring(0, point)), Long.parseLong(field.substring(point + 1)));
    }

    private static RetortException unreadable(String why) {
        return new RetortException(
                "The index of revisions in " + LOCATION + " cannot be read: " + why + ".",
                "Package the application again, or remove the index: Retort then scans for revisions.");
    }
}
