package io.retort.sample.staff;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Web page with the staff. */
@Controller
class StaffController {

    private final StaffRepository staff;

    StaffController(StaffRepository staff) {
        this.staff = staff;
    }

    @GetMapping("/staff")
    String list(Model model) {
        model.addAttribute("veterinarians", staff.veterinarians());
        model.addAttribute("nurses", staff.nurses());
        return "staff";
    }
}
