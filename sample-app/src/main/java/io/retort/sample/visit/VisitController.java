package io.retort.sample.visit;

import io.retort.sample.pharmacy.MedicineRepository;
import io.retort.sample.pharmacy.OutOfStockException;
import jakarta.validation.Valid;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Web page of one visit with its report, treatments and invoice. */
@Controller
@RequestMapping("/visits/{id}")
class VisitController {

    private final VisitRepository visits;
    private final VisitBook book;
    private final MedicineRepository medicines;

    VisitController(VisitRepository visits, VisitBook book, MedicineRepository medicines) {
        this.visits = visits;
        this.book = book;
        this.medicines = medicines;
    }

    @GetMapping
    String show(@PathVariable Long id, Model model) {
        return visitPage(find(id), model);
    }

    @PostMapping("/report")
    String report(
            @PathVariable Long id,
            @Valid @ModelAttribute("report") VisitReport report,
            BindingResult errors,
            Model model) {
        Visit visit = find(id);
        if (!errors.hasErrors()) {
            try {
                book.report(id, report);
            } catch (OptimisticLockingFailureException stale) {
                errors.reject("stale", "Somebody else changed this visit meanwhile. Reload the page and try again.");
            }
        }
        return errors.hasErrors() ? visitPage(visit, model) : pageOf(id);
    }

    @PostMapping("/treatments")
    String treat(
            @PathVariable Long id,
            @Valid @ModelAttribute("treatment") TreatmentForm form,
            BindingResult errors,
            Model model) {
        Visit visit = find(id);
        if (!errors.hasErrors()) {
            try {
                book.treat(id, form);
            } catch (OutOfStockException shortage) {
                errors.rejectValue("quantity", "shortage", shortage.getMessage());
            }
        }
        return errors.hasErrors() ? visitPage(visit, model) : pageOf(id);
    }

    @PostMapping("/invoice")
    String issueInvoice(@PathVariable Long id) {
        find(id);
        book.issueInvoice(id);
        return pageOf(id);
    }

    @PostMapping("/payment")
    String payInvoice(@PathVariable Long id) {
        find(id);
        book.payInvoice(id);
        return pageOf(id);
    }

    private String visitPage(Visit visit, Model model) {
        model.addAttribute("visit", visit);
        model.addAttribute("statuses", VisitStatus.values());
        model.addAttribute("medicines", medicines.findByOrderByNameAscStrengthAsc());
        if (!model.containsAttribute("report")) {
            model.addAttribute("report", VisitReport.of(visit));
        }
        if (!model.containsAttribute("treatment")) {
            model.addAttribute("treatment", TreatmentForm.empty());
        }
        return "visit/visit";
    }

    private Visit find(Long id) {
        return visits.findWithTreatmentsById(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No visit " + id));
    }

    private static String pageOf(Long id) {
        return "redirect:/visits/" + id;
    }
}
