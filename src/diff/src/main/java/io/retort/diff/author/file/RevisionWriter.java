package io.retort.diff.author.file;

/** Says a draft as the text of a file. */
public interface RevisionWriter {

    /**
     * Writes nothing yet: see {@link SourceTree#write}.
     *
     * @throws io.retort.error.RetortException if the draft cannot be said in this writer's format
     */
    RevisionFile write(Draft draft);
}
