package io.retort.boot.autoconfigure.scan;

import io.retort.run.source.RevisionCode;
import io.retort.run.source.SqlRevisions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternUtils;

/** The SQL revisions in a folder and below it, on the class path or on disk. */
record SqlFolder(String location, ResourceLoader resources) {

    List<RevisionCode> revisions(Map<String, String> placeholders) throws IOException {
        List<RevisionCode> revisions = new ArrayList<>();
        for (Resource file :
                ResourcePatternUtils.getResourcePatternResolver(resources).getResources(pattern())) {
            revisions.add(
                    SqlRevisions.parse(file.getContentAsString(StandardCharsets.UTF_8), shortName(file), placeholders));
        }
        return revisions;
    }

    /** {@code classpath:} means every folder of that name, in jars and directories alike, and none is no mistake. */
    private String pattern() {
        String everywhere = location.indexOf(':') < 0 ? "classpath*:" + location : location;
        return everywhere.replaceFirst("^classpath:", "classpath*:").replaceFirst("/?$", "/**/*.sql");
    }

    /** The file's name from the location on: what a person finds again in the source tree. */
    private String shortName(Resource file) throws IOException {
        String folder = location.substring(location.indexOf(':') + 1).replaceFirst("^/", "");
        String url = file.getURL().toString();
        return url.substring(Math.max(0, url.lastIndexOf(folder)));
    }
}
