package io.retort.sample.history;

import io.retort.boot.actuate.RevisionHistoryFragment;
import io.retort.boot.autoconfigure.RetortUnits;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Web page with the state of the database and its history, in the parts of Retort's page for operators. */
@Controller
class RevisionController {

    private final RevisionHistoryFragment history;

    RevisionController(RetortUnits units) {
        this.history = new RevisionHistoryFragment(units);
    }

    @GetMapping("/revisions")
    String show(Model model) {
        model.addAttribute("history", history.html());
        return "revisions";
    }

    @GetMapping(value = "/revisions.css", produces = "text/css")
    @ResponseBody
    String style() {
        return RevisionHistoryFragment.style();
    }
}
