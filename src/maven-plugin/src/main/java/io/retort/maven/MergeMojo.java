package io.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Writes a revision that merges several heads and changes nothing. */
@Mojo(name = "merge", requiresDependencyResolution = ResolutionScope.TEST)
public class MergeMojo extends AbstractWritingMojo {

    /** The heads to merge, separated by commas. */
    @Parameter(property = "revisions", defaultValue = "heads")
    private String revisions;

    @Override
    protected CommandArguments command() {
        return withFile(CommandArguments.of("merge").word(revisions));
    }
}
