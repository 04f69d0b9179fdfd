package io.retort.sample.pharmacy;

import jakarta.validation.Valid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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

/** Web pages for medicines. */
@Controller
@RequestMapping("/medicines")
class MedicineController {

    private final MedicineRepository medicines;

    MedicineController(MedicineRepository medicines) {
        this.medicines = medicines;
    }

    @ModelAttribute("dosageForms")
    DosageForm[] dosageForms() {
        return DosageForm.values();
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("medicines", medicines.findByOrderByNameAscStrengthAsc());
        return "pharmacy/medicine-list";
    }

    @GetMapping("/new")
    String blank(Model model) {
        model.addAttribute("form", MedicineForm.empty());
        return "pharmacy/medicine-form";
    }

    @PostMapping("/new")
    String create(@Valid @ModelAttribute("form") MedicineForm form, BindingResult errors) {
        rejectTwin(form, null, errors);
        if (errors.hasErrors()) {
            return "pharmacy/medicine-form";
        }
        medicines.save(form.toMedicine());
        return "redirect:/medicines";
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable Long id, Model model) {
        model.addAttribute("form", MedicineForm.of(find(id)));
        return "pharmacy/medicine-form";
    }

    @PostMapping("/{id}/edit")
    String change(@PathVariable Long id, @Valid @ModelAttribute("form") MedicineForm form, BindingResult errors) {
        Medicine medicine = find(id);
        rejectTwin(form, id, errors);
        rejectStale(form, medicine, errors);
        if (errors.hasErrors()) {
            return "pharmacy/medicine-form";
        }
        medicines.save(form.applyTo(medicine));
        return "redirect:/medicines";
    }

    private void rejectTwin(MedicineForm form, @Nullable Long id, BindingResult errors) {
        if (errors.hasErrors()) {
            return;
        }
        medicines
                .findByNameAndStrength(form.name().strip(), form.strength().strip())
                .filter(twin -> !Objects.equals(twin.getId(), id))
                .ifPresent(twin -> errors.rejectValue("strength", "taken", twin.getLabel() + " is already listed"));
    }

    private static void rejectStale(MedicineForm form, Medicine medicine, BindingResult errors) {
        if (!errors.hasErrors() && form.version() != medicine.getVersion()) {
            errors.reject("stale", "Somebody else changed this medicine meanwhile. Reload the page and try again.");
        }
    }

    private Medicine find(Long id) {
        return medicines
                .findById(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No medicine " + id));
    }
}
