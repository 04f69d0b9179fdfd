package io.retort.sample.history;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page about the database's revision history. */
@Controller
class RevisionController {

    private final RevisionTable table;

    RevisionController(RevisionTable table) {
        this.table = table;
    }

    @GetMapping("/revisions")
    String list(Model model) {
        Optional<History> history = table.read();
        model.addAttribute("known", history.isPresent());
        model.addAttribute("revisions", history.map(History::revisions).orElse(List.of()));
        model.addAttribute("heads", history.map(History::heads).orElse(Set.of()));
        return "revisions";
    }
}
