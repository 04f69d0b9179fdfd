package io.retort.sample.client;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Web pages for owners. */
@Controller
@RequestMapping("/owners")
class OwnerController {

    private final OwnerRepository owners;
    private final PatientRepository patients;

    OwnerController(OwnerRepository owners, PatientRepository patients) {
        this.owners = owners;
        this.patients = patients;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String letters, Model model) {
        model.addAttribute("letters", letters);
        model.addAttribute("owners", owners.search(letters.strip()));
        return "client/owner-list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable Long id, Model model) {
        Owner owner = find(id);
        model.addAttribute("owner", owner);
        model.addAttribute("patients", patients.findByOwnerOrderByName(owner));
        return "client/owner";
    }

    @GetMapping("/new")
    String blank(Model model) {
        model.addAttribute("form", OwnerForm.empty());
        return "client/owner-form";
    }

    @PostMapping("/new")
    String create(@Valid @ModelAttribute("form") OwnerForm form, BindingResult errors) {
        rejectForeignEmail(form, null, errors);
        if (errors.hasErrors()) {
            return "client/owner-form";
        }
        return pageOf(owners.save(form.toOwner()));
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable Long id, Model model) {
        model.addAttribute("form", OwnerForm.of(find(id)));
        return "client/owner-form";
    }

    @PostMapping("/{id}/edit")
    String change(@PathVariable Long id, @Valid @ModelAttribute("form") OwnerForm form, BindingResult errors) {
        rejectForeignEmail(form, id, errors);
        if (errors.hasErrors()) {
            return "client/owner-form";
        }
        return pageOf(owners.save(form.applyTo(find(id))));
    }

    private void rejectForeignEmail(OwnerForm form, @Nullable Long id, BindingResult errors) {
        if (errors.hasErrors()) {
            return;
        }
        owners.findByEmailIgnoreCase(form.email().strip())
                .filter(other -> !Objects.equals(other.getId(), id))
                .ifPresent(other -> errors.rejectValue("email", "taken", "already used by " + other.getFullName()));
    }

    private Owner find(Long id) {
        return owners.findWithPhonesById(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No owner " + id));
    }

    private static String pageOf(Owner owner) {
        return "redirect:/owners/" + owner.getId();
    }
}
