package io.retort.sample.history;

import io.retort.Retort;
import io.retort.Status;
import io.retort.revision.RevisionInfo;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Web page with the applied revisions, read from Retort. */
@Controller
class RevisionController {

    private final Retort retort;

    RevisionController(Retort retort) {
        this.retort = retort;
    }

    @GetMapping("/revisions")
    String list(Model model) {
        Status status = retort.status();
        model.addAttribute("database", status.database());
        model.addAttribute(
                "revisions",
                status.applied().stream()
                        .map(AppliedLine::of)
                        .sorted(Comparator.comparing(AppliedLine::appliedAt).reversed())
                        .toList());
        model.addAttribute(
                "heads", status.currentHeads().stream().map(RevisionInfo::id).collect(Collectors.toSet()));
        return "revisions";
    }
}
