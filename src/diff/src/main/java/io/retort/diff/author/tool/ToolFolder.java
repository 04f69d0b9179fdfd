package io.retort.diff.author.tool;

import io.retort.error.Advice;
import io.retort.error.RetortException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The files of a tool in a project.
 *
 * @param project the project folder
 * @param encoding the encoding of the files
 */
record ToolFolder(Path project, Charset encoding) {

    /** Resolves the project folder. */
    ToolFolder {
        project = project.toAbsolutePath().normalize();
    }

    /**
     * Writes files that do not exist yet. If one of them cannot be written, none of them remains.
     *
     * @param texts the contents by file
     * @return the files, relative to the project folder
     */
    List<Path> create(Map<Path, String> texts) {
        Map<Path, byte[]> contents = new LinkedHashMap<>();
        texts.forEach((file, text) -> contents.put(file, bytes(file, text)));
        contents.keySet().stream().filter(Files::exists).findFirst().ifPresent(this::refuseExisting);
        List<Path> created = new ArrayList<>();
        try {
            for (Map.Entry<Path, byte[]> content : contents.entrySet()) {
                Files.createDirectories(content.getKey().getParent());
                created.add(content.getKey());
                Files.write(content.getKey(), content.getValue());
            }
        } catch (IOException failure) {
            delete(created);
            throw cannotWrite(created.isEmpty() ? project : created.get(created.size() - 1), failure);
        }
        return created.stream().map(this::relative).toList();
    }

    /** Replaces the content of a file. */
    Path replace(Path file, String text) {
        try {
            Files.write(file, bytes(file, text));
            return relative(file);
        } catch (IOException failure) {
            throw cannotWrite(file, failure);
        }
    }

    /** Returns the content of a file. What the encoding does not have is replaced, as the tools themselves do. */
    String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), encoding);
        } catch (IOException failure) {
            throw new RetortException("Cannot read " + relative(file) + ": " + failure, "Make it readable.", failure);
        }
    }

    /** Returns the regular files in a folder and its subfolders, sorted by path; none if the folder does not exist. */
    static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failure) {
            throw new RetortException(
                    "Cannot read the folder " + folder + ": " + failure, "Make it readable.", failure);
        }
    }

    Path relative(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(project) ? project.relativize(absolute) : absolute;
    }

    private byte[] bytes(Path file, String text) {
        try {
            ByteBuffer encoded = encoding.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException failure) {
            throw new RetortException(
                    "Cannot write " + relative(file) + ": " + encoding
                            + " cannot encode a name, default, comment or message of this migration.",
                    "Correct the text in the entity, or choose an encoding such as UTF-8 for the files of the tool.",
                    failure);
        }
    }

    private void refuseExisting(Path file) {
        throw new RetortException(
                relative(file) + " exists already; nothing is overwritten.",
                Advice.of("Choose another ", Advice.option("message"), ", or delete the file."));
    }

    private static void delete(List<Path> created) {
        for (Path file : created) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException kept) {
                // the failure that is reported is the one before
            }
        }
    }

    private RetortException cannotWrite(Path file, IOException failure) {
        return new RetortException(
                "Cannot write " + relative(file) + ": " + failure,
                "Make its folder writable, then run the command again.",
                failure);
    }
}
