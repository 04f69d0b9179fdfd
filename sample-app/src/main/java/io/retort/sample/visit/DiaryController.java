package io.retort.sample.visit;

import io.retort.sample.client.PatientRepository;
import io.retort.sample.staff.StaffRepository;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Web pages that list visits and plan new ones. */
@Controller
@RequestMapping("/visits")
class DiaryController {

    private final VisitRepository visits;
    private final VisitBook book;
    private final PatientRepository patients;
    private final StaffRepository staff;

    DiaryController(VisitRepository visits, VisitBook book, PatientRepository patients, StaffRepository staff) {
        this.visits = visits;
        this.book = book;
        this.patients = patients;
        this.staff = staff;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("visits", visits.findTop50ByOrderByStartsAtDesc());
        return "visit/visit-list";
    }

    @GetMapping("/new")
    String blank(@RequestParam(name = "patient", required = false) @Nullable Long patientId, Model model) {
        model.addAttribute("plan", new VisitPlan(patientId, null, null, ""));
        return planPage(model);
    }

    @PostMapping("/new")
    String plan(@Valid @ModelAttribute("plan") VisitPlan plan, BindingResult errors, Model model) {
        if (plan.namesSlot() && visits.existsByVeterinarianIdAndStartsAt(plan.veterinarianId(), plan.startsAt())) {
            errors.rejectValue("startsAt", "taken", "this veterinarian has a visit at that time");
        }
        return errors.hasErrors() ? planPage(model) : "redirect:/visits/" + book.plan(plan);
    }

    private String planPage(Model model) {
        model.addAttribute("patients", patients.search(""));
        model.addAttribute("veterinarians", staff.veterinarians());
        return "visit/visit-form";
    }
}
