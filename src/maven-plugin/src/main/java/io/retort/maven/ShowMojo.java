package io.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Shows revisions with all their properties. */
@Mojo(name = "show", requiresDependencyResolution = ResolutionScope.TEST)
public class ShowMojo extends AbstractCommandMojo {

    /** The revisions: an id or its prefix, a label, {@code heads} or {@code current}. */
    @Parameter(property = "target", defaultValue = "heads")
    private String target;

    /** Whether to print JSON instead of text. */
    @Parameter(property = "json", defaultValue = "false")
    private boolean json;

    @Override
    protected CommandArguments command() {
        return CommandArguments.of("show").word(target).flag("json", json);
    }
}
